import { type Channel, type Listing, ListingSchema } from '../schema.ts';
import { DEFAULTS } from '../shown-listing.ts';
import { isSameValue } from './canonical-json.ts';
import type { JsonValue } from './edit.ts';

// How a listing falls into fields, the parts that two people can change without getting in each other's way. Claims,
// hours and places are whole: half of one and half of another would say what nobody said.

const CHANNELS = 'channels.';
/** The order of the channels, which is the order in which they are offered: safest first. */
export const CHANNEL_ORDER = 'channels.order';

const PARTED = ['organization', 'translations', 'channels'];
const TOP_LEVEL = Object.keys(ListingSchema.entries).filter((name) => !PARTED.includes(name));
const OF_ORGANIZATION = Object.keys(ListingSchema.entries.organization.entries);
const CHANNEL = /^channels\.([a-z-]+):./su;
const TRANSLATION = /^translations\.([A-Za-z0-9*-]{1,40})$/;

export type FieldName =
  | { readonly kind: 'top'; readonly name: string }
  | { readonly kind: 'organization'; readonly name: string }
  | { readonly kind: 'translation'; readonly language: string }
  | { readonly kind: 'channel'; readonly type: string; readonly key: string }
  | { readonly kind: 'order' };

/** What a field's name means; null for one that no listing has. */
export function readFieldName(field: string): FieldName | null {
  if (field === CHANNEL_ORDER) return { kind: 'order' };
  if (TOP_LEVEL.includes(field)) return { kind: 'top', name: field };
  const within = /^organization\.([a-z]+)$/.exec(field)?.[1];
  if (within !== undefined && OF_ORGANIZATION.includes(within)) return { kind: 'organization', name: within };
  const language = TRANSLATION.exec(field)?.[1];
  if (language !== undefined) return { kind: 'translation', language };
  const type = CHANNEL.exec(field)?.[1];
  return type === undefined ? null : { kind: 'channel', type, key: field.slice(CHANNELS.length) };
}

/**
 * The fields of a listing that say something: one that holds only what is meant without it is absent. Channels are in
 * their order.
 */
export function fieldsOf(listing: Listing): Map<string, JsonValue> {
  const { organization, translations, channels, ...rest } = listing;
  const defaults: Readonly<Record<string, unknown>> = DEFAULTS;
  const said = Object.entries(rest).filter(
    ([name, value]) => value !== undefined && !isSameValue(jsonOf(value), jsonOf(defaults[name])),
  );
  const keys = channelKeys(channels);
  return new Map([
    ...said.map(([name, value]) => [name, jsonOf(value)] as const),
    ...entriesUnder('organization', organization),
    ...entriesUnder('translations', translations),
    ...channels.map((channel, index) => [`channels.${keys[index]}`, jsonOf(channel)] as const),
  ]);
}

/** The listing that these fields make, still to be parsed. */
export function listingFromFields(
  fields: ReadonlyMap<string, JsonValue>,
  order: readonly string[],
): Record<string, unknown> {
  const listing = new Map<string, unknown>();
  const organization = new Map<string, JsonValue>();
  const translations = new Map<string, JsonValue>();
  for (const [field, value] of fields) {
    const name = readFieldName(field);
    if (name?.kind === 'top') listing.set(name.name, value);
    if (name?.kind === 'organization') organization.set(name.name, value);
    if (name?.kind === 'translation') translations.set(name.language, value);
  }
  return Object.fromEntries([
    ...listing,
    ['organization', Object.fromEntries(organization)],
    ['translations', Object.fromEntries(translations)],
    ['channels', order.map((key) => fields.get(`channels.${key}`))],
  ]);
}

/** The keys of the channels among these fields, in their order. */
export function channelKeysIn(fields: ReadonlyMap<string, JsonValue>): string[] {
  return [...fields.keys()]
    .filter((field) => field.startsWith(CHANNELS))
    .map((field) => field.slice(CHANNELS.length));
}

/** What tells each channel from the others: its type and value, and a number where a listing has the same one twice. */
export function channelKeys(channels: readonly Pick<Channel, 'type' | 'value'>[]): string[] {
  const taken = new Set<string>();
  return channels.map((channel) => {
    const plain = channelKey(channel);
    let key = plain;
    for (let count = 2; taken.has(key); count++) key = `${plain} (${count})`;
    taken.add(key);
    return key;
  });
}

/** As in `phone:+442079460000`; a short code with its country, as in `phone:116@KE`. */
export function channelKey({ type, value }: Pick<Channel, 'type' | 'value'>): string {
  return `${type}:${typeof value === 'string' ? value : `${value.code}@${value.country}`}`;
}

/** A listing is JSON as its file holds it. */
export function jsonOf(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
}

function entriesUnder(name: string, parts: object): (readonly [string, JsonValue])[] {
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([part, value]) => [`${name}.${part}`, jsonOf(value)] as const);
}
