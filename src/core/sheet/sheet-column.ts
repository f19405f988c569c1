import type { JsonValue } from '../edits/edit.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Listing } from '../schema.ts';
import { asComparedCell } from './sheet-text.ts';

// What a column of a sheet is: what it says of a listing, and how a changed cell is read back.

export const BETWEEN = '; ';
const LONGEST = 8_000;

/** What a changed cell makes of a field: a value, `null` where it says nothing, or what it makes of the value so far. */
export type CellValue = JsonValue | ((now: JsonValue, row: RowValues) => JsonValue);

/** The fields of the listing as the row has them so far, its columns read from the left. */
export type RowValues = (field: string) => JsonValue;

export type CellReading = Result<readonly (readonly [field: string, after: CellValue])[], CellRefusal>;
/** `not-here`: it can be changed at the desk only. */
export type CellRefusal = 'not-understood' | 'not-here';

export interface SheetColumn {
  readonly name: string;
  /** Where in a listing it is, as problems name places: `organization.name`; for channels, their type. */
  readonly place: string;
  /** A day is meant to stand there, so one is not what a spreadsheet made of something else. */
  readonly holdsDays?: boolean;
  readonly cell: (listing: Listing) => string;
  /** Of a new listing there is none before. */
  readonly read: (text: string, listing: Listing | null) => CellReading;
}

export function whole(field: string, after: CellValue): CellReading {
  return succeed([[field, after]]);
}

/** For whoever reads the sheet. */
export function shown(name: string, cell: SheetColumn['cell']): SheetColumn {
  return { name, place: name, cell: (listing) => fitting(cell(listing)), read: () => fail('not-here') };
}

export function listOrNull(values: readonly JsonValue[]): JsonValue {
  return values.length > 0 ? values : null;
}

/** A cell that no reader follows to its end stays out; it is compared with the same words, so it changes nothing. */
export function fitting(text: string): string {
  // Quotes are written twice, and an apostrophe may come before each line.
  const written = text.length + (text.length > LONGEST / 2 ? (text.match(/["\n]/g)?.length ?? 0) : 0);
  return written > LONGEST ? '(too long for a sheet)' : text;
}

/**
 * What was held of each written part, where it is one that was written out: what no cell has room for stays with it. Two
 * that are written alike are taken in their order.
 */
export function keeping<Held>(
  held: readonly Held[],
  write: (one: Held) => string,
): (written: string) => Held | undefined {
  const left = held.map((one) => ({ one, written: asComparedCell(write(one)) }));
  return (written) => {
    const place = left.findIndex((one) => one.written === written);
    return place < 0 ? undefined : left.splice(place, 1)[0]?.one;
  };
}
