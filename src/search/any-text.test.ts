import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { readLocale } from '../../tests/unit/locale-files.ts';
import type { Listing } from '../core/schema.ts';
import { fold } from './fold.ts';
import { type Answer, EMPTY_QUERY, type Query } from './query.ts';
import { search } from './search.ts';
import { findTowns } from './towns.ts';
import { needsNamedIn, type Vocabulary } from './vocabulary.ts';
import { termsOf } from './words.ts';

const MOMENT = { instant: Date.parse('2026-11-21T12:00Z'), limit: 50 };
// Names of what every object has: as ids, codes and words they must be no more than words.
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
const ODD_TEXTS: readonly (readonly [string, string])[] = [
  ['nothing but spaces', ' \t\n\u00a0\u3000'],
  ['a pattern', '(a+)+$ [ \\ ] {1,99} (?<=x)*'],
  ['a pattern that is not whole', '([{*+?\\'],
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand different words', Array.from({ length: 2000 }, (_, number) => `w${number}`).join(' ')],
  ['ten thousand marks on a letter', `e${'\u0301'.repeat(10_000)}`],
  ['ten thousand ligatures', 'ﷺ'.repeat(10_000)],
  ['families and flags', '👩‍👧‍👦🏳️‍🌈🇰🇪'.repeat(500)],
  ['a script without spaces', '家暴庇护所'.repeat(2000)],
  ['right to left', 'مأوى بيت الأمان'],
  ['turned round', '\u202erefuge\u202c\u2066x'],
  ['zero', 'ref\u0000uge'],
  ['half a character', '\ud83d refuge \udc00'],
  ['no characters at all', '\ufffe\uffff\u{10ffff}'],
];

const listings: readonly Listing[] = [
  listingOf({ name: 'Harbour Refuge', description: 'A safe place to sleep. (a+)+$' }),
  listingOf({ name: 'بيت الأمان', description: 'مأوى للنساء', text_language: 'ar' }),
  listingOf({ name: 'บ้านพักฉุกเฉิน', text_language: 'th' }),
];
const index = openListings(listings);
const vocabulary = (readLocale('en', 'needs') as { needs: Vocabulary }).needs;
const ids = new Set(listings.map(({ id }) => id));

function ask(text: string, more: Partial<Query> = {}): Answer {
  return search(index, { ...EMPTY_QUERY, text, textNeeds: needsNamedIn(text, vocabulary), ...more }, MOMENT);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  // Lone halves too, which `binary` never makes.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom(...'()[]{}*+?.\\^$|/-', 'refuge', ' ', 'a'), { maxLength: 60 })
    .map((parts) => parts.join('')),
);

describe('CT-7 a question in any characters at all', () => {
  test.each(ODD_TEXTS)('CT-7 %s: is answered with services of the list, or none', (_what, text) => {
    for (const isStatusSafe of [false, true])
      for (const { id } of ask(text, { isStatusSafe }).all.hits) expect(ids).toContain(id);
  });

  test('CT-7 whatever is typed, it is answered and asks the same when asked again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = ask(text);
        expect(answer.all.hits.every(({ id }) => ids.has(id))).toBe(true);
        expect(answer.all.total).toBe(answer.all.hits.length);
        expect(ask(text)).toEqual(answer);
      }),
      { numRuns: 500 },
    );
  });

  test('CT-7 folding and cutting into words end, whatever the text, and change nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(termsOf(text).every((term) => term !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('CT-7 a town is looked for by any characters', () => {
    const town = {
      name: 'Eastbank',
      admin: '01',
      latitude: 51,
      longitude: 0,
      population: 1,
      aliases: ['(a+)+$'],
    };
    fc.assert(
      fc.property(anyText, (text) => {
        expect(findTowns([town], text, 5).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('CT-7 ten thousand characters cost no more than what is read of them', () => {
    // By what is read, not by a clock: a text and its first two hundred characters are one question.
    for (const [, text] of ODD_TEXTS) expect(ask(text)).toEqual(ask(text.slice(0, 200)));
  });
});

describe('CT-6 codes that are names of what every object has', () => {
  test.each(NAMES_OF_OBJECTS)(
    'CT-6 %s asked for as a code of every kind finds nothing and harms nothing',
    (name) => {
      const asked = {
        needs: [name],
        situations: [name],
        groups: [name],
        features: [name],
      } as unknown as Partial<Query>;
      expect(ask('', asked).all.total).toBe(0);
      expect(
        ask('', { languages: [name], barriers: [name], languageModes: [name] } as unknown as Partial<Query>)
          .all.total,
      ).toBe(0);
      expect(ask('', { closestStatus: name } as unknown as Partial<Query>).all.total).toBe(listings.length);
      expect(ask(name).all.total).toBe(0);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  test.each(NAMES_OF_OBJECTS)(
    'CT-6 %s in a list as every code is counted as itself and nothing else',
    (name) => {
      const strange = {
        ...listingOf({ name: `Strange ${name}` }),
        ...{
          id: name,
          country: name,
          text_language: name,
          needs: [name],
          situations: [name],
          groups_served: [name],
        },
        ...{ groups_excluded: [name], features: [name], languages: [{ code: name, mode: name }] },
        ...{ channels: [{ type: name, value: name }], translations: JSON.parse(`{"${name}":{"name":"x"}}`) },
      } as unknown as Listing;
      const answer = search(openListings([...listings, strange]), EMPTY_QUERY, MOMENT);
      expect(answer.all.hits.map(({ id }) => id)).toContain(name);
      expect(answer.all.total).toBe(listings.length + 1);
      expect(Object.getPrototypeOf(answer.counts.needs ?? {})).toBeNull();
      expect(Object.hasOwn(answer.counts.needs ?? {}, name)).toBe(true);
      expect(answer.counts.needs?.['live.basics']).toEqual({ sure: listings.length, ask: 0 });
      expect(({} as { polluted?: unknown; sure?: unknown }).sure).toBeUndefined();
    },
  );
});
