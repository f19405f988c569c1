import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflated, type ForgedSection, forgePack, json } from '../../tests/fixtures/pack/forge-pack.ts';
import { sampleContents, sampleEntry } from '../../tests/fixtures/pack/sample.ts';
import { rightsOf, rightsPageOf } from '../../tests/fixtures/rights-of.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { toColumns } from '../core/columns.ts';
import { buildPack } from './build-pack.ts';
import { LIMITS, type Platform } from './format.ts';
import { verifyListedPack } from './verify-listed-pack.ts';
import { verifyPack } from './verify-pack.ts';

const sample = new Uint8Array(readFileSync(new URL('../../tests/fixtures/pack/sample.bin', import.meta.url)));
const small = await buildPack(
  { ...sampleContents, listings: sampleContents.listings.slice(0, 20) },
  nodePlatform,
);
const kindOf = async (bytes: Uint8Array) => {
  const verified = await verifyPack(bytes, nodePlatform);
  return verified.ok ? 'whole' : verified.problem.kind;
};

const meta = (changes: object = {}): ForgedSection => ({
  name: 'meta',
  bytes: json({ ...sampleContents.meta, records: 2, ...changes }),
});
const indx: ForgedSection = { name: 'indx', bytes: Uint8Array.of(1, 2, 3) };
const card: ForgedSection = { name: 'card', bytes: Uint8Array.of(4, 5) };
const chunk = (records: object[], name = 'c000'): ForgedSection => ({
  name,
  bytes: json(toColumns(records)),
});
const two = chunk([{ id: 'a' }, { id: 'b' }]);
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => ({ id: String(from + number).padStart(5, '0') }));
// Four bytes that deflate to four.
const fourToFour = { bytes: deflateRawSync('aaaa', { strategy: constants.Z_RLE }), raw: 4, flags: 1 };
const text = (content: string) => new TextEncoder().encode(content);
const zeros = (length: number) => deflated(new Uint8Array(length));
const forged = (...changed: ForgedSection[]) => forgePack([meta(), ...changed]);
const rght: ForgedSection = { name: 'rght', bytes: json(rightsOf(rightsPageOf())) };

const damagedFiles: Record<string, Uint8Array> = {
  'an empty file': new Uint8Array(0),
  'a captive portal page instead of a pack': text('<!doctype html><title>Log in</title>'),
  'another magic': forgePack([meta(), indx, card, two], { magic: 'WPK2' }),
  'a version before the last': forgePack([meta(), indx, card, two], { version: 2 }),
  'version 0': forgePack([meta(), indx, card, two], { version: 0 }),
  'flags in the header': forgePack([meta(), indx, card, two], { flags: 1 }),
  'a reserved number in the header': forgePack([meta(), indx, card, two], { reserved: 1 }),
  'no sections': forgePack([]),
  'a table longer than the file': forgePack([meta(), indx, card, two], { count: 500 }),
  'a table shorter than it is': forgePack([meta(), indx, card, two], { count: 2 }),
  'no index': forgePack([meta(), two]),
  'no meta': forgePack([indx, card, two]),
  'meta twice': forgePack([meta(), meta(), indx, card, two]),
  'sections in another order': forgePack([indx, card, meta(), two]),
  'towns after the records': forged(indx, card, two, { name: 'town', bytes: json([]) }),
  'a section nobody knows': forged(indx, card, { name: 'evil', bytes: json([]) }, two),
  'a missing chunk': forged(indx, card, chunk(many(2), 'c001')),
  'the same chunk twice': forged(indx, card, two, two),
  'a name with something after its end': forged({ ...indx, name: 'indx\0x' }, card, two),
  'a name in capitals': forged({ ...indx, name: 'INDX' }, card, two),
  'unknown flags': forged({ ...indx, flags: 2 }, card, two),
  'a section that overlaps the one before': forged({ ...indx, shift: -1 }, card, two),
  'a gap between sections, with bytes that nothing vouches for': forged(indx, card, { ...two, gapBefore: 5 }),
  'an offset that points past its section': forged(indx, card, { ...two, shift: 1 }),
  'an offset far outside': forged(indx, card, { ...two, shift: 4_000_000_000 }),
  'a length that goes past the file': forged(indx, card, {
    ...two,
    stored: 4_000_000_000,
    raw: 4_000_000_000,
  }),
  'bytes after the last section': forgePack([meta(), indx, card, two], {}, Uint8Array.of(0)),
  'a raw length that differs though nothing is deflated': forged({ ...indx, raw: 4 }, card, two),
  'a deflated section that is no smaller': forged({ name: 'indx', ...fourToFour }, card, two),
  'meta deflated': forgePack([{ name: 'meta', ...deflated(meta().bytes) }, indx, card, two]),
  'a hash of other bytes': forged({ ...indx, hash: new Uint8Array(32) }, card, two),
  'bytes that are not deflated though they say so': forged({ ...indx, flags: 1, raw: 90 }, card, two),
  'a section that inflates to more than it says': forged(
    { name: 'indx', ...zeros(5000), raw: 4999 },
    card,
    two,
  ),
  'a section that inflates to less than it says': forged(
    { name: 'indx', ...zeros(5000), raw: 5001 },
    card,
    two,
  ),
  'meta that is not JSON': forgePack([{ name: 'meta', bytes: Uint8Array.of(0x7b) }, indx, card, two]),
  'meta that is not UTF-8': forgePack([{ name: 'meta', bytes: Uint8Array.of(0xff) }, indx, card, two]),
  'meta that is a list': forgePack([{ name: 'meta', bytes: json([]) }, indx, card, two]),
  'a region that is no id': forgePack([meta({ region: '../x' }), indx, card, two]),
  'a version that is text': forgePack([meta({ version: '3' }), indx, card, two]),
  'a version below 1': forgePack([meta({ version: 0 }), indx, card, two]),
  'a negative number of records': forgePack([meta({ records: -1 }), indx, card, two]),
  'a schema that is a fraction': forgePack([meta({ schema: 1.5 }), indx, card, two]),
  'a day that does not exist': forgePack([meta({ built_on: '2026-02-30' }), indx, card, two]),
  'a licence that is a number': forgePack([meta({ licence: 1 }), indx, card, two]),
  'towns that are not rows': forged(indx, card, { name: 'town', bytes: json({}) }, two),
  'no cards': forged(indx, two),
  'cards before the index': forged(card, indx, two),
  'rights before the towns': forged(indx, card, rght, { name: 'town', bytes: json([]) }, two),
  'rights after the records': forged(indx, card, two, rght),
  'rights twice': forged(indx, card, rght, rght, two),
  'rights that cannot be shown': forged(indx, card, { name: 'rght', bytes: json({}) }, two),
  'fewer records than meta says': forgePack([meta({ records: 3 }), indx, card, two]),
  'more records than meta says': forgePack([meta({ records: 1 }), indx, card, two]),
  'no records though meta says two': forged(indx),
  'records that are not JSON': forged(indx, card, { name: 'c000', bytes: Uint8Array.of(0x5b) }),
  'records that are not columns': forged(indx, card, {
    name: 'c000',
    bytes: json([{ id: 'a' }, { id: 'b' }]),
  }),
  'an empty chunk': forgePack([meta({ records: 0 }), indx, card, chunk([])]),
  'a chunk of 257': forgePack([meta({ records: 257 }), indx, card, chunk(many(257))]),
  'a chunk that is not full before another': forgePack([
    meta({ records: 256 }),
    indx,
    card,
    chunk(many(255)),
    chunk(many(1, 255), 'c001'),
  ]),
  'a record without an id': forged(indx, card, chunk([{ id: 'a' }, { name: 'b' }])),
  'a column that is too short': forged(indx, card, {
    name: 'c000',
    bytes: json({ count: 2, columns: { id: ['a'] } }),
  }),
  'one id twice': forged(indx, card, chunk([{ id: 'a' }, { id: 'a' }])),
  'records out of order': forged(indx, card, chunk([{ id: 'b' }, { id: 'a' }])),
};

const largeFiles: Record<string, Uint8Array> = {
  'a file beyond 8 MiB': new Uint8Array(LIMITS.packBytes + 1),
  'more sections than a pack may have': forgePack([meta(), indx, card, two], { count: LIMITS.sections + 1 }),
  'a raw length beyond 64 MiB': forged({ name: 'indx', ...zeros(5000), raw: LIMITS.rawBytes + 1 }, card, two),
  'raw lengths beyond 64 MiB in all': forged(
    { name: 'indx', ...zeros(5000), raw: LIMITS.rawBytes / 2 },
    card,
    { name: 'c000', ...zeros(5000), raw: LIMITS.rawBytes / 2 },
  ),
  'rights beyond 1 MiB': forged(
    indx,
    card,
    { name: 'rght', ...zeros(5000), raw: LIMITS.rightsBytes + 1 },
    two,
  ),
  'more records than a pack may have': forgePack([meta({ records: LIMITS.records + 1 }), indx, card, two]),
};

describe('verifyPack', () => {
  it('accepts the sample file, which stands for packs already on phones', async () => {
    expect(await verifyPack(sample, nodePlatform)).toMatchObject({
      ok: true,
      value: { meta: { region: 'sample-region', version: 3, records: 300 } },
    });
  });

  it('accepts what the forger makes when it breaks nothing', async () => {
    expect(await kindOf(forged(indx, card, two))).toBe('whole');
    expect(await kindOf(forged(indx, card, rght, two))).toBe('whole');
  });

  it.each(Object.entries(damagedFiles))('refuses %s (SG-1)', async (_, bytes) => {
    expect(await kindOf(bytes)).toBe('pack-damaged');
  });

  it.each(Object.entries(largeFiles))('refuses %s as too large (SG-11)', async (_, bytes) => {
    expect(await kindOf(bytes)).toBe('pack-too-large');
  });

  it('says that a pack of a newer version needs a newer app, whatever else it holds (SG-1)', async () => {
    const newer = forgePack([meta()], { version: 4, flags: 9, reserved: 9 });
    expect(await verifyPack(newer, nodePlatform)).toEqual({
      ok: false,
      problem: { kind: 'pack-too-new', version: 4 },
    });
  });

  it('refuses a pack in which any single bit is flipped (SG-1)', async () => {
    const accepted: string[] = [];
    for (let bit = 0; bit < small.length * 8; bit += 1) {
      const flipped = small.with(bit >> 3, (small[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      if ((await kindOf(flipped)) === 'whole') accepted.push(`${bit >> 3}.${bit & 7}`);
    }
    expect(accepted).toEqual([]);
  });

  it('refuses the sample with any byte changed to any other (SG-1)', async () => {
    const change = fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, mask]) => {
        expect(await kindOf(sample.with(at, (sample[at] ?? 0) ^ mask))).not.toBe('whole');
      }),
    );
  });

  it('refuses a pack that is cut off at any place (SG-1)', async () => {
    for (let length = 0; length < small.length; length += 1) {
      expect(await kindOf(small.slice(0, length))).toBe('pack-damaged');
    }
  });

  it('hands nothing to the decompressor before its hash has matched (SG-1)', async () => {
    const inflated: number[] = [];
    const watching: Platform = {
      ...nodePlatform,
      inflate: async (bytes, limit) => {
        inflated.push(limit);
        return nodePlatform.inflate(bytes, limit);
      },
    };
    const wrong = forged({ name: 'indx', ...zeros(5000), hash: new Uint8Array(32) }, card, two);
    expect((await verifyPack(wrong, watching)).ok).toBe(false);
    expect(inflated).toEqual([]);
  });

  it('asks the decompressor for no more than the table declares (SG-11)', async () => {
    const bomb = forged({ name: 'indx', ...zeros(20_000_000), raw: 30_000 }, card, two);
    const limits: number[] = [];
    const watching: Platform = {
      ...nodePlatform,
      inflate: (bytes, limit) => {
        limits.push(limit);
        return nodePlatform.inflate(bytes, limit);
      },
    };
    expect((await verifyPack(bomb, watching)).ok).toBe(false);
    expect(limits).toEqual([30_000]);
  });
});

describe('verifyListedPack', () => {
  it('accepts the pack that the index names', async () => {
    expect((await verifyListedPack(sample, sampleEntry(sample), nodePlatform)).ok).toBe(true);
  });

  it.each([
    ['length', { length: sample.length + 1 }],
    ['sha256', { sha256: '0'.repeat(64) }],
    ['region', { id: 'another-region' }],
    ['version', { version: 4 }],
    ['records', { records: 299 }],
    ['schema', { schema: 2 }],
  ] as const)('refuses a whole pack whose %s is not the listed one (SG-1)', async (field, change) => {
    const verified = await verifyListedPack(sample, sampleEntry(sample, change), nodePlatform);
    expect(verified).toEqual({ ok: false, problem: { kind: 'pack-not-as-listed', field } });
  });

  it('refuses a damaged pack even where the index names its hash (SG-1)', async () => {
    const broken = forged({ ...indx, hash: new Uint8Array(32) }, card, two);
    const verified = await verifyListedPack(broken, sampleEntry(broken), nodePlatform);
    expect(verified.ok ? null : verified.problem.kind).toBe('pack-damaged');
  });
});
