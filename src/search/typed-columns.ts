// Columns of numbers in one buffer, read where they lie: nothing is parsed, and opening looks only at the table.
//
//  0      4        8       12      16            16 + 8·n
//  +------+--------+-------+-------+-------------+---------+---------+---
//  | WPIX | version| kind  | count | width, length of n columns | column 0 | column 1 …, each on a multiple of 8
//  +------+--------+-------+-------+-------------+---------+---------+---
//
// Numbers are little-endian, as on every phone; a width is the bytes of a number, a length how many there are.

export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface ColumnFile {
  readonly count: number;
  readonly columns: readonly Column[];
}

const MAGIC = 0x58495057;
const HEADER = 16;
const VIEWS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

export const INDEX_VERSION = 2;
export const INDEX_KIND = 1;
export const CARDS_KIND = 2;

/** Numbers in as few bytes as the largest needs; for columns of whole numbers from 0. */
export function narrow(numbers: ArrayLike<number>): Column {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at] as number);
  const View = most < 0x100 ? Uint8Array : most < 0x10000 ? Uint16Array : Uint32Array;
  return View.from(numbers);
}

export function writeColumns(kind: number, { count, columns }: ColumnFile): Uint8Array {
  let end = aligned(HEADER + 8 * columns.length);
  const starts = columns.map((column) => {
    const start = end;
    end = aligned(start + column.byteLength);
    return start;
  });
  const bytes = new Uint8Array(end);
  const table = new Uint32Array(bytes.buffer, 0, (HEADER + 8 * columns.length) / 4);
  table.set([MAGIC, INDEX_VERSION, kind, count]);
  columns.forEach((column, place) => {
    table.set([column.BYTES_PER_ELEMENT, column.length], HEADER / 4 + 2 * place);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), starts[place]);
  });
  return bytes;
}

/** The columns, or null where the bytes are not exactly a file of this kind and version with `expected` columns. */
export function readColumns(given: Uint8Array, kind: number, expected: number): ColumnFile | null {
  const tableEnd = HEADER + 8 * expected;
  if (given.length < tableEnd) return null;
  // A view of wider numbers must begin on a multiple of their width.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const table = new Uint32Array(bytes.buffer, bytes.byteOffset, tableEnd / 4);
  const [magic, version, own, count] = table;
  if (magic !== MAGIC || version !== INDEX_VERSION || own !== kind || count === undefined) return null;
  const columns: Column[] = [];
  let end = aligned(tableEnd);
  for (let place = 0; place < expected; place++) {
    const width = table[HEADER / 4 + 2 * place] as keyof typeof VIEWS;
    const length = table[HEADER / 4 + 2 * place + 1] as number;
    const start = end;
    end = aligned(start + width * length);
    if (!(width in VIEWS) || end > bytes.length) return null;
    columns.push(new VIEWS[width](bytes.buffer as ArrayBuffer, bytes.byteOffset + start, length));
  }
  return end === bytes.length ? { count, columns } : null;
}

function aligned(at: number): number {
  return Math.ceil(at / 8) * 8;
}
