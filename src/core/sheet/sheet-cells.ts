import type { IsoDate } from '../dates.ts';
import { isSameValue } from '../edits/canonical-json.ts';
import { applyChanges } from '../edits/changes.ts';
import type { FieldChange, JsonValue } from '../edits/edit.ts';
import { fieldsOf } from '../edits/fields.ts';
import type { LintFinding } from '../edits/lint/lint-finding.ts';
import { newFindings } from '../edits/lint/lint-listing.ts';
import { defused } from '../export/csv-text.ts';
import { fail, type Result } from '../result.ts';
import type { Listing } from '../schema.ts';
import { PLACE_COLUMN, showsRefuge } from './place-column.ts';
import type { SheetFlag, SheetFlagKind } from './sheet.ts';
import type { CellReading, CellValue, SheetColumn } from './sheet-column.ts';
import { asComparedCell, isFormula, plainCell } from './sheet-text.ts';
import { spoilingOf } from './spoiled-cells.ts';

// The cells of one row: which differ from what we would write today, and what they make of the listing.

interface Row {
  readonly columns: readonly SheetColumn[];
  readonly listing: Listing | null;
  readonly today: IsoDate | undefined;
}

export interface ReadCells {
  readonly changes: readonly FieldChange[];
  /** The listing that they make; null where nothing changes, or where something is to be mended. */
  readonly after: Listing | null;
  readonly warnings: readonly LintFinding[];
  readonly flags: readonly Omit<SheetFlag, 'at'>[];
}

type Flaw = Omit<SheetFlag, 'at'>;

export function readCells(cellOf: (name: string) => string | undefined, row: Row): ReadCells {
  const { columns, listing } = row;
  const changed = columns.flatMap((column) => {
    const cell = changedCell(cellOf(column.name), column, listing);
    return cell ? [{ column, cell }] : [];
  });
  if (changed.length === 0) return { changes: [], after: null, warnings: [], flags: [] };
  const held: ReadonlyMap<string, JsonValue> = listing ? fieldsOf(listing) : new Map();
  const values = new Map(held);
  const flags: Flaw[] = [];
  for (const { column, cell } of changed) {
    const read = readCell(column, cell, listing);
    if (read.ok) for (const [field, after] of read.value) put(values, field, after);
    else flags.push({ column: column.name, kind: read.problem });
  }
  const changes = changesOf(held, values);
  if (flags.length > 0 || changes.length === 0) return { changes, after: null, warnings: [], flags };
  return judged(listing ? changes : [...changes, NEVER_CHECKED], row);
}

/** Column by column: each finds the fields as those before it left them. */
function put(values: Map<string, JsonValue>, field: string, after: CellValue): void {
  const valueNow = (name: string) => values.get(name) ?? null;
  values.set(field, typeof after === 'function' ? after(valueNow(field), valueNow) : after);
}

interface ChangedCell {
  readonly before: string;
  readonly after: string;
}

/** Null where the cell says what it said; a column that is not there says nothing. */
function changedCell(
  written: string | undefined,
  { cell }: SheetColumn,
  listing: Listing | null,
): ChangedCell | null {
  if (written === undefined) return null;
  const ours = listing ? cell(listing) : '';
  // Most cells are as they were, to the letter.
  if (written === ours || written === defused(ours)) return null;
  const [before, after] = [asComparedCell(ours), plainCell(written)];
  return before === after ? null : { before, after };
}

function readCell(
  column: SheetColumn,
  { before, after }: ChangedCell,
  listing: Listing | null,
): Result<Extract<CellReading, { ok: true }>['value'], SheetFlagKind> {
  const isDay = column.holdsDays && /^\d{4}-\d{2}-\d{2}$/.test(after);
  const spoiling = isDay ? null : spoilingOf(before, after);
  if (spoiling) return fail(spoiling);
  if (isFormula(after) && !isFormula(before)) return fail('formula');
  return column.read(after, listing);
}

function changesOf(
  held: ReadonlyMap<string, JsonValue>,
  values: ReadonlyMap<string, JsonValue>,
): FieldChange[] {
  return [...values]
    .map(([field, after]) => ({ field, before: held.get(field) ?? null, after }))
    .filter(({ before, after }) => !isSameValue(before, after));
}

/** A sheet is no proof that somebody called. */
const NEVER_CHECKED: FieldChange = {
  field: 'verification',
  before: null,
  after: { state: 'unverified', checked_on: null },
};

// What the sheet of a new listing does not say; whoever takes it gives it ids.
const STAND_IN = '00000000-0000-4000-8000-000000000000';
const IDS: readonly FieldChange[] = ['id', 'organization.id'].map((field) => ({
  field,
  before: null,
  after: STAND_IN,
}));

function judged(changes: readonly FieldChange[], { columns, listing, today }: Row): ReadCells {
  const flawed = (flags: readonly Flaw[]) => ({ changes, after: null, warnings: [], flags });
  const applied = applyChanges(listing, listing ? changes : [...IDS, ...changes]);
  if (!applied.ok) {
    const bad = applied.problem.map(({ field }) => columnOf(field, changes, columns));
    return flawed([...new Set(bad)].map((column) => ({ column, kind: 'bad-value' })));
  }
  const after = applied.value;
  if (!listing && showsRefuge(after)) return flawed([{ column: PLACE_COLUMN.name, kind: 'not-here' }]);
  const findings = newFindings(listing, after, { today });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0
    ? flawed(
        errors.map((finding) => ({
          column: columnOf(finding.field, changes, columns),
          kind: 'lint',
          finding,
        })),
      )
    : { changes, after, warnings: findings, flags: [] };
}

/** The column of a place in a listing, as in `needs.0`; of a channel, that of one that was changed. */
function columnOf(place: string, changes: readonly FieldChange[], columns: readonly SheetColumn[]): string {
  const [name = ''] = place.split('.');
  if (name === 'channels') {
    const changed = changes.find(({ field, after }) => field.startsWith('channels.') && after !== null);
    const type = changed && /^channels\.([a-z-]+):/.exec(changed.field)?.[1];
    return columns.find((one) => one.place === type)?.name ?? '';
  }
  const holds = (one: SheetColumn) => place === one.place || place.startsWith(`${one.place}.`);
  const closest = columns.filter(holds).toSorted((one, other) => other.place.length - one.place.length)[0];
  return closest?.name ?? '';
}
