import type { OneSize, Where } from './bench-search.ts';
import { cellsOf, HEADS, plainTable, rowsOf } from './table.ts';

export const PLACES: Readonly<Record<Where, string>> = {
  node: 'Node',
  worker: 'a Chromium worker',
  page: "the page's own thread, processor slowed 4 times",
};

/** The tables of one size in one place, for a terminal. */
export function showSize(size: OneSize, where: Where): void {
  const rows = rowsOf(size, where);
  for (const isOn of [false, true]) {
    const status = `status filter ${isOn ? 'on' : 'off'}`;
    console.log(
      `\n${size.listings} listings, ${PLACES[where]}, ${status} (milliseconds; median / p95 / p99)`,
    );
    console.log(
      plainTable(
        HEADS,
        rows.map((row) => cellsOf(row, isOn)),
      ),
    );
  }
  for (const { engine, problem } of size.built) if (problem) console.log(`${engine}: ${problem}`);
}
