import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings } from '../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { fromColumns, toColumns } from '../core/columns.ts';
import { buildIndex } from './build-index.ts';
import { openIndex } from './open-index.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';

const bytesOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));
const contentOf = (bytes: Uint8Array) => {
  const content = JSON.parse(new TextDecoder().decode(bytes));
  // biome-ignore lint/suspicious/noExplicitAny: what an index holds is read here as whoever finds its bytes would
  return { ...content, rows: fromColumns(content.rows) as any[] };
};

describe('the index of a pack', () => {
  test('has the same bytes whatever the order of the listings', () => {
    fc.assert(
      fc.property(arbitraryListings, (listings) => {
        expect(buildIndex([...listings].reverse())).toEqual(buildIndex(listings));
      }),
    );
  });

  test('has the same bytes whatever the order of a listing’s fields and translations', () => {
    const es = { name: 'Casa' };
    const sw = { name: 'Nyumba' };
    const id = '00000000-0000-4000-8000-0000000000ff';
    const hours = { always_open: true, timezone: 'Europe/London' };
    const one = listingOf({ id, translations: { es, sw }, hours });
    const other = listingOf({
      hours: { timezone: 'Europe/London', always_open: true },
      translations: { sw, es },
      id,
    });
    expect(buildIndex([one])).toEqual(buildIndex([other]));
  });

  test('keeps days, never a finished status', () => {
    const [row] = contentOf(
      buildIndex([listingOf({ immigration_eligibility: statusYes('2020-01-01') })]),
    ).rows;
    expect(row.status).toEqual({
      value: 'yes',
      basis: 'checked',
      since: '2020-01-01',
      expires: '2020-12-31',
    });
  });

  test.each([
    [{ status: 'inactive' }],
    [{ status: 'defunct' }],
    [{ status: 'temporarily closed' }],
    [{ verification: { state: 'closed', checked_on: '2026-11-20' } }],
  ])('leaves out a service that helps nobody: %j', (fields) => {
    expect(contentOf(buildIndex([listingOf(fields)])).rows).toEqual([]);
  });

  test('keeps a disputed listing, which says that it is disputed', () => {
    const index = openListings([listingOf({ verification: { state: 'disputed', checked_on: null } })]);
    const { hits } = search(index, EMPTY_QUERY, { instant: 0, limit: 1 }).all;
    expect(hits[0]?.verificationState).toBe('disputed');
  });

  test('holds nothing of where a place is that is not public', () => {
    fc.assert(
      fc.property(arbitraryListings, (listings) => {
        for (const row of contentOf(buildIndex(listings)).rows) {
          for (const place of row.places ?? []) {
            const fields = Object.keys(place);
            expect(place.isPublic === true || fields.join() === 'areaName').toBe(true);
          }
        }
      }),
    );
  });

  test('gives no distance to a place that is not public, though its bytes held coordinates', () => {
    const places = [{ areaName: 'Leeds', latitude: 53.8, longitude: -1.5 }];
    const index = openIndex(bytesOf({ version: 1, rows: toColumns([{ ...rowOf(), places }]) }));
    const near = { point: { latitude: 53.8, longitude: -1.5 }, areaName: 'York', withinKm: null };
    if (!index.ok) throw new Error('tests: the index cannot be opened');
    const { hits } = search(index.value, { ...EMPTY_QUERY, near }, { instant: 0, limit: 1 }).all;
    expect(hits[0]?.distanceKm).toBe(null);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['bytes that are not text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['half of it', buildIndex([listingOf()]).slice(0, 100)],
    ['null', bytesOf(null)],
    ['another version', bytesOf({ version: 2, rows: toColumns([]) })],
    ['rows that are none', bytesOf({ version: 1, rows: { count: 1, columns: [] } })],
    ['a row without a name', bytesOf({ version: 1, rows: toColumns([{ ...rowOf(), name: undefined }]) })],
    [
      'a row whose needs are text',
      bytesOf({ version: 1, rows: toColumns([{ ...rowOf(), needs: 'home.refuge' }]) }),
    ],
    ['a row without a status', bytesOf({ version: 1, rows: toColumns([{ ...rowOf(), status: null }]) })],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(openIndex(bytes)).toEqual({ ok: false, problem: { kind: 'index-unreadable' } });
  });

  test('is empty when there are no listings', () => {
    const answer = search(openListings([]), EMPTY_QUERY, { instant: 0, limit: 10 });
    expect([answer.all.total, answer.refused, answer.relax]).toEqual([0, 0, []]);
  });
});

function rowOf() {
  return contentOf(buildIndex([listingOf()])).rows[0];
}
