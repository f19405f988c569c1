import type { IsoDate } from '../dates.ts';
import type { FieldChange } from '../edits/edit.ts';
import type { LintFinding } from '../edits/lint/lint-finding.ts';
import { csvText } from '../export/csv-text.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Listing } from '../schema.ts';
import { readCsv } from './read-csv.ts';
import type { SheetColumn } from './sheet-column.ts';
import { ID_COLUMN, REGION_COLUMN, sheetColumns } from './sheet-columns.ts';
import { readRows } from './sheet-rows.ts';
import { plainCell } from './sheet-text.ts';
import type { SheetTwin } from './sheet-twins.ts';
import type { Spoiling } from './spoiled-cells.ts';
import { languagesIn, languagesOfColumns } from './translation-columns.ts';

// Listings as a sheet that volunteers edit, and what an edited one would change (V12). A cell is compared with the cell
// that we would write today, so a sheet that nobody edited changes nothing, whatever program saved it.

/** A listing with the region that it lies in. */
export interface PlacedListing {
  readonly region: string;
  readonly listing: Listing;
}

export interface SheetChange {
  /** The row, as a spreadsheet counts them. */
  readonly at: number;
  readonly region: string;
  readonly listingId: string;
  readonly changes: readonly FieldChange[];
  /** What a person has to answer first: the linter's warnings that it would cause (V7). */
  readonly warnings: readonly LintFinding[];
}

/** A row without an id: a new listing. Whoever takes it gives it one. */
export interface SheetAddition extends Omit<SheetChange, 'listingId'> {
  /** What may be the same service: listings that are there, and rows before it (V5). */
  readonly twins: readonly SheetTwin[];
}

export type SheetFlagKind =
  | Spoiling
  /** The row has another number of cells than the header, or quotes that make no sense. */
  | 'ragged'
  | 'quotes'
  /** A row without an id whose name a listing has; an id that none has; one that two rows have. */
  | 'id-lost'
  | 'id-unknown'
  | 'id-twice'
  | 'region-unknown'
  | 'region-changed'
  | 'column-twice'
  | 'formula'
  | 'not-understood'
  /** It can be changed at the desk only. */
  | 'not-here'
  /** What it would make is no listing. */
  | 'bad-value'
  /** What it would make is a listing that must not be published: `finding` says why (V7). */
  | 'lint';

/** One thing to mend in the sheet. It names the place and never the value. */
export interface SheetFlag {
  readonly at: number;
  /** Empty where it is the whole row. */
  readonly column: string;
  readonly kind: SheetFlagKind;
  readonly finding?: LintFinding;
}

/** What a sheet would do. Nothing is done by it: with a flag left nothing may be, without one a person looks first. */
export interface SheetPlan {
  readonly changes: readonly SheetChange[];
  readonly additions: readonly SheetAddition[];
  readonly flags: readonly SheetFlag[];
  readonly unchanged: number;
  /** Listings that no row is of. They stay as they are: a part of a sheet is a sheet. */
  readonly withoutRow: number;
  /** Columns that we do not know, and left alone. */
  readonly strangeColumns: readonly string[];
}

export type SheetProblem = { readonly kind: 'too-large' | 'too-many-rows' | 'no-sheet' };

export interface SheetLimits {
  readonly characters: number;
  readonly rows: number;
}

/** Of a browser (CT-9); the command line sets its own (settled 21). */
export const SHEET_LIMITS: SheetLimits = { characters: 5_000_000, rows: 20_000 };

export interface SheetOptions {
  readonly limits?: SheetLimits;
  /** With it what depends on the day is judged too: dates to come, claims that have lapsed. */
  readonly today?: IsoDate | undefined;
}

/**
 * One row a listing, with columns for its words in these languages and in those that it has. No cell runs as a formula
 * (CT-8), and nothing in it says where a hidden place is.
 */
export function sheetOf(listings: readonly PlacedListing[], languages: readonly string[] = []): string {
  const columns = sheetColumns(
    languagesIn(
      listings.map(({ listing }) => listing),
      languages,
    ),
  );
  const header = [REGION_COLUMN, ID_COLUMN, ...columns.map(({ name }) => name)];
  return csvText([header, ...listings.map((one) => rowOf(one, columns))]);
}

/** The same in as many sheets as it takes for each to be within these limits, as bytes and rows. */
export function sheetsOf(
  listings: readonly PlacedListing[],
  languages: readonly string[] = [],
  limits: SheetLimits = SHEET_LIMITS,
): string[] {
  const text = sheetOf(listings, languages);
  const isWithin = bytesOf(text) <= limits.characters && listings.length <= limits.rows;
  if (isWithin || listings.length < 2) return [text];
  // Halves are about as long as one another; all of them have the columns of the whole.
  const all = languagesIn(
    listings.map(({ listing }) => listing),
    languages,
  );
  const half = Math.ceil(listings.length / 2);
  return [listings.slice(0, half), listings.slice(half)].flatMap((part) => sheetsOf(part, all, limits));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function rowOf({ region, listing }: PlacedListing, columns: readonly SheetColumn[]): string[] {
  return [region, listing.id, ...columns.map(({ cell }) => cell(listing))];
}

/** What an edited sheet would change of these listings, row by row and field by field. */
export function changesFromSheet(
  text: string,
  listings: readonly PlacedListing[],
  options: SheetOptions = {},
): Result<SheetPlan, SheetProblem> {
  const reading = readSheet(text, listings, options);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, a row each, so that a screen can show how far it is and stop it. Each says which part is read. */
export function* readSheet(
  text: string,
  listings: readonly PlacedListing[],
  { limits = SHEET_LIMITS, today }: SheetOptions = {},
): Generator<number, Result<SheetPlan, SheetProblem>> {
  if (text.length > limits.characters) return fail({ kind: 'too-large' });
  // Something that is no text: a workbook, a picture.
  if (text.includes('\0')) return fail({ kind: 'no-sheet' });
  const table = readCsv(text.replace(/^\ufeff/, ''), limits.rows);
  if (table.isTooLong) return fail({ kind: 'too-many-rows' });
  const header = table.columns.map((name) => plainCell(name).toLowerCase());
  if (!header.includes(ID_COLUMN) || !header.includes('name')) return fail({ kind: 'no-sheet' });
  const held = listings.map(({ listing }) => listing);
  const columns = sheetColumns(languagesOfColumns(header, languagesIn(held)));
  const known = [REGION_COLUMN, ID_COLUMN, ...columns.map(({ name }) => name)];
  const twice = known.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  const read = yield* readRows(table.rows, { header, columns, listings, today });
  return succeed({
    ...read,
    flags: [
      ...twice.map((column) => ({ at: 1, column, kind: 'column-twice' as const })),
      ...table.faults.map(({ at, kind }) => ({ at, column: '', kind })),
      ...read.flags,
    ],
    strangeColumns: header.filter((name) => name !== '' && !known.includes(name)),
  });
}

/** Nothing of a sheet may be taken while something in it is to be mended: never a part of it (CT-9). */
export function isReadyToReview({ flags }: SheetPlan): boolean {
  return flags.length === 0;
}

/** How often each field would be added, changed or removed, in the order of their names. */
export function fieldCounts({ changes }: Pick<SheetPlan, 'changes'>): {
  readonly field: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}[] {
  const counts = new Map<string, { added: number; changed: number; removed: number }>();
  for (const { field, before, after } of changes.flatMap((one) => one.changes)) {
    const name = field.replace(/^(channels\.[a-z-]+):.*$/s, '$1');
    const count = counts.get(name) ?? { added: 0, changed: 0, removed: 0 };
    count[before === null ? 'added' : after === null ? 'removed' : 'changed'] += 1;
    counts.set(name, count);
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, count]) => ({ field, ...count }));
}
