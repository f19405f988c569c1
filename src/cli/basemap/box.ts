import type { Position } from 'geojson';

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const WHOLE_WORLD: Box = [-180, -85, 180, 85];

/** The box around the points; null where there are none. */
export function boxAround(points: Iterable<Position>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : null;
}

export function isInside([west, south, east, north]: Box, [longitude = 0, latitude = 0]: Position): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

export function wider([west, south, east, north]: Box, degrees: number): Box {
  return [west - degrees, south - degrees, east + degrees, north + degrees];
}

/** Counter-clockwise, as RFC 7946 wants outer rings. */
export function ringOf([west, south, east, north]: Box): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
