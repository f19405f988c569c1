import { fail, type Result, succeed } from '../../core/result.ts';
import { type CsvRow, csvRows, headerOf } from './csv-rows.ts';
import { type Encoding, encodingOf, headOf, textOf } from './decode.ts';
import type { Draft } from './draft.ts';
import type { ReadingNotes, RecognisedSource } from './format.ts';
import { recogniseAnswers } from './hsds-folder.ts';
import { icarolDrafts } from './icarol-csv.ts';
import { flattened, type Mapping, mappedRecord } from './mapping.ts';
import { draftOfRow, ownDrafts } from './own-csv.ts';
import { type OpenedJson, openJson, recogniseJson } from './recognise-json.ts';
import type { SourceFile } from './source-files.ts';
import { recogniseTables } from './tabular.ts';
import type { Tally } from './tally.ts';

export interface NotRecognised {
  readonly kind: 'not-recognised';
  /** What it is instead, and what to do. */
  readonly reason: string;
}
type Recognised = Result<RecognisedSource, NotRecognised>;

const PROPOSE = 'make a mapping with --propose-mapping, mend it, and give it with --mapping';

// A workbook is a zip too. It is not read: what a cell shows may be another than what it holds, and sheets may be hidden.
const WORKBOOK = /^(xl\/workbook\.(xml|bin)|content\.xml)$/;
const SAVE_AS_CSV =
  'is no text, but perhaps a workbook: open it, save the sheet as CSV (UTF-8), and import that file';

/** What a source is, by its content; the name of a file says nothing, only those of tables in a folder do. */
export async function recognise(files: readonly SourceFile[], mapping?: Mapping): Promise<Recognised> {
  const [file, ...more] = files;
  if (!file || more.length > 0) {
    if (files.some(({ name }) => WORKBOOK.test(name))) return unknown(SAVE_AS_CSV);
    const found = recogniseTables(files) ?? recogniseAnswers(files);
    return found ? succeed(found) : unknown('holds no table "services" and no folder of that name');
  }
  const opened = await opening(file);
  if (opened.head.startsWith('<')) return unknown('is a web page, not data');
  if (/^(PK|%PDF)/.test(opened.head) || opened.head.includes('\u0000')) return unknown(SAVE_AS_CSV);
  return /^[[{]/.test(opened.head) ? jsonIn(opened, mapping) : tableIn(opened, mapping);
}

/** The columns of a source, for a mapping. */
export async function columnsOf(files: readonly SourceFile[]): Promise<readonly string[]> {
  const [file] = files;
  if (!file) return [];
  const opened = await opening(file);
  if (!/^[[{]/.test(opened.head)) return headerOf(opened.head).columns;
  const json = await openJson(opened);
  return Object.keys(flattened(json?.first));
}

interface Opened {
  readonly file: SourceFile;
  readonly encoding: Encoding;
  readonly head: string;
}

async function opening(file: SourceFile): Promise<Opened> {
  const encoding = await encodingOf(file);
  return { file, encoding, head: (await headOf(file, encoding)).trimStart() };
}

function tableIn({ file, encoding, head }: Opened, mapping: Mapping | undefined): Recognised {
  const { columns, delimiter } = headerOf(head);
  const rows = (tally: Tally) => csvRows(textOf(file, encoding), delimiter, tally);
  const found = (format: string, drafts: RecognisedSource['drafts']) => succeed({ format, encoding, drafts });
  if (columns.includes('waypost_version'))
    return found('our own table', (notes) => ownDrafts(rows(notes.tally), notes));
  if (columns.includes('ResourceAgencyNum') && columns.includes('TaxonomyLevelName'))
    return found('an iCarol table', (notes) => icarolDrafts(rows, notes));
  if (mapping && columns.length > 1)
    return found('a table with a mapping', (notes) => mappedDrafts(rows(notes.tally), mapping, notes));
  return unknown(
    columns.length > 1 ? `is a table that we do not know: ${PROPOSE}` : 'is no table and no JSON',
  );
}

async function jsonIn(opened: Opened, mapping: Mapping | undefined): Promise<Recognised> {
  const json = await openJson(opened);
  if (!json) return unknown('is JSON that cannot be read');
  const source = recogniseJson(json, opened.encoding);
  if (source) return succeed(source);
  if (!mapping) return unknown(`is JSON that we do not know (${json.shape}): ${PROPOSE}`);
  return succeed({
    format: `${json.shape} with a mapping`,
    encoding: opened.encoding,
    drafts: (notes: ReadingNotes) => mappedDrafts(flatRows(json, notes.tally), mapping, notes),
  });
}

async function* flatRows(json: OpenedJson, tally: Tally): AsyncGenerator<CsvRow> {
  for await (const { row, value } of json.rows(tally)) yield { row, record: flattened(value) };
}

async function* mappedDrafts(
  rows: AsyncIterable<CsvRow>,
  mapping: Mapping,
  { unknownColumns }: ReadingNotes,
): AsyncGenerator<Draft> {
  for await (const { row, record } of rows) {
    for (const column of Object.keys(record))
      if (!Object.hasOwn(mapping.columns, column)) unknownColumns.add(column);
    yield draftOfRow(row, mappedRecord(record, mapping));
  }
}

function unknown(reason: string): Recognised {
  return fail({ kind: 'not-recognised', reason });
}
