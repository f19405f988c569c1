import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { newName } from './temporary.ts';

// A PostgreSQL of the tests' own: made in a temporary folder, reached by a socket in it, gone when this process is.

const DEBIAN = '/usr/lib/postgresql';

export function programs(): string | undefined {
  const { PG_BIN } = process.env;
  if (PG_BIN) return PG_BIN;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Number.isFinite) : [];
  const newest = versions.sort((one, other) => other - one)[0];
  return newest ? join(DEBIAN, String(newest), 'bin') : undefined;
}

/** Whether there is one to test on; with REQUIRE_POSTGRES=1 there must be. */
export function hasPostgres(): boolean {
  const has = Boolean(process.env.DATABASE_URL) || programs() !== undefined;
  if (!has && process.env.REQUIRE_POSTGRES === '1')
    throw new Error('tests: there is no PostgreSQL; install the package "postgresql" or set PG_BIN');
  return has;
}

/** PostgreSQL refuses to run as root. */
function asPostgres(words: readonly string[]): [string, string[]] {
  const isRoot = process.getuid?.() === 0;
  const [first = '', ...rest] = words;
  return isRoot ? ['runuser', ['-u', 'postgres', '--', ...words]] : [first, rest];
}

export function run(...words: string[]): string {
  const [command, rest] = asPostgres(words);
  return execFileSync(command, rest, { encoding: 'utf8', cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
}

// Its input ends when this process does, however that ends; then it stops, and takes its folder with it.
const UNTIL_INPUT_ENDS = `"$1/postgres" -D "$2" -k "$2" -c listen_addresses= -c fsync=off -c max_connections=60 >"$2/out" 2>&1 &
server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$2"`;

/** Starts one and answers with the address of its first database. */
export async function startPostgres(): Promise<string> {
  const bin = programs();
  if (!bin) throw new Error('tests: there is no PostgreSQL');
  const folder = run('mktemp', '-d', '--tmpdir', 'desk-postgres-XXXXXX').trim();
  run(join(bin, 'initdb'), '-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  const [command, words] = asPostgres(['sh', '-c', UNTIL_INPUT_ENDS, 'sh', bin, folder]);
  const child = spawn(command, words, { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
  await untilItAnswers(url);
  return url;
}

export async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(url, 'select 1');
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

// Of this process, although Vitest reads this file anew for each test file.
const kept = globalThis as { deskTestPostgres?: Promise<string> };

/** A new, empty database, and how to be rid of it. */
export async function newPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { DATABASE_URL } = process.env;
  kept.deskTestPostgres ??= DATABASE_URL ? Promise.resolve(DATABASE_URL) : startPostgres();
  const url = await kept.deskTestPostgres;
  const name = newName('desk_test_');
  await ask(url, `create database ${name}`);
  const own = new URL(url.replace(/^postgresql:\/\/\//, 'postgresql://none/'));
  own.pathname = `/${name}`;
  return {
    url: own.href.replace('//none/', '///'),
    drop: () => ask(url, `drop database ${name} with (force)`),
  };
}
