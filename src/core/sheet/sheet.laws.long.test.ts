import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWholeListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { isSameValue } from '../edits/canonical-json.ts';
import { applyChanges } from '../edits/changes.ts';
import { fieldsOf, jsonOf } from '../edits/fields.ts';
import type { Listing } from '../schema.ts';
import { readCsv } from './read-csv.ts';
import { changesFromSheet, type PlacedListing, type SheetPlan, sheetOf } from './sheet.ts';
import { plainCell } from './sheet-text.ts';

// What must hold of every listing: a sheet that nobody edited changes nothing, and one edited cell is that one change.

const placed = (listings: readonly Listing[]) => listings.map((listing) => ({ region: 'city', listing }));
const rowsOf = (text: string) => readCsv(text.slice(1), 1000);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function planOf(text: string, listings: readonly PlacedListing[]): SheetPlan {
  const read = changesFromSheet(text, listings);
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}

/** The sheet of one listing with one cell as somebody wrote it. */
function edited(listing: Listing, column: string, cell: string): string {
  const { columns, rows } = rowsOf(sheetOf(placed([listing])));
  const cells = rows[0]?.cells.map((one, place) => (columns[place] === column ? cell : one)) ?? [];
  return [columns, cells].map((row) => row.map(quoted).join(',')).join('\r\n');
}

const cellsOf = (listing: Listing) => {
  const { columns, rows } = rowsOf(sheetOf(placed([listing])));
  return new Map(columns.map((name, place) => [name, rows[0]?.cells[place] ?? '']));
};

const PLACE =
  'name: Town Hall | street: 4 Quay Road | city: London | country: GB | public_because: A council';
const EVIDENCE = 'type: provider-call | checked_on: 2026-11-20 | quote: All of them';
/** A cell that somebody could have written, and the field that it is of. */
const EDITS: readonly (readonly [column: string, cell: string, field: string])[] = [
  ['name', 'Pier Clinic', 'name'],
  ['alternate_name', 'The Pier', 'alternate_name'],
  ['organisation', 'Pier Trust', 'organization.name'],
  ['organisation_website', 'https://pier.example/', 'organization.website'],
  ['description', 'They help.', 'description'],
  ['serves', 'Shire\nPort', 'service_areas'],
  ['needs', 'live.work; mind.peer', 'needs'],
  ['groups', 'everyone', 'groups_served'],
  ['phone', '+442079460199', 'channels.'],
  ['website', 'https://pier.example/', 'channels.'],
  ['languages', 'fr (staff)', 'languages'],
  ['public_places', PLACE, 'locations'],
  ['public_places', '', 'locations'],
  ['cost', 'low-cost: five pounds', 'cost'],
  ['maximum_age', '44', 'maximum_age'],
  ['asks_for_id', '', 'id_required'],
  ['helps_whatever_the_immigration_status', 'unknown', 'immigration_eligibility'],
  ['helps_whatever_the_immigration_status_evidence', EVIDENCE, 'immigration_eligibility'],
  ['helps_whatever_the_immigration_status_until', '2027-01-31', 'immigration_eligibility'],
  ['helps_whatever_the_immigration_status_disputed', 'yes', 'immigration_eligibility'],
  ['said_of_immigration', 'Ask them.', 'immigration_eligibility'],
  ['asks_about_immigration_status', '', 'status_check'],
  ['asks_about_immigration_status_evidence', EVIDENCE, 'status_check'],
  ['shares_with_immigration_authorities_note', 'Ask them.', 'shares_with_immigration_authorities'],
  ['shares_with_immigration_authorities_until', '', 'shares_with_immigration_authorities'],
  ['name_in_es', 'Clínica', 'translations.es'],
  ['name_in_pt-br', 'Clínica', 'translations.pt-BR'],
  ['description_in_ar', '', 'translations.ar'],
  ['description_in_ar_state', 'reviewed', 'translations.ar'],
  ['notes', '- no dogs\n- no cats', 'notes'],
];
const LISTINGS = fc.sample(arbitraryWholeListing, { numRuns: 500, seed: 7 });

describe('V12 laws of a sheet', () => {
  it('V12 of 500 listings with every field, exported and not edited, changes nothing', () => {
    const listings = placed(LISTINGS);
    expect(planOf(sheetOf(listings), listings)).toEqual({
      changes: [],
      additions: [],
      flags: [],
      unchanged: 500,
      withoutRow: 0,
      strangeColumns: [],
    });
  });

  it('V12 one edited cell is exactly that change: the listing that it makes has that cell, and nothing else is other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTINGS),
        fc.constantFrom(...EDITS),
        (listing, [column, cell, field]) => {
          const plan = planOf(edited(listing, column, cell), placed([listing]));
          const flagged = plan.flags.map((flag) => flag.column);
          // What cannot be changed here is said of that cell, and then nothing is changed.
          if (flagged.length > 0) {
            expect([flagged, plan.changes]).toEqual([[column], []]);
            return;
          }
          const changes = plan.changes[0]?.changes ?? [];
          const after = applyChanges(listing, changes);
          if (!after.ok) throw new Error(JSON.stringify(after.problem));
          expect(plainCell(cellsOf(after.value).get(column) ?? '')).toBe(cell || emptyWord(column));
          expect(changedFields(listing, after.value).filter((one) => !one.startsWith(field))).toEqual([]);
          expect(changes.every((one) => one.field.startsWith(field))).toBe(true);
        },
      ),
      { numRuns: 150, seed: 11 },
    );
  }, 120_000);

  it('V12 most of those edits are taken, so the law above says something', () => {
    const taken = EDITS.filter(([column, cell]) =>
      LISTINGS.slice(0, 60).some(
        (listing) => planOf(edited(listing, column, cell), placed([listing])).changes.length > 0,
      ),
    );
    expect(taken).toHaveLength(EDITS.length);
  });
});

function emptyWord(column: string): string {
  return /^asks_/.test(column) && !column.endsWith('evidence') ? 'unknown' : '';
}

function changedFields(before: Listing, after: Listing): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (field) => !isSameValue(jsonOf(old.get(field)), jsonOf(now.get(field))),
  );
}
