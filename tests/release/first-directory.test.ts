import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/node-platform.ts';
import { listingsOf } from '../../src/cli/publish/listings-of.ts';
import { copySources } from './copy-tree.ts';
import { freePort } from './host-software.ts';

// The section of docs/DATA.md, block by block as it stands there, in a folder that was empty before. Getting the source
// and its packages is the one step that is stood in for: by a copy of this tree and a link to what is installed here.

const TITLE = '## From an empty folder to a served guide';
const page = readFileSync('docs/DATA.md', 'utf8');
const section = page.slice(page.indexOf(TITLE), page.indexOf('\n## ', page.indexOf(TITLE) + 1));
const [get = '', own = '', serve = ''] = [...section.matchAll(/```sh\n([^`]*)```/g)].map(
  ([, lines]) => lines,
);

const SLOW = 400_000;
let folder = '';
let port = 0;
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-'));
  copySources(folder);
  port = await freePort();
}, SLOW);
afterAll(async () => {
  // The last command goes on serving: with everything that it started.
  if (server?.pid && server.exitCode === null) {
    const ended = new Promise((done) => server?.once('exit', done));
    process.kill(-server.pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What the commands said once they serve; fails as soon as they end instead. */
function served(commands: string, last: string): Promise<string> {
  const started = spawn('bash', ['-ec', commands], { cwd: folder, env: environment(), detached: true });
  server = started;
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes(last)) resolve(said);
      });
    started.once('exit', () => reject(new Error(`the commands of the page ended:\n${said}`)));
  });
}

function environment() {
  const { WAYPOST_HOME: _, VITEST: __, NODE_ENV: ___, ...rest } = process.env;
  return { ...rest, GUIDE_PORT: String(port), CASE_PORT: '0', DESK_PORT: 'off' };
}

it('docs/DATA.md leads from an empty folder to a served guide, as it stands', { timeout: SLOW }, async () => {
  expect(get).toBe('git clone ADDRESS-OF-THIS-REPOSITORY guide && cd guide\nnpm ci\n');
  const made = spawnSync('bash', ['-ec', own], { cwd: folder, env: environment(), encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  expect(made.stdout).toContain('2 listings');

  const address = `http://localhost:${port}`;
  expect(await served(serve, `Guide: ${address}`)).toContain('quay: 2 listings, 0 errors');

  const first = await fetch(`${address}/`);
  expect(first.status).toBe(200);
  expect(await first.text()).toContain('<title>Guide</title>');
  const index = (await (await fetch(`${address}/data/index.json`)).json()) as {
    regions: { id: string; path: string; sha256: string }[];
  };
  expect(index.regions.map(({ id }) => id)).toEqual(['world', 'quay']);
  const quay = index.regions.find(({ id }) => id === 'quay');
  const pack = new Uint8Array(await (await fetch(`${address}/data/${quay?.path}`)).arrayBuffer());
  expect(sha256(pack)).toBe(quay?.sha256);
  const names = (await listingsOf(pack)).map(({ name }) => name);
  expect(names.sort()).toEqual(['Sample Advice Desk', 'Sample Safe House']);
});
