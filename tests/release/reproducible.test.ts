import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { differences, hashList } from '../../src/cli/hashes.ts';
import { copyTree } from './copy-tree.ts';

const MINUTES = 4;
const OTHER_MACHINE = pathToFileURL(resolve('tests/release/other-machine.mjs')).href;
let temporary = '';

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'twice-'));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** A clean copy of this tree, built as `npm run build` does; returns its list of hashes. */
function build(folder: string, more: Readonly<Record<string, string>>): string {
  const home = copyTree(folder);
  for (const words of [
    ['run', 'build:guide'],
    ['run', 'waypost', '--', 'hashes'],
  ]) {
    const { status, stdout, stderr } = spawnSync('npm', words, {
      cwd: folder,
      env: { ...process.env, VITEST: '', WAYPOST_HOME: home, ...more },
      encoding: 'utf8',
    });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
  }
  const list = hashList(join(folder, 'dist', 'guide'));
  expect(readFileSync(join(folder, 'dist', 'guide.sha256'), 'utf8')).toBe(list);
  return list;
}

it('NW-16 two builds in two places, on two days, give the same bytes', { timeout: MINUTES * 60_000 }, () => {
  // The first is what this tree built, so the list that is published is the one that others will find.
  const first = readFileSync('dist/guide.sha256', 'utf8');
  const second = build(join(temporary, 'another', 'place', 'far down'), {
    TZ: 'Pacific/Auckland',
    LANG: 'sw_KE.UTF-8',
    NODE_ENV: 'development',
    NODE_OPTIONS: `--import=${OTHER_MACHINE}`,
  });
  expect(first.split('\n').length).toBeGreaterThan(50);
  expect(differences(first, second), 'if dist is older than the source: run "npm run build"').toEqual([]);
  expect(second).toBe(first);
});
