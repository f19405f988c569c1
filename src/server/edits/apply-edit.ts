import { addDays, dayOf, type IsoDate } from '../../core/dates.ts';
import type { Refusal, StaffListing } from '../../core/desk-api.ts';
import { applyChanges } from '../../core/edits/changes.ts';
import type { Edit, FieldChange, VerifyMethod } from '../../core/edits/edit.ts';
import { readFieldName } from '../../core/edits/fields.ts';
import { reviewInterval } from '../../core/freshness.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Listing, Verification } from '../../core/schema.ts';
import type { Change } from '../database/change.ts';
import { refusal } from '../http/refusal.ts';
import { isClosed } from '../listings/fill-from.ts';
import { readListing } from '../listings/read-listings.ts';
import { saveVersion } from '../listings/save-version.ts';
import { fieldsSince } from './fields-since.ts';
import { lintRefusal } from './lint-edit.ts';
import type { EditRow } from './read-edits.ts';

export interface Applied {
  readonly before: StaffListing | null;
  readonly after: Listing;
}

/** The listing as it would be, or why it cannot: somebody changed the same fields since, or they are not fields of it. */
export async function tryEdit(
  { tx, now }: Pick<Change, 'tx' | 'now'>,
  edit: Edit,
): Promise<Result<Applied, Refusal>> {
  const before = await readListing(tx, edit.listingId);
  if (edit.kind !== 'new' && !before) return fail(refusal('not-found'));
  if (edit.kind === 'new' && before) return fail(refusal('behind', { current: before }));
  const wrong = wrongOfEdit(edit, before);
  if (wrong) return fail(refusal('bad-request', { detail: wrong }));
  // Its author still had what was purged: any of its words could be of that, its comment too (SV-12).
  if (before && edit.baseVersion < (before.forgetBefore ?? 0))
    return fail(refusal('behind', { current: before }));
  const applied = applyChanges(before?.listing ?? null, edit.changes);
  if (!applied.ok) return fail(refusalOf(applied.problem, before));
  if (applied.value.id !== edit.listingId) return fail(refusal('bad-request', { detail: 'listingId' }));
  if (edit.kind === 'close' && !isClosed(applied.value))
    return fail(refusal('bad-request', { detail: 'kind' }));
  const after = applied.value;
  const linted = lintRefusal(edit, {
    before: before?.listing ?? null,
    after,
    today: dayOf(now.getTime()),
  });
  return linted ? fail(linted) : succeed({ before, after });
}

function wrongOfEdit(edit: Edit, before: StaffListing | null): string | null {
  if (before && before.region !== edit.region) return 'region';
  if (edit.baseVersion > (before?.version ?? 0)) return 'baseVersion';
  return edit.changes.length + edit.confirmed.length === 0 ? 'changes' : null;
}

type Problems = Extract<ReturnType<typeof applyChanges>, { ok: false }>['problem'];

function refusalOf(problems: Problems, current: StaffListing | null): Refusal {
  const since = problems.filter(({ kind }) => kind === 'changed-since');
  if (since.length > 0 && current)
    return refusal('behind', {
      current,
      fields: since.map(({ field }) => ({ field, reason: 'changed-since' })),
    });
  return refusal('bad-request', {
    fields: problems.map((one) => ({
      // A name that is no field's could be anything that somebody typed.
      field: readFieldName(one.field) || /^[a-z_.0-9]+$/.test(one.field) ? one.field : '(name)',
      reason: one.kind === 'bad-field' ? one.reason : one.kind,
    })),
  });
}

export interface Approval {
  /** Null: taken from somebody who is trusted with it (V10). */
  readonly approverId: string | null;
  readonly method: VerifyMethod | undefined;
  readonly actor: string;
}

/** Makes an edit part of its listing: its changes on top of what is there now, and what was confirmed as checked. */
export async function applyEdit(
  made: Change,
  row: EditRow,
  { approverId, method, actor }: Approval,
): Promise<Result<{ readonly isPurged: boolean }, Refusal>> {
  const edit = row.content;
  const tried = await tryEdit(made, edit);
  if (!tried.ok) return tried;
  const { before, after } = tried.value;
  const today = dayOf(made.now.getTime());
  // What the reviewer found out is of today; what the author did, of the day that the author says, never of a day ahead.
  const check: Check | null = method
    ? { method, on: today }
    : edit.method
      ? { method: edit.method, on: earlierOf(edit.verifiedOn, today) }
      : null;
  const changedSince =
    before && edit.confirmed.length > 0
      ? await fieldsSince(made.tx, edit.listingId, edit.baseVersion)
      : new Set<string>();
  const confirmed = edit.confirmed.filter((field) => !changedSince.has(field));
  const saved = await saveVersion(made, {
    region: row.region,
    before,
    after: check ? withCheck(after, check) : after,
    checkedFields: checkedFieldsOf(before, edit.changes, check ? confirmed : [], check?.on ?? null),
    step: { editId: row.id, authorId: row.authorId, approverId },
    causes: edit.changes,
    log: { actor, action: 'listing.change' },
  });
  return succeed(saved);
}

interface Check {
  readonly method: VerifyMethod;
  readonly on: IsoDate;
}

function earlierOf(day: IsoDate | undefined, today: IsoDate): IsoDate {
  return day !== undefined && day < today ? day : today;
}

const METHOD: Readonly<Record<Exclude<VerifyMethod, 'provider-web'>, NonNullable<Verification['method']>>> = {
  'called-published-number': 'call',
  'called-old-number': 'call',
  'called-independent-contact': 'call',
  'met-in-person': 'visit',
  'provider-letter': 'provider-edit',
  'provider-link': 'provider-edit',
};

/** Reading a page is no check with the provider (settled 18), and a check never makes a listing older. */
function withCheck(listing: Listing, { method, on }: Check): Listing {
  const { verification } = listing;
  if (method === 'provider-web' || isClosed(listing)) return listing;
  if (verification.checked_on !== null && verification.checked_on > on) return listing;
  return {
    ...listing,
    verification: {
      ...verification,
      state: verification.state === 'disputed' ? 'disputed' : 'confirmed',
      method: METHOD[method],
      checked_on: on,
      next_review_on: addDays(on, reviewInterval(listing.needs)),
    },
  };
}

function checkedFieldsOf(
  before: StaffListing | null,
  changes: readonly FieldChange[],
  confirmed: readonly string[],
  on: IsoDate | null,
): Record<string, string> {
  const fields = new Map(Object.entries(before?.checkedFields ?? {}));
  for (const { field, after } of changes)
    if (after === null || on === null) fields.delete(field);
    else fields.set(field, on);
  if (on !== null) for (const field of confirmed) fields.set(field, on);
  return Object.fromEntries(fields);
}
