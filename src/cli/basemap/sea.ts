import type { Position } from 'geojson';
import { type Box, isInside } from './box.ts';

// OpenStreetMap draws no sea: its coast is a line with land on the left and water on the right. The sea of an extract is what
// lies between these lines and the edge of its box.

interface Piece {
  readonly points: readonly Position[];
  /** How far along the edge of the box it enters and leaves, clockwise from the south-west corner. */
  readonly enters: number;
  readonly leaves: number;
}

/**
 * Polygons of water, the islands in it cut out. Null where the lines end inside of the box: an extract that was cut so does
 * not say where the sea is.
 */
export function seaOf(chains: readonly Position[][], box: Box): Position[][][] | null {
  const islands = chains.filter(isClosed);
  const pieces: Piece[] = [];
  for (const chain of chains.filter((one) => !isClosed(one))) {
    const cut = cutToBox(chain, box);
    if (!cut) return null;
    pieces.push(...cut);
  }
  const rings = closeAlongEdge(pieces, box);
  return rings?.map((ring) => [ring, ...islands.filter(([point = []]) => isInRing(ring, point))]) ?? null;
}

/** By how often a line to the east crosses it. */
function isInRing(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let isIn = false;
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isIn = !isIn;
  });
  return isIn;
}

export function isClosed(chain: readonly Position[]): boolean {
  return chain.length > 3 && keyOf(chain[0]) === keyOf(chain.at(-1));
}

function keyOf(point: Position | undefined): string {
  return String(point);
}

/** Ways of a coast follow one another, each from where the one before ends. */
export function joinLines(lines: readonly (readonly Position[])[]): Position[][] {
  const waiting = new Map(lines.map((line) => [keyOf(line[0]), line]));
  const endings = new Set(lines.filter((line) => !isClosed(line)).map((line) => keyOf(line.at(-1))));
  const chains: Position[][] = [];
  const take = (start: string) => {
    const chain: Position[] = [];
    for (let key = start, line = waiting.get(key); line; line = waiting.get(key)) {
      waiting.delete(key);
      chain.push(...(chain.length > 0 ? line.slice(1) : line));
      key = keyOf(chain.at(-1));
    }
    if (chain.length > 1) chains.push(chain);
  };
  // First those at which no other ends, then what is left: rings.
  for (const start of [...waiting.keys()]) if (!endings.has(start)) take(start);
  for (const start of [...waiting.keys()]) take(start);
  return chains;
}

/** The parts inside of the box, each from edge to edge; null where one begins or ends inside. */
function cutToBox(chain: readonly Position[], box: Box): Piece[] | null {
  const pieces: Piece[] = [];
  let points: Position[] | null = null;
  if (chain.some((point, index) => (index === 0 || index === chain.length - 1) && isInside(box, point)))
    return null;
  for (const [index, to] of chain.entries()) {
    const from = chain[index - 1];
    if (!from) continue;
    const crossings = crossingsOf(from, to, box);
    for (const point of crossings) {
      if (points) {
        pieces.push(pieceOf([...points, point], box));
        points = null;
      } else points = [point];
    }
    if (points && isInside(box, to)) points.push(to);
  }
  return points ? null : pieces;
}

function pieceOf(points: readonly Position[], box: Box): Piece {
  return { points, enters: alongEdge(points[0] ?? [], box), leaves: alongEdge(points.at(-1) ?? [], box) };
}

/** Where a line goes through the edge, in its own order (Liang and Barsky's clipping). */
function crossingsOf([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, box: Box): Position[] {
  const [west, south, east, north] = box;
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, x1 - west],
    [dx, east - x1],
    [-dy, y1 - south],
    [dy, north - y1],
  ] as const) {
    if (step === 0 && room < 0) return [];
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  if (enter >= leave) return [];
  return [enter, leave].filter((at) => at > 0 && at < 1).map((at) => [x1 + at * dx, y1 + at * dy]);
}

/** From 0 to 4, clockwise: up the west side, along the north, down the east, back along the south. */
function alongEdge([x = 0, y = 0]: Position, [west, south, east, north]: Box): number {
  const [right, up] = [(x - west) / (east - west), (y - south) / (north - south)];
  const sides = [
    [Math.abs(right), up],
    [Math.abs(1 - up), 1 + right],
    [Math.abs(1 - right), 3 - up],
    [Math.abs(up), 4 - right],
  ] as const;
  return sides.reduce((nearest, side) => (side[0] < nearest[0] ? side : nearest))[1] % 4;
}

/**
 * Water is on the right of a coast, so the ring around it runs clockwise: from where a piece leaves the box on along the
 * edge to where the next one enters.
 */
function closeAlongEdge(pieces: readonly Piece[], box: Box): Position[][] | null {
  const left = new Set(pieces);
  const rings: Position[][] = [];
  while (left.size > 0) {
    const [first] = left;
    if (!first) break;
    const ring: Position[] = [];
    let piece: Piece = first;
    do {
      left.delete(piece);
      ring.push(...piece.points);
      const { leaves } = piece;
      const next = nearestAhead(pieces, leaves);
      if (!next) return null;
      ring.push(...cornersBetween(leaves, next.enters, box));
      piece = next;
    } while (left.has(piece));
    // Lines that cross each other lead back to another piece than the first: then nobody knows where the sea is.
    if (piece !== first) return null;
    ring.push(first.points[0] ?? []);
    rings.push(ring);
  }
  return rings;
}

function nearestAhead(pieces: readonly Piece[], from: number): Piece | undefined {
  const ahead = (piece: Piece) => (piece.enters - from + 4) % 4;
  return pieces.reduce<Piece | undefined>(
    (nearest, piece) => (!nearest || ahead(piece) < ahead(nearest) ? piece : nearest),
    undefined,
  );
}

function cornersBetween(from: number, to: number, [west, south, east, north]: Box): Position[] {
  const corners: Position[] = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
  ];
  const end = to > from ? to : to + 4;
  const between: Position[] = [];
  for (let corner = Math.floor(from) + 1; corner < end; corner += 1) between.push(corners[corner % 4] ?? []);
  return between;
}
