import { compareCodePoints } from './code-points.ts';
import type { Row } from './row.ts';

const STEPS = 0x10000;

/**
 * Rows along a curve that fills the map (Morton): neighbours lie together, so that a distance concerns few blocks of 32.
 * Those without a point come last; ids decide between equals.
 */
export function inSpatialOrder(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, key: placeOnCurve(row) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key - b.key) || compareCodePoints(a.row.id, b.row.id))
    .map(({ row }) => row);
}

function placeOnCurve({ places = [] }: Row): number {
  for (const { latitude, longitude } of places) {
    if (latitude === undefined || longitude === undefined) continue;
    return spread(step((latitude + 90) / 180)) * 2 + spread(step((longitude + 180) / 360));
  }
  return Number.POSITIVE_INFINITY;
}

function step(share: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor(share * STEPS)));
}

/** The 16 bits of a number with a zero between each two. */
function spread(bits: number): number {
  let wide = bits;
  wide = (wide | (wide << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}

const BLOCK = 32;
const FAR = Number.POSITIVE_INFINITY;

/** South, north, west and east of each block; infinite the wrong way round where none has a point. */
export function boxesOf(rows: readonly Row[]): Float64Array {
  const boxes: number[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    const box = [FAR, -FAR, FAR, -FAR] as [number, number, number, number];
    for (const { latitude, longitude } of rows
      .slice(from, from + BLOCK)
      .flatMap(({ places }) => places ?? [])) {
      if (latitude === undefined || longitude === undefined) continue;
      box[0] = Math.min(box[0], latitude);
      box[1] = Math.max(box[1], latitude);
      box[2] = Math.min(box[2], longitude);
      box[3] = Math.max(box[3], longitude);
    }
    boxes.push(...box);
  }
  return Float64Array.from(boxes);
}
