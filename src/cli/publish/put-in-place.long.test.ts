import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import {
  contentsOf,
  listings,
  NOW,
  person,
  region,
  rootOf,
  writeSet,
} from '../../../tests/fixtures/publisher.ts';
import { LIMITS } from '../../pack/format.ts';
import { readIndex } from '../../pack/read-index.ts';
import { verifyListedPack } from '../../pack/verify-listed-pack.ts';
import { nodePlatform } from '../node-platform.ts';
import { publish } from './publish.ts';
import { putInPlace } from './put-in-place.ts';
import { readRootChain } from './root-chain.ts';
import { readPacks, readSignedIndex } from './signed-set.ts';

const [ann, ben, cai] = [person(), person(), person()];
const root = rootOf([ann, ben, cai]);
const roots = [{ root, signers: [ann, ben] }];
const folder = mkdtempSync(join(tmpdir(), 'in-place-'));
const [from, to] = [join(folder, 'from'), join(folder, 'to')];
const world = await region('world', { version: 1, listings: listings(10) });
const limits = { floor: 0, minTime: 0 };

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  const city = await region('city', { version: 4, listings: listings(40) });
  const next = await region('city', { version: 5, listings: listings(41) });
  writeSet(to, { regions: [world, city], index: { version: 12 }, signers: [ann, ben], roots });
  writeSet(from, { regions: [world, next], index: { version: 13 }, signers: [ben, cai], roots });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fetched = (name: string) => new Uint8Array(readFileSync(join(to, name)));

async function read(under: string) {
  const chain = await readRootChain(under);
  if (!chain.ok) throw new Error(chain.problem.problem.kind);
  const index = await readSignedIndex(under, chain.value, limits);
  if (!index.ok) throw new Error(index.problem.problem.kind);
  const packs = await readPacks(under, index.value.index.regions);
  if (!packs.ok) throw new Error(packs.problem.problem.kind);
  return { set: index.value, packs: packs.value };
}

it('whoever reads the host between any two files has a whole list, old or new', async () => {
  const { set, packs } = await read(from);
  const published = (await read(to)).set;
  const versions = [published.index.version];
  for await (const _ of putInPlace(set, { packs, others: new Map() }, to, published))
    versions.push((await read(to)).set.index.version);
  expect(versions).toEqual([12, 12, 12, 13]);
});

it('a phone that has read the index before and reads the rest after it changed has a whole list too', async () => {
  const { set, packs } = await read(from);
  const published = (await read(to)).set;
  const early: Uint8Array[] = [fetched('index.json')];
  for await (const _ of putInPlace(set, { packs, others: new Map() }, to, published))
    early.push(fetched('index.json'));
  for (const index of early) {
    const verified = await readIndex(index, fetched('index.json.sig'), root, limits, nodePlatform);
    if (!verified.ok) throw new Error(verified.problem.kind);
    for (const entry of verified.value.index.regions)
      expect(await verifyListedPack(fetched(entry.path), entry, nodePlatform)).toMatchObject({ ok: true });
  }
});

it('goes on where it was cut off, whichever file was the last', async () => {
  const { set, packs } = await read(from);
  const published = (await read(to)).set;
  const steps = putInPlace(set, { packs, others: new Map() }, to, published);
  for (let files = 0; files < 2; files += 1) await steps.next();
  expect(await publish({ from, to, now: NOW })).toMatchObject({ ok: true });
  expect((await read(to)).set.index.version).toBe(13);
});

it('goes on where it was cut off between a new root and its list', async () => {
  const dee = person();
  const second = { root: rootOf([ben, cai, dee], { version: 2 }), signers: [ben, cai, dee] };
  const packs = [world, await region('city', { version: 5, listings: listings(41) })];
  writeSet(from, { regions: packs, index: { version: 13 }, signers: [cai, dee], roots: [...roots, second] });
  writeSet(to, { regions: packs, index: { version: 12 }, signers: [ann, ben], roots: [...roots, second] });
  expect(await publish({ from, to, now: NOW })).toMatchObject({ ok: true });
  expect((await read(to)).set.index.version).toBe(13);
});

it('writes nothing where the same was published before', async () => {
  await publish({ from, to, now: NOW });
  const before = contentsOf(to);
  expect(await publish({ from, to, now: NOW })).toMatchObject({ ok: true, value: { written: [] } });
  expect(contentsOf(to)).toEqual(before);
});

it('leaves no half-written file, and signatures that a phone still reads', async () => {
  for (let version = 13; version < 40; version += 1) {
    const next = await region('city', { version, listings: listings(41) });
    writeSet(from, { regions: [world, next], index: { version }, signers: [ann, ben, cai], roots });
    expect(await publish({ from, to, now: NOW })).toMatchObject({ ok: true });
  }
  expect(fetched('index.json.sig').length).toBeLessThan(LIMITS.signatureBytes / 8);
  expect(Object.keys(contentsOf(to)).filter((name) => name.endsWith('.new'))).toEqual([]);
});

it('publishes into a folder that is not there yet', async () => {
  rmSync(to, { recursive: true });
  expect(await publish({ from, to, now: NOW })).toMatchObject({ ok: true });
  expect(contentsOf(to)).toEqual(contentsOf(from));
});
