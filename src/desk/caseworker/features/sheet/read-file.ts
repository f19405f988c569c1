import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type CsvTable, readCsv } from '../../../../core/sheet/read-csv.ts';
import { readTextFile } from '../../../shared/read-text-file.ts';
import type { BroughtRow } from '../../domain/brought/brought-row.ts';
import { hsdsRows } from '../../domain/brought/hsds-rows.ts';
import { readCollection } from '../../domain/collection.ts';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

export type Brought =
  | { readonly kind: 'list'; readonly name: string; readonly rows: readonly BroughtRow[] }
  | { readonly kind: 'services'; readonly rows: readonly BroughtRow[] }
  | { readonly kind: 'table'; readonly table: CsvTable };

export type FileProblem =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'too-new' }
  | { readonly kind: 'not-known' };

/** What a chosen file is, by what is in it. It is read here, and nothing that it names is fetched. */
export async function readFile(file: Blob): Promise<Result<Brought, FileProblem>> {
  const read = await readTextFile(file);
  if (!read.ok) return fail({ kind: read.problem.kind === 'too-large' ? 'too-large' : 'not-known' });
  const text = read.value;
  return /^\s*[[{]/.test(text) ? readJson(text) : readTable(text);
}

function readJson(text: string): Result<Brought, FileProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ kind: 'not-known' });
  }
  const collection = readCollection(value);
  if (collection === 'too-new') return fail({ kind: 'too-new' });
  if (collection) {
    const rows = collection.ids.map((id, place) => ({ at: place + 1, id, name: '', phones: '' }));
    return succeed({ kind: 'list', name: collection.name, rows });
  }
  const services = hsdsRows(value, MOST_ROWS);
  if (!services) return fail({ kind: 'not-known' });
  return services.isTooLong
    ? fail({ kind: 'too-many-rows' })
    : succeed({ kind: 'services', rows: services.rows });
}

function readTable(text: string): Result<Brought, FileProblem> {
  // Something that is no text: a spreadsheet's own file, a picture.
  if (text.includes('\0')) return fail({ kind: 'not-known' });
  const table = readCsv(text, MOST_ROWS);
  if (table.isTooLong) return fail({ kind: 'too-many-rows' });
  const isTable = table.columns.length <= MOST_COLUMNS && table.rows.length + table.faults.length > 0;
  return isTable ? succeed({ kind: 'table', table }) : fail({ kind: 'not-known' });
}
