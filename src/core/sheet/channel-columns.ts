import type { JsonValue } from '../edits/edit.ts';
import { jsonOf } from '../edits/fields.ts';
import { fail, succeed } from '../result.ts';
import type { Channel, Listing } from '../schema.ts';
import { BETWEEN, type CellReading, fitting, type SheetColumn } from './sheet-column.ts';

export function channels(name: string, type: Channel['type']): SheetColumn {
  return {
    name,
    place: type,
    cell: (listing) => fitting(ofType(listing, type).map(channelCell).join(BETWEEN)),
    read: (text, listing) => readChannels(text, type, listing),
  };
}

/** As in `116@KE text HELP`; a link may hold the sign that stands between two, but not with a space behind it. */
function channelCell(channel: Channel): string {
  const { value } = channel;
  const number = typeof value === 'string' ? value : `${value.code}@${value.country}`;
  return channel.type === 'sms' && channel.keyword ? `${number} text ${channel.keyword}` : number;
}

function ofType(listing: Listing | null, type: Channel['type']): Channel[] {
  return (listing?.channels ?? []).filter((one) => one.type === type);
}

function readChannels(text: string, type: Channel['type'], listing: Listing | null): CellReading {
  const held = ofType(listing, type);
  const cells = held.map(channelCell);
  const keys = held.map(keyOf);
  // Two ways in under one name cannot be told apart in a cell.
  if (new Set(keys).size < keys.length) return fail('not-here');
  const wanted = text.split(/;\s+|;$/).flatMap((one) => one.trim() || []);
  const gone = held.filter((_, place) => !wanted.includes(cells[place] ?? ''));
  const fresh = wanted.filter((one) => !cells.includes(one)).map((one) => channelOf(one, type));
  if (fresh.includes(null)) return fail('not-understood');
  const made = fresh.flatMap((one) => one ?? []);
  const kept = gone.filter((one) => !made.some((other) => keyOf(other) === keyOf(one)));
  return succeed([
    ...kept.map((one) => [`channels.${keyOf(one)}`, null] as const),
    ...made.map((one) => [`channels.${keyOf(one)}`, channelWith(one, held)] as const),
  ]);
}

interface MadeChannel {
  readonly type: string;
  readonly value: string | { readonly code: string; readonly country: string };
  readonly keyword?: string;
}

function keyOf({ type, value }: Pick<MadeChannel, 'type' | 'value'>): string {
  return `${type}:${typeof value === 'string' ? value : `${value.code}@${value.country}`}`;
}

/** What is said of the same number stays; of another one nothing is known. */
function channelWith(made: MadeChannel, held: readonly Channel[]): JsonValue {
  const same = held.find((one) => keyOf(one) === keyOf(made));
  const rest = same ? Object.entries(same).filter(([key]) => key !== 'keyword') : [];
  return jsonOf({ cost: 'unknown', on_phone_bill: 'unknown', ...Object.fromEntries(rest), ...made });
}

function channelOf(text: string, type: Channel['type']): MadeChannel | null {
  const [, written = '', keyword] = (type === 'sms' ? /^(\S+) text (.+)$/.exec(text) : null) ?? ['', text];
  const code = /^(\d{2,6})@([A-Z]{2})$/.exec(written);
  const value = code ? { code: code[1] ?? '', country: code[2] ?? '' } : written;
  // A national number as people write it: nobody can know the country's code for certain.
  if (type !== 'web' && type !== 'chat' && type !== 'email' && !code && !/^\+\d+$/.test(written)) return null;
  return keyword === undefined ? { type, value } : { type, value, keyword };
}
