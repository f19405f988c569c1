import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryQuery } from '../../tests/fixtures/arbitrary-query.ts';
import { wordsOf } from '../../tests/fixtures/words-of.ts';
import { LANGUAGES } from '../../tests/unit/locale-files.ts';
import { needsIn } from '../core/taxonomy.ts';
import { EMPTY_QUERY, type Query } from '../search/query.ts';
import { activeFilters } from './active-filters.ts';

type Words = Parameters<typeof activeFilters>[1];
const words = new Map<string, Words>();
const active = (query: Partial<Query>, language = 'en') =>
  activeFilters({ ...EMPTY_QUERY, ...query }, words.get(language) as Words);
const labels = (query: Partial<Query>) => active(query).map(({ label }) => label);

beforeAll(async () => {
  for (const language of LANGUAGES) {
    const i18n = await wordsOf(language);
    words.set(language, {
      t: i18n.getFixedT(language, 'find'),
      needs: i18n.getFixedT(language, 'needs'),
      languages: i18n.getFixedT(language, 'languages'),
    });
  }
});

describe('the filters in force', () => {
  it('are none where nothing is asked', () => {
    expect(active({})).toEqual([]);
    expect(active({ text: '   ' })).toEqual([]);
  });

  it('name a whole group of needs as one, as its tile did', () => {
    const [filter, ...more] = active({ needs: needsIn('home') });
    expect(more).toEqual([]);
    expect(filter).toMatchObject({ kind: 'needs', key: 'needs home' });
    expect(filter?.without.needs).toEqual([]);
  });

  it('name its needs one by one once one of them is gone', () => {
    const needs = needsIn('home').slice(1);
    const filters = active({ needs });
    expect(filters).toHaveLength(needs.length);
    expect(filters[0]?.without.needs).toEqual(needs.slice(1));
  });

  it('take off only a group of two, whole or not', () => {
    const [home] = active({ needs: [...needsIn('home'), 'law.advice'] });
    expect(home?.without.needs).toEqual(['law.advice']);
  });

  it('forget with the text the needs that it named', () => {
    const [text] = active({ text: ' nowhere to sleep ', textNeeds: ['home.emergency'] });
    expect(text?.label).toContain('nowhere to sleep');
    expect(text?.without).toEqual(EMPTY_QUERY);
  });

  it('show a language by its own code where it has no name here', () => {
    expect(labels({ languages: ['xx'] })).toEqual(['xx']);
  });

  it('say of a barrier that it is left out, not that it is asked for', () => {
    const [label] = labels({ barriers: ['id'] });
    expect(label).not.toBe(labels({ features: ['step-free'] })[0]);
    expect(label?.length).toBeGreaterThan(5);
  });
});

describe('the filters of any question', () => {
  // A place is not a filter here: it is chosen and changed on a screen of its own.
  const queries = arbitraryQuery.map((query) => ({
    ...query,
    near: null,
    ...(query.text === '' && { textNeeds: [] }),
  }));

  it('can each be taken off, until nothing is asked', () => {
    fc.assert(
      fc.property(queries, fc.infiniteStream(fc.nat()), (query, choices) => {
        let left: Query = query;
        for (const choice of choices) {
          const filters = activeFilters(left, words.get('en') as Words);
          if (filters.length === 0) break;
          const next = filters[choice % filters.length]?.without ?? left;
          expect(activeFilters(next, words.get('en') as Words).length).toBe(filters.length - 1);
          left = next;
        }
        expect(left).toEqual(EMPTY_QUERY);
      }),
    );
  });

  it('have each a key of its own, and words in every language (CT-11)', () => {
    fc.assert(
      fc.property(queries, fc.constantFrom(...LANGUAGES), (query, language) => {
        const filters = active(query, language);
        expect(new Set(filters.map(({ key }) => key)).size).toBe(filters.length);
        for (const { label } of filters) {
          expect(label).not.toMatch(
            /undefined|\[object|\{\{|^(filters|needs|served|features|situations|groups|names)\./,
          );
          expect(label.trim()).not.toBe('');
        }
      }),
    );
  });
});
