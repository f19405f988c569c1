import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { Tally } from './tally.ts';

export type CsvRecord = Readonly<Record<string, string>>;
export interface CsvRow {
  readonly row: number;
  readonly record: CsvRecord;
}

const DELIMITERS = [',', ';', '\t', '|'];
// `", "` between fields is ordinary in exports: spaces around a delimiter belong to no value.
const OPTIONS = {
  bom: true,
  trim: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** The header's names, and what stands between them. */
export function headerOf(head: string): { columns: string[]; delimiter: string } {
  const [line = ''] = head.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const counts = DELIMITERS.map((one) => line.split(one).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
  try {
    const [columns = []] = parseWhole(line, { ...OPTIONS, delimiter }) as string[][];
    return { columns, delimiter };
  } catch {
    return { columns: [], delimiter };
  }
}

/**
 * The rows of a table, one by one. A row with more or fewer cells than the header is refused: its values stand under
 * names that are not theirs, and a private one might pass for a public one.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  tally: Tally,
): AsyncGenerator<CsvRow> {
  const parser = Readable.from(text).pipe(parse({ ...OPTIONS, delimiter }));
  let columns: readonly string[] | undefined;
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    row += 1;
    if (!columns) {
      columns = cells;
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length !== columns.length) {
      tally.add('refused', 'a row with more or fewer cells than the header', row);
      continue;
    }
    yield { row, record: recordOf(columns, cells) };
  }
}

function recordOf(columns: readonly string[], cells: readonly string[]): CsvRecord {
  const record: Record<string, string> = Object.create(null);
  // Of two columns with one name the first counts.
  columns.forEach((column, index) => {
    if (!(column in record)) record[column] = cells[index] ?? '';
  });
  return record;
}
