import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { applyChanges } from '../../../../core/edits/changes.ts';
import type { AskedCause, Edit } from '../../../../core/edits/edit.ts';
import { changesFromSheet, sheetOf } from '../../../../core/sheet/sheet.ts';
import { editsOfSheet } from './edits-of-sheet.ts';

const placed = ['Quay Law', 'Harbour House'].map((name) => ({ region: 'gb', listing: listingOf({ name }) }));
const [law] = placed.map(({ listing }) => listing);

function editsFrom(text: string, waiting: readonly Edit[] = [], cause: AskedCause | null = 'changed') {
  const plan = changesFromSheet(text, placed);
  if (!plan.ok) throw new Error(`tests: ${plan.problem.kind}`);
  expect(plan.value.flags).toEqual([]);
  let count = 0;
  return editsOfSheet(plan.value, {
    versionOf: () => 4,
    organizationOf: (name) => (name === law?.organization.name ? law.organization.id : undefined),
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    comment: 'By spreadsheet',
    cause,
    waiting,
  });
}

const NEW_ROW = {
  region: 'gb',
  name: 'Pier Clinic',
  organisation: 'Pier Trust',
  description: 'A clinic.',
  text_language: 'en',
  status: 'active',
  country: 'GB',
  needs: 'health.urgent',
};
/** A sheet of new rows alone. */
const newRows = (...rows: readonly Partial<Record<keyof typeof NEW_ROW, string>>[]) =>
  [
    `id,${Object.keys(NEW_ROW).join(',')}`,
    ...rows.map((row) => `,${Object.values({ ...NEW_ROW, ...row }).join(',')}`),
  ].join('\r\n');

/** With words in a cell of the first row that was empty. */
function withCell(sheet: string, column: string, words: string): string {
  const [head = '', first = '', ...more] = sheet.split('\r\n');
  const at = head.replace('\uFEFF', '').split(',').indexOf(column);
  const cells = first.split(',');
  if (cells[at] !== '') throw new Error(`tests: ${column} is not empty`);
  cells[at] = words;
  return [head, cells.join(','), ...more].join('\r\n');
}

describe('a sheet as edits', () => {
  it('V12 one that nobody touched makes none', () => {
    expect(editsFrom(sheetOf(placed))).toEqual({ edits: [], drafts: [], alreadyWaiting: 0 });
  });

  it('V12 each changed row is one, made from the version that its author saw', () => {
    expect(editsFrom(sheetOf(placed).replace('Quay Law', 'Quay Law Centre')).edits).toMatchObject([
      {
        listingId: law?.id,
        region: 'gb',
        kind: 'change',
        baseVersion: 4,
        comment: 'By spreadsheet',
        changes: [{ field: 'name', before: 'Quay Law', after: 'Quay Law Centre' }],
      },
    ]);
  });

  it('V12 a row without an id is a new listing, whole, that nobody has checked', () => {
    const [edit] = editsFrom(newRows({})).edits;
    expect(edit).toMatchObject({ kind: 'new', region: 'gb', baseVersion: 0 });
    const made = applyChanges(null, edit?.changes ?? []);
    expect(made.ok && made.value).toMatchObject({
      id: edit?.listingId,
      name: 'Pier Clinic',
      verification: { state: 'unverified', checked_on: null },
    });
  });

  it('V12 an organisation that is there is the same one, and two new rows of one share it', () => {
    const { edits } = editsFrom(
      newRows({ organisation: law?.organization.name ?? '' }, { name: 'Pier Law' }, { name: 'Pier Beds' }),
    );
    const [known, one, other] = edits.map(
      ({ changes }) => changes.find(({ field }) => field === 'organization.id')?.after,
    );
    expect(known).toBe(law?.organization.id);
    expect(one).toBe(other);
    expect(one).not.toBe(known);
  });

  it('V7 a row that the linter warns about becomes a draft, for whose warning the form wants a reason', () => {
    const { edits, drafts } = editsFrom(newRows({ description: 'Ask for Mrs Jane Smith at the desk.' }));
    expect([edits.length, drafts.length]).toEqual([0, 1]);
  });

  it('V2 what is replaced carries the cause that was said of the sheet, and what was empty is added', () => {
    const [edit] = editsFrom(
      sheetOf(placed).replace('Quay Law', 'Quay Law Centre'),
      [],
      'always-wrong',
    ).edits;
    expect(edit?.changes).toMatchObject([{ field: 'name', cause: 'always-wrong' }]);
    const filled = editsFrom(withCell(sheetOf(placed), 'alternate_name', 'Pier Law')).edits;
    expect(filled.map(({ changes }) => changes)).toMatchObject([
      [{ field: 'alternate_name', before: null, cause: 'added' }],
    ]);
  });

  it('V2 where it differs, a row that replaces something is a draft, and one that only adds is sent', () => {
    const replaced = sheetOf(placed).replace('Quay Law', 'Quay Law Centre');
    const { edits, drafts } = editsFrom(replaced, [], null);
    expect([edits.length, drafts.length]).toEqual([0, 1]);
    expect(drafts[0]?.changes[0]).not.toHaveProperty('cause');
    const added = editsFrom(withCell(sheetOf(placed), 'alternate_name', 'Pier Law'), [], null);
    expect([added.edits.length, added.drafts.length]).toEqual([1, 0]);
  });

  it('CT-9 the same sheet opened again takes nothing twice', () => {
    const sheet = newRows({}, { name: 'Pier Law' });
    const first = editsFrom(sheet);
    expect(editsFrom(sheet, first.edits)).toEqual({ edits: [], drafts: [], alreadyWaiting: 2 });
  });
});
