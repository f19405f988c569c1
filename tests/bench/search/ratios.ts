import type { OneSize, Where } from './bench-search.ts';
import { CLASSES, type QueryClass } from './question.ts';
import { askedOf, type Row, rowsOf } from './table.ts';

/** One figure of ours beside the same of a peer that gives the same answers. */
export interface Ratio {
  readonly listings: number;
  readonly where: Where;
  readonly peer: string;
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
}

const OWN = 'own';

type Figure = readonly [string, (row: Row) => number | null];

const FIGURES: readonly Figure[] = [
  ['open', ({ open }) => open],
  ['deflated bytes', ({ deflated }) => deflated],
  ['memory', ({ memory }) => memory],
  ...[false, true].flatMap((isOn) =>
    CLASSES.flatMap((kind): Figure[] => [
      [`${kind} median, status ${isOn ? 'on' : 'off'}`, timesOf(kind, isOn, 'median')],
      [`${kind} p95, status ${isOn ? 'on' : 'off'}`, timesOf(kind, isOn, 'p95')],
    ]),
  ),
];

/** What our engine is compared by, of each exact peer at each size; the build is reported and not compared (settled 43). */
export function ratiosOf(sizes: readonly OneSize[]): Ratio[] {
  return sizes.flatMap((size) =>
    (['node', 'worker', 'page'] as const).flatMap((where) =>
      ratiosIn(size.listings, where, rowsOf(size, where)),
    ),
  );
}

function ratiosIn(listings: number, where: Where, rows: readonly Row[]): Ratio[] {
  const own = rows.find(({ engine }) => engine === OWN);
  if (!own) return [];
  return rows
    .filter((row) => row !== own && row.isExact === true)
    .flatMap((row) =>
      FIGURES.flatMap(([what, figure]) => {
        const [ours, theirs] = [figure(own), figure(row)];
        if (ours === null || theirs === null) return [];
        return [{ listings, where, peer: row.name, what, ours, theirs }];
      }),
    );
}

function timesOf(kind: QueryClass, isOn: boolean, which: 'median' | 'p95'): Figure[1] {
  return (row) => askedOf(row, kind, isOn)?.times[which] ?? null;
}

export function isAhead({ ours, theirs }: Ratio): boolean {
  return ours < theirs;
}
