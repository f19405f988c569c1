import { fail, type Result } from '../result.ts';
import { type FieldProblem, type Listing, parseListing } from '../schema.ts';
import { isSameValue } from './canonical-json.ts';
import type { FieldChange, JsonValue } from './edit.ts';
import {
  CHANNEL_ORDER,
  channelKey,
  channelKeysIn,
  fieldsOf,
  jsonOf,
  listingFromFields,
  readFieldName,
} from './fields.ts';

/** `changed-since`: the field no longer holds what its change was made from, nor what it would make of it. */
export type ChangeProblem = FieldProblem | { readonly kind: 'changed-since'; readonly field: string };

/** What makes one listing of the other, a change a field; of `null`, a new listing. */
export function changesBetween(before: Listing | null, after: Listing): FieldChange[] {
  const old = before ? fieldsOf(before) : new Map<string, JsonValue>();
  const now = fieldsOf(after);
  const changes = [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => !isSameValue(change.before, change.after));
  const oldOrder = channelKeysIn(old);
  const order = channelKeysIn(now);
  const isExpected = isSameValue(orderAfter(oldOrder, changes), order);
  return isExpected ? changes : [...changes, { field: CHANNEL_ORDER, before: oldOrder, after: order }];
}

/** The listing with these changes, or every reason against it. Applying what is already so changes nothing. */
export function applyChanges(
  listing: Listing | null,
  changes: readonly FieldChange[],
): Result<Listing, ChangeProblem[]> {
  const fields = listing ? fieldsOf(listing) : new Map<string, JsonValue>();
  const problems = problemsOf(changes, fields);
  if (problems.length > 0) return fail(problems);
  const order = orderAfter(channelKeysIn(fields), changes);
  for (const { field, after } of changes)
    if (after === null) fields.delete(field);
    else fields.set(field, after);
  return parseListing(listingFromFields(fields, order));
}

function problemsOf(
  changes: readonly FieldChange[],
  fields: ReadonlyMap<string, JsonValue>,
): ChangeProblem[] {
  const seen = new Set<string>();
  return changes.flatMap((change): ChangeProblem[] => {
    const { field, before, after } = change;
    const bad = (reason: string): ChangeProblem[] => [{ kind: 'bad-field', field, reason }];
    const name = readFieldName(field);
    if (!name) return bad('is not a field of a listing');
    if (seen.has(field)) return bad('is changed twice');
    seen.add(field);
    if (name.kind === 'channel' && after !== null && !isNamedAfter(name.key, after))
      return bad('is named after another channel than it holds');
    // A new channel beside the others does not make their order another one.
    if (name.kind === 'order') return [];
    const held = fields.get(field);
    return isSameValue(held, before) || isSameValue(held, after) ? [] : [{ kind: 'changed-since', field }];
  });
}

/** Else a phone could come in under the name of a web page. */
function isNamedAfter(key: string, channel: JsonValue): boolean {
  const { type, value } = (channel ?? {}) as { type?: unknown; value?: unknown };
  if (typeof type !== 'string' || (typeof value !== 'string' && !isShortCode(value))) return false;
  const plain = channelKey({ type, value } as Parameters<typeof channelKey>[0]);
  return key === plain || (key.startsWith(plain) && /^ \(\d+\)$/.test(key.slice(plain.length)));
}

function isShortCode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value && 'country' in value;
}

/** A new channel stands where one of its type went away, else last; where an order is asked for, in that. */
function orderAfter(order: readonly string[], changes: readonly FieldChange[]): string[] {
  const touched = changes.flatMap(({ field, after }) => {
    const name = readFieldName(field);
    return name?.kind === 'channel' ? [{ key: name.key, type: name.type, isThere: after !== null }] : [];
  });
  const added = touched.filter(({ key, isThere }) => isThere && !order.includes(key));
  const kept = order.flatMap((key) => {
    const gone = touched.find((one) => one.key === key && !one.isThere);
    if (!gone) return [key];
    const place = added.findIndex(({ type }) => type === gone.type);
    return place < 0 ? [] : added.splice(place, 1).map((one) => one.key);
  });
  return inOrder([...kept, ...added.map(({ key }) => key)], changes);
}

function inOrder(keys: readonly string[], changes: readonly FieldChange[]): string[] {
  const wanted = changes.find(({ field }) => field === CHANNEL_ORDER)?.after;
  if (!Array.isArray(wanted)) return [...keys];
  const place = (key: string) => {
    const at = wanted.indexOf(key);
    return at < 0 ? wanted.length : at;
  };
  return keys.toSorted((one, other) => place(one) - place(other));
}

/** What closes a listing (V11): it goes from every phone at the next release, and staff still find it. */
export function closingChanges({ status, verification }: Listing): FieldChange[] {
  const closed = { ...verification, state: 'closed' };
  return [
    { field: 'status', before: status, after: 'defunct' },
    { field: 'verification', before: jsonOf(verification), after: jsonOf(closed) },
  ].filter(({ before, after }) => !isSameValue(before, after));
}
