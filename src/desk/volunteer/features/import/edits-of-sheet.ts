import { isSameValue } from '../../../../core/edits/canonical-json.ts';
import type { AskedCause, Edit, FieldChange } from '../../../../core/edits/edit.ts';
import { jsonOf } from '../../../../core/edits/fields.ts';
import type { SheetAddition, SheetChange, SheetPlan } from '../../../../core/sheet/sheet.ts';
import { needsCause } from '../../fields/field-change.ts';

interface Making {
  readonly versionOf: (listingId: string) => number;
  /** Of an organisation that has a listing; else undefined. */
  readonly organizationOf: (name: string) => string | undefined;
  readonly newId: () => string;
  readonly comment: string;
  /** Of every value that is replaced (V2). `null`: it differs, so such a row is a draft, and the form asks of each. */
  readonly cause: AskedCause | null;
  /** What is in the outbox or begun. */
  readonly waiting: readonly Edit[];
}

export interface SheetEdits {
  /** To be sent, one a row, each looked at by a second person like any other (V12). */
  readonly edits: readonly Edit[];
  /** Of rows where something is answered in the form first: a warning of the linter (V7), a cause (V2). */
  readonly drafts: readonly Edit[];
  /** Rows that were taken before: of the same sheet, opened again. */
  readonly alreadyWaiting: number;
}

/** A sheet's rows as edits: changes of listings, and new ones. */
export function editsOfSheet({ changes, additions }: SheetPlan, making: Making): SheetEdits {
  const organizations = new Map<string, string>();
  const made = [
    ...changes.map((row) => ({ row, edit: changeOf(row, making) })),
    ...additions.map((row) => ({ row, edit: additionOf(row, organizations, making) })),
  ];
  const fresh = made.filter(({ edit }) => !making.waiting.some((one) => isSame(one, edit)));
  const isWhole = ({ row, edit }: (typeof made)[number]) =>
    row.warnings.length === 0 && edit.changes.every(({ cause }) => cause !== undefined);
  return {
    edits: fresh.filter(isWhole).map(({ edit }) => edit),
    drafts: fresh.filter((one) => !isWhole(one)).map(({ edit }) => edit),
    alreadyWaiting: made.length - fresh.length,
  };
}

function changeOf(
  { region, listingId, changes }: SheetChange,
  { versionOf, newId, comment, cause }: Making,
): Edit {
  return {
    id: newId(),
    listingId,
    region,
    kind: 'change',
    baseVersion: versionOf(listingId),
    changes: changes.map((change) => withCause(change, cause)),
    confirmed: [],
    overrides: [],
    comment,
  };
}

function withCause(change: FieldChange, cause: AskedCause | null): FieldChange {
  if (!needsCause(change)) return { ...change, cause: 'added' };
  return cause ? { ...change, cause } : change;
}

function additionOf(
  { region, changes }: SheetAddition,
  organizations: Map<string, string>,
  { organizationOf, newId, comment }: Making,
): Edit {
  const listingId = newId();
  const named = changes.find(({ field }) => field === 'organization.name')?.after;
  const name = typeof named === 'string' ? named : '';
  const organization = organizationOf(name) ?? organizations.get(name) ?? newId();
  organizations.set(name, organization);
  const ids: FieldChange[] = [
    { field: 'id', before: null, after: listingId },
    { field: 'organization.id', before: null, after: organization },
  ];
  return {
    id: newId(),
    listingId,
    region,
    kind: 'new',
    baseVersion: 0,
    changes: [...ids, ...changes].map((change) => ({ ...change, cause: 'added' })),
    confirmed: [],
    overrides: [],
    comment,
  };
}

const IDS = ['id', 'organization.id'];

/** Ids of a new listing are made each time, so they tell nothing. */
function isSame(waiting: Edit, edit: Edit): boolean {
  const isOfSame = edit.kind === 'new' ? waiting.kind === 'new' : waiting.listingId === edit.listingId;
  return isOfSame && isSameValue(saidIn(waiting), saidIn(edit));
}

function saidIn({ region, changes }: Edit) {
  const said = changes.filter(({ field }) => !IDS.includes(field));
  return jsonOf([region, ...said.map(({ field, after }) => ({ field, after }))]);
}
