import { expect, it } from 'vitest';
import { areaPinsOf, mapOf } from './area-pins.ts';

const row = (area: string | null, point: { latitude: number; longitude: number } | null) => ({
  area,
  all: 2,
  confirmed: 1,
  needs: 3,
  point,
});
const AT = { latitude: 1, longitude: 2 };

it('V14 invariant 3 only an area with a name and a public place has a pin', () => {
  expect(areaPinsOf([row(null, null), row('North', AT), row('Hidden Hills', null)])).toEqual([
    { ...row('North', AT), points: [AT] },
  ]);
});

it('the map is that of the one region that all services are of, else the world’s', () => {
  const maps = [{ region: 'world' }, { region: 'city' }];
  const of = (...regions: string[]) =>
    mapOf(
      maps,
      regions.map((region) => ({ region })),
    )?.region;
  expect(of('city', 'world', 'city')).toBe('city');
  expect(of('city', 'shire')).toBe('world');
  expect(of('shire')).toBe('world');
  expect(of()).toBe('world');
  expect(mapOf([], [])).toBeNull();
});
