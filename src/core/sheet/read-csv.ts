// RFC 4180 as it is really written: other delimiters, spaces before a quote, rows that are too short. csv-parse, which the
// command line reads with, gives up a whole file for one quote that is not closed; here such a row is named, and the rest is
// read (CT-9).

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
  /** There are more rows than are read. */
  readonly isTooLong: boolean;
}
export interface CsvRow {
  /** The header is row 1, as in a spreadsheet. */
  readonly at: number;
  readonly cells: readonly string[];
}
export interface CsvFault {
  readonly at: number;
  /** More or fewer cells than the header, or quotes that are not closed or stand inside. */
  readonly kind: 'ragged' | 'quotes';
}

const DELIMITERS = [',', ';', '\t', '|'];
// Also how far a quote that is not closed is followed: without an end the whole file would be one cell, row after row.
const LONGEST_CELL = 10_000;
const END_OF_LINE = /\r\n|\n|\r/g;

export function readCsv(text: string, mostRows: number): CsvTable {
  const header = rowFrom(text, 0, delimiterOf(text));
  const columns = header.cells ?? [];
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  const delimiter = delimiterOf(text);
  let at = 1;
  let place = header.next;
  while (place < text.length) {
    const { cells, next } = rowFrom(text, place, delimiter);
    place = next;
    at += 1;
    if (cells?.every((cell) => cell === '')) continue;
    if (rows.length + faults.length >= mostRows) return { columns, rows, faults, isTooLong: true };
    if (!cells) faults.push({ at, kind: 'quotes' });
    // Its values stand under names that are not theirs.
    else if (cells.length !== columns.length) faults.push({ at, kind: 'ragged' });
    else rows.push({ at, cells });
  }
  return { columns, rows, faults, isTooLong: false };
}

/** What stands most often in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.slice(0, LONGEST_CELL).split(/\r\n|\n|\r/, 1);
  const counts = DELIMITERS.map((one) => line.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface ReadRow {
  /** Null where the quotes make no sense. */
  readonly cells: readonly string[] | null;
  readonly next: number;
}

function rowFrom(text: string, start: number, delimiter: string): ReadRow {
  const cells: string[] = [];
  let place = start;
  for (;;) {
    const cell = cellFrom(text, place, delimiter);
    if (!cell) return { cells: null, next: lineEnd(text, start).next };
    cells.push(cell.value);
    if (text[cell.end] !== delimiter) return { cells, next: lineEnd(text, cell.end).next };
    place = cell.end + 1;
  }
}

/** A cell, and where what ends it stands. */
function cellFrom(text: string, start: number, delimiter: string): { value: string; end: number } | null {
  let place = start;
  while (text[place] === ' ') place += 1;
  if (text[place] === '"') return quotedCell(text, place + 1, delimiter);
  // Never further than the line: a file of one column has no delimiter before its end.
  const [value = ''] = text.slice(start, lineEnd(text, start).at).split(delimiter, 1);
  return { value: value.trim(), end: start + value.length };
}

function quotedCell(text: string, start: number, delimiter: string): { value: string; end: number } | null {
  let place = start;
  for (;;) {
    place = text.indexOf('"', place);
    if (place === -1 || place - start > LONGEST_CELL) return null;
    if (text[place + 1] !== '"') break;
    place += 2;
  }
  let end = place + 1;
  while (text[end] === ' ') end += 1;
  const ending = text[end];
  if (ending !== undefined && ending !== delimiter && ending !== '\n' && ending !== '\r') return null;
  return { value: text.slice(start, place).replaceAll('""', '"').trim(), end };
}

function lineEnd(text: string, from: number): { at: number; next: number } {
  END_OF_LINE.lastIndex = from;
  const found = END_OF_LINE.exec(text);
  return found
    ? { at: found.index, next: found.index + found[0].length }
    : { at: text.length, next: text.length };
}
