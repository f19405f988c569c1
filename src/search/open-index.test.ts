import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings } from '../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import type { Listing } from '../core/schema.ts';
import { buildIndex, buildSearchFiles } from './build-index.ts';
import { CARD_COLUMNS, INDEX_COLUMNS, type IndexColumns } from './index-format.ts';
import { openIndex } from './open-index.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';
import {
  CARDS_KIND,
  type Column,
  INDEX_KIND,
  INDEX_VERSION,
  readColumns,
  writeColumns,
} from './typed-columns.ts';

const NAMES = [
  'labels',
  'counterCounts',
  'counters',
  'expires',
  'checked',
  'intervals',
  'hours',
  'hoursTable',
  'nameRanks',
  'placeCounts',
  'placeAreas',
  'placeTowns',
  'latitudes',
  'longitudes',
  'boxes',
  'fulls',
  'fullsUntil',
  'termLengths',
  'termUnits',
  'postingSizes',
  'postings',
] as const satisfies readonly (keyof IndexColumns)[];
const CARD_NAMES = ['ids', 'cardSizes', 'cards'];
const NOW = { instant: Date.parse('2026-11-21T12:00Z'), limit: 10 };
const UNREADABLE = { ok: false, problem: { kind: 'index-unreadable' } };
const text = new TextDecoder();
/** As text: comparing thousands of numbers one by one takes a hundred times as long. */
const bytesOf = (listings: readonly Listing[]) =>
  Object.values(buildSearchFiles(listings)).map((bytes) => Buffer.from(bytes).toString('latin1'));

describe('the index of a pack', () => {
  test('has the same bytes whatever the order of the listings', () => {
    fc.assert(
      fc.property(arbitraryListings, (listings) => {
        expect(bytesOf([...listings].reverse())).toEqual(bytesOf(listings));
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
    expect(bytesOf([one])).toEqual(bytesOf([other]));
  });

  test('has no term of a character that a phone of 2022 does not know', () => {
    // U+A7DA came with Unicode 16: on an older phone it is no letter, and would part the word.
    const { termUnits } = columnsOf(buildIndex([listingOf({ name: 'Quay\ua7da' })]));
    expect(String.fromCharCode(...termUnits)).toContain('quay');
    expect(String.fromCharCode(...termUnits)).not.toMatch(/[\ua7da\ua7db]/);
  });

  test('keeps days, never a finished status', () => {
    const bytes = buildIndex([listingOf({ immigration_eligibility: statusYes('2020-01-01') })]);
    const { expires, checked } = columnsOf(bytes);
    const dayOf = (day: number | undefined) => new Date((day ?? 0) * 86_400_000).toISOString();
    expect(dayOf(expires[0])).toBe('2020-12-31T00:00:00.000Z');
    expect(dayOf(checked[0])).toBe('2026-11-20T00:00:00.000Z');
  });

  test.each([
    [{ status: 'inactive' }],
    [{ status: 'defunct' }],
    [{ status: 'temporarily closed' }],
    [{ verification: { state: 'closed', checked_on: '2026-11-20' } }],
  ])('leaves out a service that helps nobody: %j', (fields) => {
    expect(search(openListings([listingOf(fields)]), EMPTY_QUERY, NOW).all.total).toBe(0);
  });

  test('keeps a disputed listing, which says that it is disputed', () => {
    const index = openListings([listingOf({ verification: { state: 'disputed', checked_on: null } })]);
    const { hits } = search(index, EMPTY_QUERY, NOW).all;
    expect(hits[0]?.verificationState).toBe('disputed');
  });

  test('holds a point of public places only', () => {
    fc.assert(
      fc.property(arbitraryListings, (listings) => {
        const { latitudes, longitudes } = columnsOf(buildIndex(listings));
        const told = listings
          .filter(({ status, verification }) => status === 'active' && verification.state !== 'closed')
          .flatMap(({ locations }) => locations)
          .flatMap((place) =>
            place.visibility === 'public' && place.latitude !== undefined && place.longitude !== undefined
              ? [place.latitude, place.longitude]
              : [],
          );
        const held = [...latitudes, ...longitudes].filter((degrees) => !Number.isNaN(degrees));
        expect(held.sort()).toEqual(told.sort());
      }),
    );
  });

  test('is empty when there are no listings', () => {
    const answer = search(openListings([]), EMPTY_QUERY, NOW);
    expect([answer.all.total, answer.refused, answer.relax]).toEqual([0, 0, []]);
  });
});

const files = buildSearchFiles([
  listingOf({
    name: 'Harbour House',
    languages: [{ code: 'es', mode: 'staff' }],
    hours: { timezone: 'Europe/London', always_open: true },
    availability: { value: 'full', as_of: '2026-11-21T09:00:00.000Z', valid_hours: 24 },
    locations: [
      {
        visibility: 'public',
        publish_consent: true,
        consent_evidence: 'Its website',
        location_type: 'physical',
        area_name: 'Leeds',
        latitude: 53.8,
        longitude: -1.5,
      },
      { visibility: 'area-only', location_type: 'redacted', area_name: 'York' },
    ],
  }),
  listingOf(),
]);

describe('an index is refused whole', () => {
  test.each<[string, Uint8Array]>([
    ['it is nothing', new Uint8Array()],
    ['it is bytes that are none', new Uint8Array([0xff, 0xfe, 0x00])],
    ['it is half', files.index.slice(0, files.index.length >> 1)],
    ['something follows it', Uint8Array.from([...files.index, 0, 0, 0, 0, 0, 0, 0, 0])],
    [
      'it is of version 1, which was JSON',
      new TextEncoder().encode('{"version":1,"rows":{"count":0,"columns":{}}}'),
    ],
    ['it is of a later version', patched(files.index, 4, INDEX_VERSION + 1)],
    ['it is something else', patched(files.index, 0, 0)],
    ['it is the cards', files.cards],
    ['it is for more listings', patched(files.index, 12, 3)],
    ['a column has another width', patched(files.index, 16, 3)],
    ['a column is longer than the file', patched(files.index, 20, 0x7fffffff)],
  ])('where %s', (_what, bytes) => {
    expect(openIndex(bytes, files.cards)).toEqual(UNREADABLE);
  });

  test.each<[string, Partial<IndexColumns>]>([
    ['labels are not JSON', { labels: new Uint8Array([0x7b]) }],
    ['labels are null', { labels: json(null) }],
    ['labels say nothing', { labels: json({}) }],
    ['a counter is of no kind', { labels: json({ ...labelsOf(), counters: [[99, 'x']] }) }],
    ['a counter has no name', { labels: json({ ...labelsOf(), counters: [[0, 1]] }) }],
    ['a counter is not in the table', { counters: columnsOf(files.index).counters.map(() => 250) as Column }],
    ['counters are fewer than listings have', { counters: Uint8Array.of(0) }],
    ['a listing has no hours', { hours: Uint8Array.of(1) }],
    ['an area is not in the table', { placeAreas: Uint8Array.of(9, 1) }],
    ['there are more points than places', { latitudes: Float64Array.of(1, 2, 3) }],
    ['a block has no box', { boxes: Float64Array.of(1, 2, 3) }],
    ['a listing is full that is not there', { fulls: Uint8Array.of(2) }],
    ['nobody says until when', { fullsUntil: Float64Array.of() }],
    ['terms are longer than their text', { termLengths: Uint8Array.of(9, 9) }],
    ['postings are missing', { postings: new Uint8Array() }],
    ['listings have no names in order', { nameRanks: Uint8Array.of(0) }],
  ])('where %s', (_what, columns) => {
    expect(openIndex(withColumns(columns), files.cards)).toEqual(UNREADABLE);
  });

  test.each<[string, Uint8Array]>([
    ['they are missing', new Uint8Array()],
    ['they are the index', files.index],
    ['they are of other listings', buildSearchFiles([listingOf()]).cards],
    ['an id is half', withCards({ ids: new Uint8Array(31) })],
    ['a card is longer than the text', withCards({ cardSizes: Uint8Array.of(255, 255) })],
  ])('where of its cards it is said that %s', (_what, cards) => {
    expect(openIndex(files.index, cards)).toEqual(UNREADABLE);
  });

  test('and opened where nothing is wrong, also from the middle of other bytes', () => {
    const within = (bytes: Uint8Array) => Uint8Array.from([1, 2, 3, ...bytes]).subarray(3);
    expect(openIndex(within(files.index), within(files.cards)).ok).toBe(true);
    expect(openIndex(withColumns({}), withCards({})).ok).toBe(true);
  });

  test('numbers that lead nowhere are passed over in postings, which are not read before they are asked for', () => {
    const postings = columnsOf(files.index).postings.map(() => 0xff) as Column;
    const opened = openIndex(withColumns({ postings }), files.cards);
    if (!opened.ok) throw new Error('tests: the index cannot be opened');
    expect(search(opened.value, { ...EMPTY_QUERY, text: 'harbour house' }, NOW).all.hits.length).toBeLessThan(
      3,
    );
  });
});

function columnsOf(index: Uint8Array): IndexColumns {
  const file = readColumns(index, INDEX_KIND, INDEX_COLUMNS);
  if (!file) throw new Error('tests: not an index');
  return Object.fromEntries(
    NAMES.map((name, place) => [name, file.columns[place]]),
  ) as unknown as IndexColumns;
}

function withColumns(changed: Partial<IndexColumns>): Uint8Array {
  const columns = { ...columnsOf(files.index), ...changed };
  return writeColumns(INDEX_KIND, { count: 2, columns: NAMES.map((name) => columns[name]) });
}

function withCards(changed: Readonly<Record<string, Column>>): Uint8Array {
  const file = readColumns(files.cards, CARDS_KIND, CARD_COLUMNS);
  if (!file) throw new Error('tests: not cards');
  const columns = CARD_NAMES.map((name, place) => changed[name] ?? (file.columns[place] as Column));
  return writeColumns(CARDS_KIND, { count: 2, columns });
}

function labelsOf() {
  return JSON.parse(text.decode(columnsOf(files.index).labels as Uint8Array));
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function patched(bytes: Uint8Array, at: number, number: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, number, true);
  return copy;
}
