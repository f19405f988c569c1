import { describe, expect, test } from 'vitest';
import { readTowns } from '../cli/regions.ts';
import { findTowns, type Town } from './towns.ts';

const town = (name: string, population: number, more: Partial<Town> = {}): Town => ({
  name,
  admin: 'England',
  latitude: 51,
  longitude: 0,
  population,
  aliases: [],
  ...more,
});
const towns = [
  town('York', 140_000),
  town('New York', 8_800_000, { admin: 'New York' }),
  town('Newcastle', 280_000),
  town('Newport', 160_000, { admin: 'Wales' }),
  town('Newport', 25_000, { admin: 'Isle of Wight' }),
  town('Zürich', 400_000, { aliases: ['Zurigo', 'زيورخ'] }),
  town('القاهرة', 9_000_000),
  town('Stoke-on-Trent', 250_000),
  town('東京', 14_000_000),
];
const found = (prefix: string, limit = 5) =>
  findTowns(towns, prefix, limit).map(({ name, admin }) => `${name}, ${admin}`);

test.each([
  [
    'the whole name before a later word of it, though that is larger',
    'york',
    ['York, England', 'New York, New York'],
  ],
  [
    'the larger first',
    'new',
    ['New York, New York', 'Newcastle, England', 'Newport, Wales', 'Newport, Isle of Wight'],
  ],
  ['without accents', 'zur', ['Zürich, England']],
  ['another name', 'zurigo', ['Zürich, England']],
  ['another script', 'زيور', ['Zürich, England']],
  ['without the article', 'قاهره', ['القاهرة, England']],
  ['with the article', 'القا', ['القاهرة, England']],
  ['several words', 'stoke on t', ['Stoke-on-Trent, England']],
  ['a script without spaces', '東', ['東京, England']],
  ['nothing typed', ' ', []],
  ['nothing like it', 'xyz', []],
])('finds a town by %s', (_what, prefix, names) => {
  expect(found(prefix)).toEqual(names);
});

test('gives no more than asked for', () => {
  expect(found('new', 2)).toHaveLength(2);
});

const FIFTY = 50;

describe.each(['sample', 'gb', 'ke', 'nyc'])('the towns of %s', (region) => {
  const all = readTowns('data', region);

  test('are found by the first half of their name, in capitals, and by every other name they have', () => {
    // All that have another name, and one in ten of the others: the United Kingdom has two thousand.
    for (const town of all.filter(({ aliases }, at) => aliases.length > 0 || at % 10 === 0)) {
      const half = town.name.slice(0, Math.ceil(town.name.length / 2)).toUpperCase();
      for (const typed of [half, town.name, ...town.aliases])
        expect(findTowns(all, typed, all.length), `${town.name} by ${typed}`).toContain(town);
    }
  });

  test('no other name is the name again, nor there twice', () => {
    for (const { name, aliases } of all) {
      expect(aliases, name).not.toContain(name);
      expect(new Set(aliases).size, name).toBe(aliases.length);
    }
  });
});

test.each(['sample', 'gb', 'ke'])('the fifty largest towns of %s have an Arabic name', (region) => {
  const largest = readTowns('data', region)
    .toSorted((one, other) => other.population - one.population)
    .slice(0, FIFTY);
  const without = largest.filter(({ aliases }) => !aliases.some((alias) => /\p{sc=Arabic}/u.test(alias)));
  expect(without.map(({ name }) => name)).toEqual([]);
});

test.each([
  ['gb', 'لندن', 'London'],
  ['gb', 'برمنجهام', 'Birmingham'],
  ['gb', 'برمينغ', 'Birmingham'],
  ['gb', 'إدنبره', 'Edinburgh'],
  ['gb', 'ادنبرة', 'Edinburgh'],
  ['gb', 'اللندن', 'London'],
  ['gb', 'جلاسجو', 'Glasgow'],
  ['gb', 'londres', 'London'],
  ['gb', 'edimb', 'Edinburgh'],
  ['gb', 'kings lynn', "King's Lynn"],
  ['gb', "king's l", "King's Lynn"],
  ['gb', 'stoke on trent', 'Stoke-on-Trent'],
  ['gb', 'upon tyne', 'Newcastle upon Tyne'],
  ['ke', 'نيروبى', 'Nairobi'],
  ['ke', 'النيروبي', 'Nairobi'],
  ['ke', 'ممباسا', 'Mombasa'],
  ['ke', 'الدوريت', 'Eldoret'],
  ['ke', 'كیسومو', 'Kisumu'],
  ['ke', 'muranga', 'Murang’a'],
  ['ke', "murang'a", 'Murang’a'],
  ['ke', 'thomsons falls', 'Nyahururu'],
  ['nyc', 'نيويورك', 'New York City'],
  ['nyc', 'برونكس', 'The Bronx'],
  ['nyc', 'البرونكس', 'The Bronx'],
  ['nyc', 'nueva york', 'New York City'],
  ['nyc', 'bronx', 'The Bronx'],
  ['sample', 'الميناء', 'Harbour End'],
  ['sample', 'ميناء', 'Harbour End'],
  ['sample', 'عينه', 'Lower Sample'],
  ['sample', 'mwisho wa', 'Harbour End'],
  ['sample', 'vado de la fabula', 'Fableford'],
])('in %s, "%s" is %s first', (region, typed, name) => {
  expect(findTowns(readTowns('data', region), typed, 1)[0]?.name ?? null).toBe(name);
});
