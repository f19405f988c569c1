import type { IsoDate } from '../dates.ts';
import { isUuid, type Listing } from '../schema.ts';
import type { CsvRow } from './read-csv.ts';
import type { PlacedListing, SheetAddition, SheetChange, SheetFlag, SheetPlan } from './sheet.ts';
import { readCells } from './sheet-cells.ts';
import type { SheetColumn } from './sheet-column.ts';
import { ID_COLUMN, REGION_COLUMN } from './sheet-columns.ts';
import { asComparedCell, plainCell } from './sheet-text.ts';
import { twinsAmong } from './sheet-twins.ts';

interface Table {
  readonly header: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly listings: readonly PlacedListing[];
  readonly today: IsoDate | undefined;
}

/** What the rows of a sheet would do. After each row it yields which part of them is read. */
export function* readRows(
  rows: readonly CsvRow[],
  { header, columns, listings, today }: Table,
): Generator<number, Omit<SheetPlan, 'strangeColumns'>> {
  const known = knownOf(listings);
  const twinsOf = twinsAmong(listings);
  const seen = new Set<string>();
  const flags: SheetFlag[] = [];
  const changes: SheetChange[] = [];
  const additions: SheetAddition[] = [];
  for (const [place, { at, cells }] of rows.entries()) {
    yield place / rows.length;
    const cellOf = (name: string) => {
      const column = header.indexOf(name);
      return column < 0 ? undefined : (cells[column] ?? '');
    };
    const head = headOf(cellOf, seen, known);
    const { id, region, placed } = head;
    if (id !== '') seen.add(id);
    const flaw = rowFlaw(head, known);
    if (flaw) {
      flags.push({ at, ...flaw });
      continue;
    }
    const listing = placed?.listing ?? null;
    const read = readCells(cellOf, { columns, listing, today });
    flags.push(...read.flags.map((flag) => ({ at, ...flag })));
    if (!read.after || read.flags.length > 0) continue;
    const made = { at, changes: read.changes, warnings: read.warnings };
    if (placed) changes.push({ ...made, region: placed.region, listingId: id });
    else additions.push({ ...made, region: region ?? '', twins: twinsOf(read.after, at) });
  }
  const found = [...seen].filter((id) => known.byId.has(id)).length;
  return {
    changes,
    additions,
    flags,
    unchanged: found - changes.length,
    withoutRow: known.byId.size - found,
  };
}

interface Known {
  readonly byId: ReadonlyMap<string, PlacedListing>;
  readonly names: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

function knownOf(listings: readonly PlacedListing[]): Known {
  return {
    byId: new Map(listings.map((one) => [one.listing.id, one])),
    names: new Set(listings.map(({ listing }) => nameKey(listing.name))),
    regions: new Set(listings.map(({ region }) => region)),
  };
}

interface RowHead {
  readonly id: string;
  readonly region: string | undefined;
  readonly placed: PlacedListing | undefined;
  readonly isSeen: boolean;
  readonly name: string;
}

function headOf(
  cellOf: (name: string) => string | undefined,
  seen: ReadonlySet<string>,
  { byId }: Known,
): RowHead {
  const [id = '', region, name = ''] = [ID_COLUMN, REGION_COLUMN, 'name'].map((column) => {
    const cell = cellOf(column);
    return cell === undefined ? undefined : plainCell(cell);
  });
  const key = id.toLowerCase();
  return { id: key, region, placed: byId.get(key), isSeen: seen.has(key), name };
}

function rowFlaw(
  { id, region, placed, isSeen, name }: RowHead,
  { names, regions }: Known,
): Omit<SheetFlag, 'at'> | null {
  if (id === '') {
    if (names.has(nameKey(name))) return { column: ID_COLUMN, kind: 'id-lost' };
    return regions.has(region ?? '') ? null : { column: REGION_COLUMN, kind: 'region-unknown' };
  }
  if (isSeen) return { column: ID_COLUMN, kind: 'id-twice' };
  if (!placed) return { column: ID_COLUMN, kind: isUuid(id) ? 'id-unknown' : 'id-lost' };
  return region === undefined || region === placed.region
    ? null
    : { column: REGION_COLUMN, kind: 'region-changed' };
}

function nameKey(name: Listing['name']): string {
  return asComparedCell(name).toLowerCase().replaceAll(/\s+/g, ' ');
}
