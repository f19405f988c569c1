import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleContents } from '../../tests/fixtures/pack/sample.ts';
import { rightsOf, rightsPageOf } from '../../tests/fixtures/rights-of.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { buildPack, type PackContents } from './build-pack.ts';
import { chunkOf } from './chunk-of.ts';
import { LIMITS } from './format.ts';
import { openPack } from './open-pack.ts';
import { readRecords } from './read-records.ts';
import { readSection } from './read-section.ts';
import { decodeRights } from './rights.ts';
import { decodeTowns } from './towns.ts';
import { verifyPack } from './verify-pack.ts';

const town = fc.record({
  name: fc.stringMatching(/^[a-zé ]{1,20}$/),
  admin: fc.stringMatching(/^[a-z ]{0,20}$/),
  latitude: fc.integer({ min: -9000, max: 9000 }).map((hundredths) => hundredths / 100),
  longitude: fc.integer({ min: -18000, max: 18000 }).map((hundredths) => hundredths / 100),
  population: fc.nat(),
  aliases: fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 2 }),
});
const listing = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  open: fc.boolean(),
  more: fc.array(fc.string()),
});
const contents: fc.Arbitrary<PackContents> = fc.record({
  meta: fc.constant(sampleContents.meta),
  index: fc.uint8Array({ maxLength: 400 }),
  cards: fc.uint8Array({ maxLength: 400 }),
  towns: fc.array(town, { maxLength: 4 }),
  listings: fc.uniqueArray(listing, { selector: ({ id }) => id, maxLength: 600, size: 'max' }),
});

async function sectionOf(file: Uint8Array, name: string): Promise<Uint8Array> {
  const opened = openPack(file);
  const info = opened.ok ? opened.value.sections.find((section) => section.name === name) : undefined;
  const raw = info && (await readSection(file, info, nodePlatform));
  if (!raw?.ok) throw new Error(`no section ${name}`);
  return raw.value;
}

async function recordsOf(file: Uint8Array, name: string): Promise<unknown[]> {
  const records = readRecords(await sectionOf(file, name));
  if (!records.ok) throw new Error('no records');
  return records.value;
}

describe('buildPack', () => {
  it('gives back whatever was put in: index, towns and every record (SG-1)', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (input) => {
        const file = await buildPack(input, nodePlatform);
        const verified = await verifyPack(file, nodePlatform);
        expect(verified.ok && verified.value.meta).toEqual({ ...input.meta, records: input.listings.length });
        expect(await sectionOf(file, 'indx')).toEqual(input.index);
        expect(await sectionOf(file, 'card')).toEqual(input.cards);
        if (input.towns.length > 0) {
          expect(decodeTowns(await sectionOf(file, 'town'))).toEqual({ ok: true, value: input.towns });
        }
        const chunks = new Set(input.listings.map((_, number) => chunkOf(number)));
        const records = (await Promise.all([...chunks].map((name) => recordsOf(file, name)))).flat();
        expect(records).toEqual(input.listings.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
      }),
      { numRuns: 40 },
    );
  });

  it('makes the same bytes whatever order the listings come in', async () => {
    const listings = sampleContents.listings.toReversed();
    const shuffledMeta = {
      licence: 'CC0-1.0',
      built_on: '2026-11-21',
      schema: 1,
      version: 3,
      region: 'sample-region',
    };
    expect(await buildPack({ ...sampleContents, listings, meta: shuffledMeta }, nodePlatform)).toEqual(
      await buildPack(sampleContents, nodePlatform),
    );
  });

  it('has rights where there are any', async () => {
    const rights = rightsOf(rightsPageOf());
    const without = await buildPack({ ...sampleContents, rights: null }, nodePlatform);
    expect(without).toEqual(await buildPack(sampleContents, nodePlatform));
    const file = await buildPack({ ...sampleContents, rights }, nodePlatform);
    expect((await verifyPack(file, nodePlatform)).ok).toBe(true);
    expect(decodeRights(await sectionOf(file, 'rght'))).toEqual({ ok: true, value: rights });
  });

  it('puts record n into chunk n/256, so that one listing costs one small read', async () => {
    const file = await buildPack(sampleContents, nodePlatform);
    for (const number of [0, 255, 256, 299]) {
      expect((await recordsOf(file, chunkOf(number)))[number % 256]).toEqual(sampleContents.listings[number]);
    }
    expect([0, 255, 256, 19_999].map(chunkOf)).toEqual(['c000', 'c000', 'c001', 'c078']);
  });

  it('deflates a section only where that makes it smaller, and never meta', async () => {
    const tiny = await buildPack(
      { ...sampleContents, index: Uint8Array.of(7), cards: Uint8Array.of(8), towns: [], listings: [] },
      nodePlatform,
    );
    const opened = openPack(tiny);
    expect(opened.ok && opened.value.sections.map(({ name, isDeflated }) => [name, isDeflated])).toEqual([
      ['meta', false],
      ['indx', false],
      ['card', false],
    ]);
    const large = openPack(await buildPack(sampleContents, nodePlatform));
    expect(large.ok && large.value.sections.map(({ isDeflated }) => isDeflated)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('reads a pack that is a part of a larger buffer', async () => {
    const file = await buildPack(sampleContents, nodePlatform);
    const around = new Uint8Array(file.length + 20);
    around.set(file, 7);
    expect((await verifyPack(around.subarray(7, 7 + file.length), nodePlatform)).ok).toBe(true);
  });

  it('stops a publisher who gives two listings one id, or more than a pack may hold', async () => {
    const twins = [{ id: 'b' }, { id: 'a' }, { id: 'b' }];
    await expect(buildPack({ ...sampleContents, listings: twins }, nodePlatform)).rejects.toThrow(/the id b/);
    const many = Array.from({ length: LIMITS.records + 1 }, (_, number) => ({ id: String(number) }));
    await expect(buildPack({ ...sampleContents, listings: many }, nodePlatform)).rejects.toThrow(/records/);
    const long = { ...sampleContents, index: new Uint8Array(LIMITS.rawBytes) };
    await expect(buildPack(long, nodePlatform)).rejects.toThrow(/inflated/);
    const pages = Array.from({ length: 9000 }, () => rightsPageOf());
    await expect(buildPack({ ...sampleContents, rights: rightsOf(...pages) }, nodePlatform)).rejects.toThrow(
      /rights/,
    );
  });
});
