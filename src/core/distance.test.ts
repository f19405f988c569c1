import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, type Point } from './distance.ts';

const point = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('kilometres over the ground', () => {
  it.each([
    ['from London to Paris', point(51.5074, -0.1278), point(48.8566, 2.3522), 343.6],
    ['from Nairobi to Mombasa', point(-1.2864, 36.8172), point(-4.0435, 39.6682), 440.0],
    ['a degree along the equator', point(0, 0), point(0, 1), 111.2],
    ['over the line where days begin', point(0, 179.5), point(0, -179.5), 111.2],
    ['from pole to pole', point(90, 0), point(-90, 77), 20015.1],
    ['to the other side of the world', point(30, 10), point(-30, -170), 20015.1],
  ])('%s', (_, from, to, expected) => {
    expect(Math.abs(distanceKm(from, to) - expected)).toBeLessThan(1);
  });

  it('are none to where one is, the same both ways, and never more than half the world', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        expect(distanceKm(from, from)).toBe(0);
        expect(distanceKm(from, to)).toBeCloseTo(distanceKm(to, from), 6);
        expect(distanceKm(from, to)).toBeGreaterThanOrEqual(0);
        expect(distanceKm(from, to)).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});
