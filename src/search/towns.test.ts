import { expect, test } from 'vitest';
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
