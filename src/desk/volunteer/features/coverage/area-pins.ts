import type { Point } from '../../../../core/distance.ts';
import type { AreaCoverage } from '../../../../core/edits/area-coverage.ts';

const WORLD = 'world';

/** An area on the map. */
export type AreaPin = AreaCoverage & { readonly area: string; readonly points: readonly Point[] };

/** Areas that lie somewhere: for the others only the table has a place. */
export function areaPinsOf(areas: readonly AreaCoverage[]): AreaPin[] {
  return areas.flatMap((one) => {
    const { area, point } = one;
    return area === null || point === null ? [] : [{ ...one, area, points: [point] }];
  });
}

interface OfRegion {
  readonly region: string;
}

/** The map of the one region that all services are of, else the world's; null where there is none. */
export function mapOf<Named extends OfRegion>(
  maps: readonly Named[],
  services: readonly OfRegion[],
): Named | null {
  const regions = new Set(services.map(({ region }) => region));
  regions.delete(WORLD);
  const [only] = regions.size === 1 ? regions : [];
  const named = (id: string | undefined) => maps.find(({ region }) => region === id);
  return named(only) ?? named(WORLD) ?? null;
}
