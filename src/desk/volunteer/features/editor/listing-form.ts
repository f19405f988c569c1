import { changesBetween } from '../../../../core/edits/changes.ts';
import type { Cause, Edit, FieldChange, VerifyMethod } from '../../../../core/edits/edit.ts';
import { CHANNEL_ORDER, channelKeysIn, fieldsOf, listingFromFields } from '../../../../core/edits/fields.ts';
import type { Listing } from '../../../../core/schema.ts';
import { DEFAULTS } from '../../../../core/shown-listing.ts';
import { needsCause } from '../../fields/field-change.ts';

/** What a person is writing: the listing as it would be, and what goes with the change. */
export interface ListingForm {
  /** May be half written: it is only a listing once `parseListing` has said so. */
  readonly listing: Listing;
  readonly causes: Readonly<Record<string, Cause>>;
  /** Reasons for leaving a warning as it is, by `overrideKey`. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly method: VerifyMethod | null;
  readonly verifiedOn: string;
  readonly comment: string;
}

/** What an edit is besides its changes. */
export interface EditFrame {
  readonly id: string;
  readonly region: string;
  readonly baseVersion: number;
}

/** By what a reason is for: a rule, and a place of the listing. */
export const overrideKey = (rule: string, place: string) => `${rule} ${place}`;

/** The form as it begins, or as it was left in a draft. */
export function formOf(base: Listing | null, edit: Edit | null, fresh: Listing): ListingForm {
  const start = base ?? fresh;
  return {
    listing: edit ? withChanges(base, edit.changes, start) : start,
    causes: Object.fromEntries(
      (edit?.changes ?? []).flatMap(({ field, cause }) => (cause ? [[field, cause]] : [])),
    ),
    reasons: Object.fromEntries(
      (edit?.overrides ?? []).map((one) => [overrideKey(one.rule, one.field), one.reason]),
    ),
    method: edit?.method ?? null,
    verifiedOn: edit?.verifiedOn ?? '',
    comment: edit?.comment ?? '',
  };
}

/** Also changes that make no whole listing yet: what was typed is not lost for being wrong (V8). */
function withChanges(base: Listing | null, changes: readonly FieldChange[], start: Listing): Listing {
  const fields = base ? fieldsOf(base) : new Map();
  for (const { field, after } of changes.filter((change) => change.field !== CHANNEL_ORDER))
    if (after === null) fields.delete(field);
    else fields.set(field, after);
  const order = changes.find(({ field }) => field === CHANNEL_ORDER)?.after;
  const keys = channelKeysIn(fields);
  const wanted = Array.isArray(order) ? (order as string[]) : keys;
  const place = (key: string) => (wanted.includes(key) ? wanted.indexOf(key) : wanted.length);
  const inOrder = keys.toSorted((one, other) => place(one) - place(other));
  const empty = base ? DEFAULTS : { ...DEFAULTS, name: '', description: '', needs: [], status: start.status };
  return {
    ...empty,
    ...(base ? {} : { country: start.country, text_language: start.text_language }),
    ...listingFromFields(fields, inOrder),
  } as unknown as Listing;
}

/** What is different from the listing that the form began with; of a new one, all of it. */
export function changesOf(
  base: Listing | null,
  { listing, causes }: Pick<ListingForm, 'listing' | 'causes'>,
): FieldChange[] {
  return changesBetween(base, tidied(listing)).map((change) => {
    const cause = base === null ? 'added' : causeOf(change, causes);
    return cause ? { ...change, cause } : change;
  });
}

function causeOf(change: FieldChange, causes: Readonly<Record<string, Cause>>): Cause | undefined {
  return needsCause(change) ? causes[change.field] : 'added';
}

/** What an empty field leaves behind is not said at all. */
function tidied(listing: Listing): Listing {
  return Object.fromEntries(
    Object.entries(listing).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Listing;
}

/** The form as an edit: kept as a draft while it is written, sent as it is when it is whole. */
export function editOf(base: Listing | null, form: ListingForm, frame: EditFrame): Edit {
  const { listing, reasons, method, verifiedOn, comment } = form;
  return {
    ...frame,
    listingId: listing.id,
    kind: base === null ? 'new' : isClosed(base, listing) ? 'close' : 'change',
    changes: changesOf(base, form),
    confirmed: [],
    overrides: Object.entries(reasons)
      .filter(([, reason]) => reason.trim() !== '')
      .map(([key, reason]) => {
        const [rule = '', ...field] = key.split(' ');
        return { rule, field: field.join(' '), reason };
      }),
    ...(method ? { method } : {}),
    ...(verifiedOn ? { verifiedOn } : {}),
    ...(comment.trim() ? { comment: comment.trim() } : {}),
  };
}

function isClosed(base: Listing, listing: Listing): boolean {
  return base.status !== 'defunct' && listing.status === 'defunct';
}
