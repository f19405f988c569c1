import { describe, expect, it } from 'vitest';
import { decodeRights, encodeRights } from '../../pack/rights.ts';
import { readRights } from './read-rights.ts';
import { regionRights } from './region-rights.ts';

const { rights } = readRights();

describe('the rights of a region', () => {
  it.each([
    ['KE', 'sw'],
    ['GB', 'ar'],
  ])('are all pages of its country, and each statement has its source: %s', (country, language) => {
    const own = regionRights(rights, country);
    const languages = own?.pages.map((page) => page.language).sort();
    expect(languages).toEqual([...Array(8).fill('en'), ...Array(8).fill(language)].sort());
    expect(own && decodeRights(encodeRights(own)).ok).toBe(true);
    for (const { sources } of own?.pages.flatMap((page) => page.statements) ?? [])
      expect(sources.length).toBeGreaterThan(0);
  });

  it('name the treaties that the country has joined, each with its date, and no others', () => {
    const treaties = regionRights(rights, 'KE')?.treaties ?? [];
    expect(treaties.map(({ treaty, since }) => [treaty, since])).toEqual([
      ['cedaw', '1984'],
      ['crc', '1990'],
      ['crpd', '2008'],
      ['cat', '1997'],
      ['iccpr', '1972'],
      ['palermo', '2005-01-05'],
    ]);
    for (const { name, source, as_of } of treaties) {
      expect(name).toMatch(/\(.*\d{4}.*\)/);
      // Read apart from the others, a name still says what it is of.
      expect(name).not.toMatch(/protocol to it/i);
      expect(source).toMatch(/Treaty Collection/);
      expect(as_of).toMatch(/^202[24]-/);
    }
  });

  it('are none where nothing was written for the country, or there is no country', () => {
    expect(regionRights(rights, 'US')).toBeNull();
    expect(regionRights(rights, undefined)).toBeNull();
    expect(regionRights({ pages: [], treaties: null }, 'KE')).toBeNull();
  });
});
