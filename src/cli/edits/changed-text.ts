import type { FieldChange } from '../../core/edits/edit.ts';
import { channelKeys, fieldsOf, readFieldName } from '../../core/edits/fields.ts';
import { isRecord } from '../../core/is-record.ts';
import { type Channel, type Listing, ListingSchema } from '../../core/schema.ts';

type Fields = Record<string, unknown>;

const SCHEMA_ORDER = Object.keys(ListingSchema.entries);
// What the schema fills in; a file that does not say it need not begin to.
const FILLED_IN: Readonly<Record<string, string>> = {
  cost: '"unknown"',
  on_phone_bill: '"unknown"',
  schedules: '[]',
  exceptions: '[]',
  precision: '"exact"',
};

/** A listing's file with these changes made in it and nothing else moved, so that whoever reviews it sees only them. */
export function changedText(text: string, changes: readonly FieldChange[], next: Listing): string {
  const file = JSON.parse(text) as Fields;
  const names = Object.keys(file);
  const fields = fieldsOf(next);
  for (const { field } of changes) {
    const name = readFieldName(field);
    const value = fields.get(field);
    if (name?.kind === 'top') put(file, name.name, value);
    if (name?.kind === 'organization') putWithin(file, 'organization', name.name, value);
    if (name?.kind === 'translation') putWithin(file, 'translations', name.language, value);
    if (name?.kind === 'channel' || name?.kind === 'order') file.channels = channelsOf(file, changes, next);
  }
  return isInSchemaOrder(names) ? fileText(file) : textOf(file);
}

/** A new listing's file: only what it says. */
export function newText(listing: Listing): string {
  const { channels, organization, translations, ...rest } = listing;
  const said = fieldsOf(listing);
  const top = Object.keys(rest).flatMap((name) =>
    said.has(name) && !isEmptyList(said.get(name)) ? [[name, like(said.get(name), {})] as const] : [],
  );
  const file = {
    ...Object.fromEntries(top),
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
    organization,
    channels: channels.map((one) => like(one, {})),
  };
  return fileText(file);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function fileText(file: Fields): string {
  const entries = Object.entries(file).sort(([one], [other]) => placeOf(one) - placeOf(other));
  return textOf(Object.fromEntries(entries));
}

function textOf(file: Fields): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Else what is new in a file comes last, and nothing in it moves. */
function isInSchemaOrder(names: readonly string[]): boolean {
  return names.every((name, place) => place === 0 || placeOf(names[place - 1] ?? '') <= placeOf(name));
}

function placeOf(name: string): number {
  return SCHEMA_ORDER.indexOf(name);
}

function put(file: Fields, name: string, value: unknown): void {
  if (value === undefined) delete file[name];
  else file[name] = like(value, file[name]);
}

function putWithin(file: Fields, name: string, inner: string, value: unknown): void {
  const held = { ...(isRecord(file[name]) ? file[name] : {}) };
  put(held, inner, value);
  if (Object.keys(held).length > 0) file[name] = held;
  else delete file[name];
}

function channelsOf(file: Fields, changes: readonly FieldChange[], next: Listing): unknown[] {
  const held = (Array.isArray(file.channels) ? file.channels : []) as Channel[];
  const heldKeys = channelKeys(held);
  const keys = channelKeys(next.channels);
  return next.channels.map((channel, place) => {
    const before = held[heldKeys.indexOf(keys[place] ?? '')];
    const isChanged = changes.some(({ field }) => field === `channels.${keys[place]}`);
    return before && !isChanged ? before : like(channel, before);
  });
}

/** The value with its fields in the order that the file has them. */
function like(value: unknown, before: unknown): unknown {
  if (Array.isArray(value)) {
    const held = Array.isArray(before) ? before : [];
    return value.map((one, place) => like(one, held[place]));
  }
  if (!isRecord(value)) return value;
  const held = isRecord(before) ? before : {};
  const kept = Object.keys(held).filter((name) => value[name] !== undefined);
  const fresh = Object.keys(value).filter(
    (name) => !(name in held) && value[name] !== undefined && JSON.stringify(value[name]) !== FILLED_IN[name],
  );
  return Object.fromEntries([...kept, ...fresh].map((name) => [name, like(value[name], held[name])]));
}
