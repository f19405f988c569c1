import type { CsvRecord } from './csv-rows.ts';
import type { Draft } from './draft.ts';
import type { Tally } from './tally.ts';

/** What reading leaves behind beside the drafts; never a value. */
export interface ReadingNotes {
  readonly tally: Tally;
  /** Columns that the format does not know. */
  readonly unknownColumns: Set<string>;
}

/** A source that was recognised. */
export interface RecognisedSource {
  /** In words, for the report. */
  readonly format: string;
  readonly encoding: string;
  drafts(notes: ReadingNotes): AsyncIterable<Draft>;
}

/** A list in one cell: `a; b` or a line each. */
export function listed(cell: string | undefined, between: RegExp = /[;\n|]/): string[] {
  return (cell ?? '')
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

export function cellOf(record: CsvRecord, column: string): string | undefined {
  const cell = record[column]?.trim();
  return cell === '' ? undefined : cell;
}
