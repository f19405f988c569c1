import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { edits } from '../../tests/fixtures/naive-search.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { isWithinOneEdit } from './edit-distance.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';

const MOMENT = { instant: Date.parse('2026-11-21T12:00Z'), limit: 50 };
const listings = [
  listingOf({ name: 'Harbour Refuge', description: 'A safe place to sleep.' }),
  listingOf({
    name: 'Quayside',
    description: 'Near the refuge: legal advice.',
    alternate_name: 'Rights Shop',
  }),
  listingOf({ name: 'بيت الأمان', description: 'مأوى للنساء', text_language: 'ar' }),
  listingOf({
    name: 'Línea de Ayuda',
    translations: { en: { name: 'Helpline', description: 'Someone listens' } },
  }),
  listingOf({ name: 'บ้านพักฉุกเฉิน', text_language: 'th' }),
  listingOf({ name: 'Line 1195' }),
];
const index = openListings(listings);
const found = (text: string, textNeeds: readonly 'live.work'[] = []) =>
  search(index, { ...EMPTY_QUERY, text, textNeeds }, MOMENT).all.hits.map(({ name }) => name);

describe('searching by words', () => {
  test.each([
    ['a name comes before a description', 'refuge', ['Harbour Refuge', 'Quayside']],
    ['the beginning of a word', 'harb', ['Harbour Refuge']],
    ['a wrong letter', 'refuse', ['Harbour Refuge', 'Quayside']],
    ['two letters swapped', 'refueg', ['Harbour Refuge', 'Quayside']],
    ['every word must be there', 'refuge sleep', ['Harbour Refuge']],
    ['another name', 'rights', ['Quayside']],
    ['without accents', 'linea', ['Línea de Ayuda', 'Line 1195']],
    ['a translated name', 'helpline', ['Línea de Ayuda']],
    ['a translated description', 'listens', ['Línea de Ayuda']],
    ['Arabic without the article', 'امان', ['بيت الأمان']],
    ['Arabic with another alef', 'الامان', ['بيت الأمان']],
    ['Arabic teh marbuta or heh, alef maksura or yeh', 'ماوي', ['بيت الأمان']],
    ['the middle of a Thai name', 'ฉุกเฉิน', ['บ้านพักฉุกเฉิน']],
    ['a number is never taken for its neighbour', '1196', []],
    ['digits of another script', '١١٩٥', ['Line 1195']],
    ['words that are nowhere', 'zzzz', []],
  ])('%s', (_what, text, names) => {
    expect(found(text)).toEqual(names);
  });

  test('finds a service by a need that the words name, though it has none of them', () => {
    const worker = listingOf({ name: 'Quay Jobs', needs: ['live.work'] });
    const query = { ...EMPTY_QUERY, text: 'I need a job', textNeeds: ['live.work' as const] };
    const hits = search(openListings([...listings, worker]), query, MOMENT).all.hits;
    expect(hits.map(({ name }) => name)).toEqual(['Quay Jobs']);
  });

  test('puts a service with the words and the need before one with either', () => {
    const all = [
      listingOf({ name: 'Jobs, in the name only' }),
      listingOf({ name: 'Quay Work', needs: ['live.work'] }),
      listingOf({ name: 'Zest Jobs', needs: ['live.work'] }),
    ];
    const query = { ...EMPTY_QUERY, text: 'jobs', textNeeds: ['live.work' as const] };
    const { hits } = search(openListings(all), query, MOMENT).all;
    expect(hits.map(({ name }) => name)).toEqual(['Zest Jobs', 'Jobs, in the name only', 'Quay Work']);
  });

  test('signs alone ask nothing', () => {
    expect(found('🆘 ?!').length).toBe(listings.length);
  });

  test.each([
    ['10,000 characters', 'refuge '.repeat(1429)],
    [
      '10,000 different letters',
      Array.from({ length: 10_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
    ],
    ['a ligature that unfolds', 'ﷺ'.repeat(10_000)],
    ['NUL and control characters', `refuge${'\0\u0001\u202e'.repeat(40)}`],
    ['a regular expression', '(a+)+$[\\^.*{1,99999}'],
    ['half of an emoji', '\ud83d refuge \udc00'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['names of object fields', '__proto__ constructor toString'],
  ])('stays fast and harmless with %s', (_what, text) => {
    const start = performance.now();
    expect(() => found(text)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('one edit is what the table of edit distances says it is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isWithinOneEdit(unitsOf(`>${one}<`), 1, one.length + 1, unitsOf(other))).toBe(
          edits(one, other) <= 1,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
