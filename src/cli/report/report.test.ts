import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { CoverageTally, totalOf } from './coverage.ts';
import { coverageSvg } from './coverage-svg.ts';
import { byRisk, dueIn } from './due.ts';

const TODAY = '2026-11-28';
const checked = (on: string | null) => ({ state: 'confirmed', method: 'call', checked_on: on });
const named = (name: string, more: Record<string, unknown>) => listingOf({ name, ...more });
const dueOf = (...listings: ReturnType<typeof listingOf>[]) =>
  dueIn({ region: 'here', listings }, TODAY)
    .sort(byRisk)
    .map(({ name }) => name);

describe('what is due (freshness, settled 18)', () => {
  it('puts the dearest mistakes first: first screen, short intervals, never checked, longest overdue', () => {
    const line = { needs: ['safe.crisis-line'] };
    const school = { needs: ['live.education'] };
    expect(
      dueOf(
        named('school long ago', { ...school, verification: checked('2025-01-01') }),
        named('school lately', { ...school, verification: checked('2026-04-01') }),
        named('line long ago', { ...line, verification: checked('2026-10-01') }),
        named('line never', { ...line, verification: checked(null) }),
        named('school first', { ...school, first_screen: 2, verification: checked('2026-05-01') }),
      ),
    ).toEqual(['school first', 'line never', 'line long ago', 'school long ago', 'school lately']);
  });

  it('leaves out what is fresh, to the last day of its interval', () => {
    const line = (on: string) => named(on, { needs: ['safe.crisis-line'], verification: checked(on) });
    expect(dueOf(line('2026-10-29'), line('2026-10-28'))).toEqual(['2026-10-28']);
  });

  it('names a fresh one whose answer lapses within thirty days', () => {
    const fresh = (answered: string) =>
      named(answered, {
        needs: ['live.education'],
        verification: checked('2026-11-20'),
        immigration_eligibility: statusYes(answered),
      });
    const [only, ...others] = dueIn(
      { region: 'here', listings: [fresh('2025-12-10'), fresh('2026-03-01'), fresh('2025-01-01')] },
      TODAY,
    );
    expect(others).toEqual([]);
    expect(only?.lapsing).toEqual([{ field: 'immigration_eligibility', on: '2026-12-10' }]);
  });
});

describe('what is covered', () => {
  const spoken = (code: string, mode: string) => ({ languages: [{ code, mode }] });
  const listings = [
    named('a', {
      needs: ['law.advice'],
      ...spoken('es-MX', 'staff'),
      immigration_eligibility: statusYes('2026-11-01'),
    }),
    named('b', { needs: ['law.advice'], ...spoken('*', 'interpreter') }),
    named('c', { needs: ['law.advice'], ...spoken('es', 'written') }),
    named('d', { needs: ['home.refuge'], immigration_eligibility: statusYes('2020-01-01') }),
  ];
  const tally = new CoverageTally(['es', 'ar'], TODAY);
  for (const listing of listings) tally.add(listing);
  const rows = tally.rows();
  const row = (need: string) => rows.find((one) => one.need === need);

  it('counts a language that somebody speaks, by region and through an interpreter, never one that is only written', () => {
    expect(row('law.advice')).toMatchObject({
      all: { confirmed: 1, ask: 2 },
      byLanguage: { es: { confirmed: 1, ask: 1 }, ar: { confirmed: 0, ask: 1 } },
    });
  });

  it('counts a yes that has lapsed as ask', () => {
    expect(row('home.refuge')?.all).toEqual({ confirmed: 0, ask: 1, conditional: 0, refuses: 0 });
  });

  it('has a row for every need, also for those that nobody helps with', () => {
    expect(rows).toHaveLength(40);
    expect(totalOf(row('online.images')?.all ?? { confirmed: 9, ask: 9, conditional: 9, refuses: 9 })).toBe(
      0,
    );
  });

  it('is drawn with every figure in words, and nothing of a name can end the drawing', () => {
    const svg = coverageSvg(rows, ['es'], { 'law.advice': 'Law </text><script>' }, 'Who & what');
    expect(svg).toContain('>3 (1)<');
    expect(svg).toContain('>none said<');
    expect(svg).toContain('Who &#38; what');
    expect(svg).not.toContain('<script');
  });
});
