import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CountryFile, firstScreenCountries } from '../../src/cli/countries.ts';
import { parsePhone } from '../../src/core/phones.ts';
import { numbersOf, REGIONS, readListings, sampleListings } from './region-files.ts';

const files = JSON.parse(readFileSync('data/regions/world/countries.json', 'utf8')) as readonly CountryFile[];
const world = readListings('world').map(({ listing }) => listing);
const MOST_LINES = 3;

describe('an emergency number', () => {
  const numbers = files.flatMap(({ code, emergency }) => emergency.map((one) => ({ code, ...one })));

  it('is never from memory: each has the public page it was read on', () => {
    expect(numbers.length).toBeGreaterThan(20);
    for (const { code, number, source_url, source_name, read_on } of numbers) {
      const place = `${code} ${number}`;
      expect(number, place).toMatch(/^\d{2,6}$/);
      expect(source_url, place).toMatch(/^https?:\/\/\S+$/);
      expect(source_name, place).toMatch(/\S/);
      expect(read_on, place).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('says whom it reaches', () => {
    for (const one of numbers)
      expect(['all', 'police', 'ambulance'], `${one.code} ${one.number}`).toContain(one.for);
  });

  it('is left out where no page was found that says it: the Philippines, Nigeria', () => {
    for (const code of ['PH', 'NG'])
      expect(files.find((country) => country.code === code)?.emergency, code).toEqual([]);
  });
});

describe('a line of the first screen', () => {
  const chosen = world.filter((listing) => listing.first_screen !== undefined);

  it('has a phone that can be rung, and is open for business', () => {
    expect(chosen.length).toBeGreaterThan(15);
    for (const listing of chosen) {
      const phone = listing.channels.find(({ type }) => type === 'phone');
      expect(phone, listing.name).toBeDefined();
      if (phone?.type === 'phone') expect(parsePhone(phone.value).ok, listing.name).toBe(true);
      expect(listing.status, listing.name).toBe('active');
      expect(['disputed', 'closed', 'unverified'], listing.name).not.toContain(listing.verification.state);
    }
  });

  it('is one that anybody may call without being sent by somebody', () => {
    for (const listing of chosen) expect(listing.referral_required.value, listing.name).not.toBe('yes');
  });

  it('stands in national lines alone, at most three a country', () => {
    for (const region of REGIONS.filter((one) => one !== 'world'))
      for (const { slug, listing } of readListings(region))
        expect(listing.first_screen, slug).toBeUndefined();
    for (const { code, lines } of firstScreenCountries(world)) {
      expect(lines.length, code).toBeLessThanOrEqual(MOST_LINES);
    }
  });

  it('reaches everybody: each country has an emergency number or a line', () => {
    for (const country of firstScreenCountries(world))
      expect(country.emergency.length + country.lines.length, country.code).toBeGreaterThan(0);
    const shown = new Set(firstScreenCountries(world).map(({ code }) => code));
    const served = new Set(world.map(({ country }) => country).filter((code) => code !== 'ZZ'));
    expect([...served].filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('a made-up service', () => {
  const samples = sampleListings();
  // Ofcom's numbers for drama (020 7946 0xxx, area codes + 496 0xxx, 01632 960xxx, 07700 900xxx, 0808 157 0xxx) and
  // the North American 555-01xx: they ring nobody.
  const RESERVED =
    /^\+44(207946\d{4}|1(13|14|15|16|17|18|21|31|41|51|61)4960\d{3}|1632960\d{3}|7700900\d{3}|8081570\d{3})$|^\+1\d{3}55501\d{2}$/;

  it('says in its name and its file that it is made up', () => {
    for (const { name, sample } of samples) {
      expect(sample, name).toBe(true);
      expect(name).toMatch(/\((sample|muestra|تجريبي)\)$/);
    }
  });

  it('has only numbers that ring nobody', () => {
    const numbers = samples.flatMap(numbersOf);
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) expect(number).toMatch(RESERVED);
  });

  it('stands apart from real services', () => {
    const real = REGIONS.filter((region) => region !== 'sample').flatMap(readListings);
    for (const { slug, listing } of real) {
      expect(listing.sample, slug).toBe(false);
      expect(
        numbersOf(listing).filter((number) => RESERVED.test(number)),
        slug,
      ).toEqual([]);
    }
  });
});
