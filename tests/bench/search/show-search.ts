import type { OneSize } from './bench-search.ts';
import { cellsOf, HEADS, plainTable, rowsOf, type Where } from './table.ts';

export const PLACES: Readonly<Record<Where, string>> = {
  node: 'Node',
  worker: 'a Chromium worker',
  page: "the page's own thread, processor slowed 4 times",
};

/** All tables of one size, for a terminal. */
export function showSize(size: OneSize): void {
  for (const where of ['node', 'worker', 'page'] as const) {
    const rows = rowsOf(size, where);
    if (rows.length === 0) continue;
    for (const isOn of [false, true]) {
      console.log(
        `\n${size.listings} listings, ${PLACES[where]}, status filter ${isOn ? 'on' : 'off'} (milliseconds: median / p95 / p99)`,
      );
      console.log(
        plainTable(
          HEADS,
          rows.map((row) => cellsOf(row, isOn)),
        ),
      );
    }
  }
  for (const { engine, problem } of size.built) if (problem) console.log(`${engine}: ${problem}`);
}
