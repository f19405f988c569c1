import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { generateSampleListings } from '../cli/sample-city/generate.ts';
import { compactListing, shownListing } from '../core/shown-listing.ts';
import { buildIndex } from '../search/build-index.ts';
import { applyDelta, makeDelta, type PackRecord, readDelta } from './delta.ts';
import { writeJson } from './write-json.ts';

const metaOf = (records: number) => ({
  region: 'sample',
  version: 2,
  records,
  schema: 1,
  built_on: '2026-11-28',
  licence: 'CC0',
});
const ordered = <Record extends PackRecord>(records: readonly Record[]) =>
  records.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Two versions of a region: whatever records, some of them in both, some changed. */
const records = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-f]{1,3}$/), n: fc.nat(2) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .map(ordered);

async function deltaOf(before: readonly PackRecord[], after: readonly PackRecord[]) {
  const bytes = await makeDelta(before, after, metaOf(after.length), nodePlatform);
  const delta = await readDelta(bytes, nodePlatform);
  if (!delta.ok) throw new Error('tests: a delta of our own cannot be read');
  return { bytes, delta: delta.value };
}

describe('a delta (settled 14)', () => {
  it('turns any version into any other, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (before, after) => {
        const { delta } = await deltaOf(before, after);
        expect(applyDelta(before, delta)).toEqual({ ok: true, value: after });
      }),
    );
  });

  it('carries what has changed and no more', async () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
      { id: 'c', n: 1 },
    ];
    const after = [
      { id: 'a', n: 1 },
      { id: 'c', n: 2 },
      { id: 'd', n: 1 },
    ];
    const { delta } = await deltaOf(before, after);
    expect(delta).toMatchObject({
      removed: ['b'],
      put: [
        { id: 'c', n: 2 },
        { id: 'd', n: 1 },
      ],
    });
  });

  it('for other records than those on the phone is refused', async () => {
    const { delta } = await deltaOf([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }]);
    expect(applyDelta([{ id: 'b' }], delta)).toMatchObject({
      ok: false,
      problem: { kind: 'delta-does-not-fit', detail: 'removes a record that is not there' },
    });
    expect(applyDelta([{ id: 'a' }, { id: 'b' }, { id: 'x' }], delta)).toMatchObject({
      ok: false,
      problem: { kind: 'delta-does-not-fit', detail: 'leads to another number of records' },
    });
  });

  it.each([
    ['is no object', null, 'not an object'],
    ['has no meta', { removed: [], put: { count: 0, columns: {} } }, 'meta is not an object'],
    [
      'has broken columns',
      { meta: metaOf(1), removed: [], put: { count: 1, columns: { id: [] } } },
      'without an id',
    ],
    [
      'has a record without an id',
      { meta: metaOf(1), removed: [], put: { count: 1, columns: { n: [1] } } },
      'without an id',
    ],
    [
      'removes what is no id',
      { meta: metaOf(1), removed: [4], put: { count: 0, columns: {} } },
      'what is no id',
    ],
    [
      'names an id twice',
      { meta: metaOf(1), removed: ['a', 'a'], put: { count: 0, columns: {} } },
      'out of order',
    ],
  ])('that %s is refused', async (_, content, detail) => {
    const read = await readDelta(await nodePlatform.deflate(writeJson(content)), nodePlatform);
    expect(read).toMatchObject({
      ok: false,
      problem: { kind: 'pack-damaged', detail: expect.stringContaining(detail) },
    });
  });

  it('that is not deflated, or inflates past the limit, is refused', async () => {
    const tooMuch = await nodePlatform.deflate(new Uint8Array(65 * 1024 * 1024));
    for (const bytes of [new Uint8Array([1, 2, 3]), tooMuch])
      expect(await readDelta(bytes, nodePlatform)).toMatchObject({ ok: false });
  });
});

describe('what a phone rebuilds from its records (settled 14)', () => {
  it('is the same index as the publisher’s, byte for byte, for any listing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryListing, { selector: ({ id }) => id, maxLength: 8 }),
        (listings) => {
          const onPhone = listings.map((listing) => shownListing(compactListing(listing)));
          expect(Buffer.from(buildIndex(onPhone)).toString()).toBe(
            Buffer.from(buildIndex(listings)).toString(),
          );
        },
      ),
    );
  });

  it('costs at most 40 kB where a hundred services have changed, however many there are', async () => {
    const before = ordered(generateSampleListings(100, 7).map(compactListing));
    const after = before.map((record) => ({
      ...record,
      description: `${record.description} Also on Sundays.`,
    }));
    const { bytes } = await deltaOf(before, after);
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.length).toBeLessThanOrEqual(40_000);
  });
});
