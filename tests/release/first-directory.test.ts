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

function environment() {
  const { WAYPOST_HOME: _, VITEST: __, NODE_ENV: ___, ...rest } = process.env;
  return { ...rest, GUIDE_PORT: String(port) };
}

it('docs/DATA.md leads from an empty folder to a served guide, as it stands', { timeout: SLOW }, async () => {
  expect(get).toBe('git clone ADDRESS-OF-THIS-REPOSITORY guide && cd guide\nnpm ci\n');
  const made = spawnSync('bash', ['-ec', own], { cwd: folder, env: environment(), encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  expect(made.stdout).toContain('2 listings');

  server = spawn('bash', ['-ec', serve], { cwd: folder, env: environment(), detached: true });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const address = `http://localhost:${port}`;
  await expect
    .poll(() => server?.exitCode ?? said, { timeout: SLOW - 30_000, interval: 500 })
    .toContain(`Guide: ${address}`);
  expect(said).toContain('quay: 2 listings, 0 errors');

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
