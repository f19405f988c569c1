import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { townOf } from './country.ts';
import { sampleTable } from './table.ts';

// The ranges that Ofcom keeps for drama, as numbers.ts has them.
const RESERVED = /^0(113|114|115|116|117|118|121|131|141|151|161)4960\d{3}$/;

const rowsOf = (count: number, seed: number) =>
  parse([...sampleTable(count, seed)].join(''), { bom: true, columns: true }) as Record<string, string>[];

describe('a table of made-up services of any length', () => {
  it('is the same for the same seed, and a longer one begins with the shorter', () => {
    const [short, long] = [[...sampleTable(30, 7)], [...sampleTable(60, 7)]];
    expect(long.slice(0, short.length)).toEqual(short);
    expect([...sampleTable(30, 8)]).not.toEqual(short);
  });

  it('rings nobody and leads nowhere', () => {
    for (const { phone, website, email } of rowsOf(200, 7)) {
      expect(phone).toMatch(RESERVED);
      expect(website).toMatch(/\.example\/$/);
      expect(email).toMatch(/\.example$/);
    }
  });

  it('names no town where a place is hidden', () => {
    const hidden = rowsOf(200, 7).filter(({ confidential }) => confidential === 'yes');
    expect(hidden.length).toBeGreaterThan(10);
    for (const row of hidden) {
      const { name } = townOf(Number(row.id) - 1);
      expect(row.town).toBe('');
      expect(row.name).not.toContain(name);
    }
  });

  it('has a county for every region of 20,000, and no town in two of them', () => {
    const counties = Array.from({ length: 13 }, (_, county) =>
      Array.from({ length: 144 }, (_unused, town) => townOf(county * 20_000 + town)),
    );
    const names = counties.flat().map(({ name }) => name);
    expect(new Set(counties.flat().map(({ county }) => county)).size).toBe(13);
    expect(new Set(names).size).toBe(names.length);
  });
});
