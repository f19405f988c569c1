import { distanceKm } from '../core/distance.ts';
import type { EntryPlace } from './entry.ts';
import { fold } from './fold.ts';
import type { Near } from './query.ts';

/** How near a service is, by the places it lets be known. */
export interface Nearness {
  /** To its nearest public place; null where it has none with a position. */
  readonly distanceKm: number | null;
  readonly precision: 'exact' | 'town' | null;
  /** One of its places is in the area that was chosen. */
  readonly isSameArea: boolean;
  /** The place to name: the nearest, else one in the chosen area, else its first. */
  readonly place: EntryPlace | null;
}

export type NearnessOf = (places: readonly EntryPlace[]) => Nearness;

/** Measures services from the place of the query. Without one there are no distances. */
export function nearnessFrom(near: Near | null): NearnessOf {
  if (!near) {
    return (places) => ({ distanceKm: null, precision: null, isSameArea: false, place: firstOf(places) });
  }
  const area = fold(near.areaName);
  return (places) => {
    let nearest: EntryPlace | null = null;
    let distance: number | null = null;
    for (const place of places) {
      const away = kilometresTo(place, near);
      if (away === null || (distance !== null && away >= distance)) continue;
      nearest = place;
      distance = away;
    }
    const inArea = area === '' ? undefined : places.find((place) => place.foldedArea === area);
    return {
      distanceKm: distance,
      precision: nearest ? (nearest.precision ?? 'exact') : null,
      isSameArea: inArea !== undefined,
      place: nearest ?? inArea ?? firstOf(places),
    };
  };
}

/** Whether it counts as within the distance: a measured public place is, or one of its places is in that very area. */
export function isWithin(nearness: Nearness, withinKm: number): boolean {
  return nearness.isSameArea || (nearness.distanceKm !== null && nearness.distanceKm <= withinKm);
}

function firstOf(places: readonly EntryPlace[]): EntryPlace | null {
  return places.find((place) => place.areaName !== undefined) ?? places[0] ?? null;
}

/** Only a public place has a distance: from where a refuge is not, it can be worked out where it is. */
function kilometresTo(place: EntryPlace, near: Near): number | null {
  const { isPublic, latitude, longitude } = place;
  if (!isPublic || latitude === undefined || longitude === undefined) return null;
  return distanceKm(near.point, { latitude, longitude });
}
