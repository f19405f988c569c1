import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listings, NOW, person, region, rootOf, write, writeSet } from '../../../tests/fixtures/publisher.ts';
import { mapPath } from '../../pack/maps.ts';
import { builtMaps } from '../built-maps.ts';
import { sha256 } from '../node-platform.ts';
import { publish } from './publish.ts';

const [ann, ben] = [person(), person()];
const root = rootOf([ann, ben]);
const folder = mkdtempSync(join(tmpdir(), 'maps-'));
const [from, to] = [join(folder, 'from'), join(folder, 'to')];
const world = await region('world', { version: 1, listings: listings(10) });
const bytes = new TextEncoder().encode(`PMTiles\u0003${'a map '.repeat(50)}`);
const hash = sha256(bytes);
const path = mapPath({ sha256: hash });
const maps = [{ region: 'world', length: bytes.length, sha256: hash }];

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  const index = { version: 13, maps } as object;
  writeSet(from, { regions: [world], index, signers: [ann, ben], roots: [{ root, signers: [ann, ben] }] });
  write(join(from, path), bytes);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

describe('maps on the way to a host', () => {
  it('are published as the signed index names them, before it', async () => {
    const outcome = await publish({ from, to, now: NOW });
    if (!outcome.ok) throw new Error(outcome.problem.problem.kind);
    expect(outcome.value.written).toContain(path);
    expect(outcome.value.written.indexOf(path)).toBeLessThan(outcome.value.written.indexOf('index.json'));
    expect(new Uint8Array(readFileSync(join(to, path)))).toEqual(bytes);
  });

  it.each([
    ['a byte of it is another', () => write(join(from, path), bytes.with(20, 0)), 'pack-not-as-listed'],
    ['it is cut short', () => write(join(from, path), bytes.subarray(1)), 'pack-not-as-listed'],
    ['it is longer', () => write(join(from, path), new Uint8Array([...bytes, 0])), 'file-too-large'],
    ['it is not there', () => rmSync(join(from, path)), 'file-missing'],
  ])('are not published where %s', async (_what, spoil, kind) => {
    spoil();
    expect(await publish({ from, to, now: NOW })).toMatchObject({
      ok: false,
      problem: { file: path, problem: { kind } },
    });
  });

  it('are taken from where "waypost basemap" left them', () => {
    vi.stubEnv('WAYPOST_HOME', join(folder, 'home'));
    write(join(folder, 'home', 'maps', 'world.pmtiles'), bytes);
    expect(builtMaps(['world', 'ke'])).toEqual({ ok: true, value: [{ entry: maps[0], bytes }] });
    write(join(folder, 'home', 'maps', 'ke.pmtiles'), new TextEncoder().encode('<html>'));
    expect(builtMaps(['world', 'ke'])).toMatchObject({
      ok: false,
      problem: [{ reason: expect.stringContaining('make it anew') }],
    });
  });
});
