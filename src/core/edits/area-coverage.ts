import type { IsoDate } from '../dates.ts';
import type { Point } from '../distance.ts';
import type { Listing } from '../schema.ts';
import { isShown } from '../shown-listing.ts';
import { areasOf, isConfirmed, namedAreaOf } from './coverage.ts';

/** How well one area is served, by the names that are public anyway (V14). */
export interface AreaCoverage {
  /** Null: people anywhere in the country, by phone or online. */
  readonly area: string | null;
  /** Services that are for people there. */
  readonly all: number;
  /** Of those, checked by a person and not old. */
  readonly confirmed: number;
  /** Different needs that one of them answers. */
  readonly needs: number;
  /** The middle of the public places that bear its name, in degrees; null where there is none. */
  readonly point: Point | null;
}

/**
 * By name, with the one for people anywhere first. What is closed covers nothing. A place that is not public counts for the
 * area that its listing names and never moves that area's point (invariant 3).
 */
export function coverageByArea(listings: readonly Listing[], today: IsoDate): AreaCoverage[] {
  const groups = new Map<string | null, Listing[]>();
  for (const listing of listings.filter(isShown))
    for (const area of areasOf(listing)) {
      const group = groups.get(area);
      if (group) group.push(listing);
      else groups.set(area, [listing]);
    }
  return [...groups.entries()]
    .sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1))
    .map(([area, serving]) => ({
      area,
      all: serving.length,
      confirmed: serving.filter((listing) => isConfirmed(listing, today)).length,
      needs: new Set(serving.flatMap(({ needs }) => needs)).size,
      point: area === null ? null : middleOf(serving.flatMap((listing) => pointsIn(listing, area))),
    }));
}

function pointsIn({ locations }: Listing, area: string): Point[] {
  return locations.flatMap((location) => {
    if (location.visibility !== 'public' || namedAreaOf(location) !== area) return [];
    const { latitude, longitude } = location;
    return latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }];
  });
}

/** No area lies across the 180th meridian. */
function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}
