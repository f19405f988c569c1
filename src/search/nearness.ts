import { distanceKm, type Point } from '../core/distance.ts';
import { type Bits, setBit, wordsFor } from './bits.ts';
import { fold } from './fold.ts';
import type { OpenedIndex } from './open-index.ts';
import type { Near } from './query.ts';

/** Nearer than this, a place counts with those of the chosen area; farther ones are counted at these too. */
export const NEAR_KM = 10;
export const DISTANCES = [NEAR_KM, 25, 50] as const;

/** How near the listings of an index are, by the places they let be known. */
export interface Nearby {
  /** In the chosen area or at most so many kilometres away; for `DISTANCES` and the distance that was chosen. */
  within(km: number): Bits;
  /** To the nearest public place; infinite where there is none with a position. */
  distanceOf(listing: number): number;
}

/** A little less than any degree of latitude is long. */
const KM_A_DEGREE = 111;

/** Only listings in `wanted` are looked at. */
export function nearbyIn(index: OpenedIndex, near: Near, wanted: Bits): Nearby {
  const sameArea = inArea(index, near.areaName);
  const limits = [...new Set([...DISTANCES, near.withinKm ?? NEAR_KM])];
  const farthest = Math.max(...limits);
  const sets = limits.map(() => sameArea.slice());
  const distanceOf = (listing: number) => nearestPlace(index, near.point, listing).km;
  for (let word = 0; word < wanted.length; word++) {
    if (wanted[word] === 0 || isBeyond(index.boxes, word, near.point, farthest)) continue;
    for (let bits = wanted[word] as number; bits !== 0; bits &= bits - 1) {
      const listing = (word << 5) | (31 - Math.clz32(bits & -bits));
      const km = distanceOf(listing);
      for (let at = 0; at < limits.length; at++) {
        if (km <= (limits[at] as number)) setBit(sets[at] as Bits, listing);
      }
    }
  }
  return { distanceOf, within: (km) => sets[limits.indexOf(km)] as Bits };
}

/**
 * Whether no point of a block's box is so near. A degree of longitude is shortest at the pole-most latitude that is within
 * the distance; nearer to a pole, or across the 180th meridian, nothing is ruled out.
 */
function isBeyond(
  boxes: OpenedIndex['boxes'],
  word: number,
  { latitude, longitude }: Point,
  km: number,
): boolean {
  const [south, north, west, east] = boxes.subarray(4 * word, 4 * word + 4) as Float64Array;
  const degrees = km / KM_A_DEGREE;
  if ((south as number) > latitude + degrees || (north as number) < latitude - degrees) return true;
  const shrink = Math.cos(((Math.abs(latitude) + degrees) * Math.PI) / 180);
  const wide = shrink > 0.01 ? degrees / shrink : 360;
  const isFar = (west as number) > longitude + wide || (east as number) < longitude - wide;
  return isFar && longitude + wide < 180 && longitude - wide > -180;
}

/** The nearest of a listing's places that have a point, and how far it is; -1 where there is none. */
function nearestPlace(
  { placeStarts, latitudes, longitudes }: OpenedIndex,
  point: Point,
  listing: number,
): { readonly place: number; readonly km: number } {
  let nearest = { place: -1, km: Number.POSITIVE_INFINITY };
  const end = placeStarts[listing + 1] as number;
  for (let place = placeStarts[listing] as number; place < end; place++) {
    const km = distanceKm(point, {
      latitude: latitudes[place] as number,
      longitude: longitudes[place] as number,
    });
    // Never so for a place without a point: its distance is no number.
    if (km < nearest.km) nearest = { place, km };
  }
  return nearest;
}

const folded = new WeakMap<OpenedIndex, readonly string[]>();

/** Of each area whether it is the one that is named so; the first stands for no area. */
function areasNamed(index: OpenedIndex, areaName: string): readonly boolean[] {
  const names = folded.get(index) ?? index.areas.map(fold);
  folded.set(index, names);
  const area = fold(areaName);
  return [false, ...names.map((name) => area !== '' && name === area)];
}

function inArea(index: OpenedIndex, areaName: string): Bits {
  const { count, placeAreas, placeStarts } = index;
  const bits = new Uint32Array(wordsFor(count));
  const isNamed = areasNamed(index, areaName);
  if (!isNamed.includes(true)) return bits;
  for (let listing = 0; listing < count; listing++) {
    const end = placeStarts[listing + 1] as number;
    for (let place = placeStarts[listing] as number; place < end; place++) {
      if (isNamed[placeAreas[place] as number]) setBit(bits, listing);
    }
  }
  return bits;
}

export interface NamedPlace {
  readonly areaName: string | null;
  readonly distancePrecision: 'exact' | 'town' | null;
}

/** The place to name: the nearest, else one in the chosen area, else its first that has a name. */
export function placeToName(index: OpenedIndex, near: Near | null, listing: number): NamedPlace {
  const { areas, placeAreas, placeStarts, placeTowns } = index;
  const own = [...placeAreas.subarray(placeStarts[listing], placeStarts[listing + 1])];
  const { place } = near ? nearestPlace(index, near.point, listing) : { place: -1 };
  const isNamed = near ? areasNamed(index, near.areaName) : [];
  const area =
    place < 0
      ? (own.find((one) => isNamed[one]) ?? own.find((one) => one > 0) ?? 0)
      : (placeAreas[place] as number);
  return {
    areaName: areas[area - 1] ?? null,
    distancePrecision: place < 0 ? null : placeTowns[place] === 1 ? 'town' : 'exact',
  };
}
