import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { LANGUAGES, readLocale } from '../../tests/unit/locale-files.ts';
import { readRegion } from '../cli/regions.ts';
import { NEEDS, type Need } from '../core/taxonomy.ts';
import { joinIndexes } from './join-indexes.ts';
import type { SearchIndex } from './open-index.ts';
import { EMPTY_QUERY, type Hit } from './query.ts';
import { search } from './search.ts';
import { needsNamedIn, type Vocabulary } from './vocabulary.ts';

interface Expectation {
  readonly ask: string;
  readonly first: readonly Need[];
  readonly danger?: true;
  readonly not_above?: readonly Need[];
  readonly held_out?: true;
  readonly why: string;
}

const FEWEST = 40;
const FEWEST_HELD_OUT = 10;
const FEWEST_OF_DANGER = 8;
const ALL = { instant: Date.parse('2026-11-29T12:00Z'), limit: Number.MAX_SAFE_INTEGER };

const expected = parse(readFileSync('data/relevance.yml', 'utf8')) as Record<string, Expectation[]>;
const world = openRegion('world');
// As the guide joins them: a region, and the national lines of its country.
const lists: Readonly<Record<string, SearchIndex>> = {
  // A service for each need, of which nothing but the need tells what it is.
  'one service a need': openListings(
    NEEDS.map((need, at) => listingOf({ name: `Quay ${at}`, needs: [need] })),
  ),
  gb: joinIndexes([{ index: world, countries: ['GB'] }, { index: openRegion('gb') }]),
  ke: joinIndexes([{ index: world, countries: ['KE'] }, { index: openRegion('ke') }]),
  nyc: joinIndexes([{ index: world, countries: ['US'] }, { index: openRegion('nyc') }]),
};

function openRegion(id: string): SearchIndex {
  return openListings(readRegion(id).region.listings);
}

function hitsOf(list: SearchIndex, text: string, textNeeds: readonly Need[]): readonly Hit[] {
  return search(list, { ...EMPTY_QUERY, text, textNeeds }, ALL).all.hits;
}

test('every language of the guide is asked enough, with and without danger', () => {
  expect(Object.keys(expected).toSorted()).toEqual(LANGUAGES.toSorted());
  for (const [language, asked] of Object.entries(expected)) {
    const heldOut = asked.filter(({ held_out }) => held_out).length;
    expect(asked.length - heldOut, language).toBeGreaterThanOrEqual(FEWEST);
    expect(heldOut, language).toBeGreaterThanOrEqual(FEWEST_HELD_OUT);
    expect(asked.filter(({ danger }) => danger).length, language).toBeGreaterThanOrEqual(FEWEST_OF_DANGER);
    expect(new Set(asked.map(({ ask }) => ask)).size, language).toBe(asked.length);
    for (const { ask, first, not_above = [], why } of asked) {
      expect(NEEDS, ask).toEqual(expect.arrayContaining([...first, ...not_above]));
      expect(why, ask).toMatch(/\S/);
    }
  }
});

describe.each(Object.keys(expected))('what is typed in %s', (language) => {
  const { needs: vocabulary } = readLocale(language, 'needs') as { needs: Vocabulary };

  test.each(expected[language] ?? [])('$ask: $why', ({ ask, first, danger, not_above = [] }) => {
    const named = needsNamedIn(ask, vocabulary);
    for (const [id, list] of Object.entries(lists)) {
      // In danger, what gets her out of it is as good an answer as any.
      const wanted = danger ? [...first, 'safe.escape'] : first;
      const meets = ({ needs }: Hit) => needs.some((need) => wanted.includes(need));
      const everything = hitsOf(list, '', []);
      const available = everything.filter(meets).length;
      if (available === 0) continue;
      const hits = hitsOf(list, ask, named);
      const where = `${id}, which names ${named.join(', ') || 'no need'}`;
      expect(hits.length, where).toBeGreaterThan(0);
      expect(
        hits
          .slice(0, Math.min(available, 3))
          .filter((hit) => !meets(hit))
          .map(({ name }) => name),
        where,
      ).toEqual([]);
      const last = hits.findLastIndex(meets);
      const above = hits
        .slice(0, last)
        .filter((hit) => !meets(hit) && hit.needs.some((need) => not_above.includes(need)));
      expect(
        above.map(({ name }) => name),
        where,
      ).toEqual([]);
      if (danger) {
        const lines = everything.filter(({ isCrisisLine }) => isCrisisLine).length;
        expect(lines, where).toBeGreaterThan(0);
        expect(
          hits.slice(0, lines).filter(({ isCrisisLine }) => !isCrisisLine),
          where,
        ).toEqual([]);
        expect(hits.length, where).toBeGreaterThanOrEqual(lines);
      }
    }
  });
});

// They put crisis lines before everything: in the name of another service they would hide it from who looks for it.
test.each(LANGUAGES)(
  'no word of danger in %s is in the name of a service that is no crisis line',
  (language) => {
    const { needs: vocabulary } = readLocale(language, 'needs') as { needs: Vocabulary };
    const names = Object.values(lists).flatMap((list) =>
      hitsOf(list, '', []).flatMap(({ name, isCrisisLine }) => (isCrisisLine ? [] : name)),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => needsNamedIn(name, vocabulary).includes('safe.escape'))).toEqual([]);
  },
);
