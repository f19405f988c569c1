import { isOneOf } from '../codes.ts';
import { type PhoneNumber, parsePhone } from '../phones.ts';
import { isPlainText } from '../text.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { type HandedHours, readHours, writeHours } from './hours.ts';

/** One service as a code holds it whole, for a phone that has no list of it. Nothing in it says where a place is. */
export interface HandedContact {
  /** Its name, or the alias that was agreed. */
  readonly name: string;
  /** Null: there is none that may be dialled. */
  readonly number: PhoneNumber | null;
  /** `text`: a number for messages. */
  readonly way: (typeof WAYS)[number];
  readonly hours: HandedHours;
}

export const MOST_CONTACTS = 32;
export const MOST_NAME = 80;
const WAYS = ['call', 'text'] as const;
const NO_NUMBER = 0;
const SHORT_CODE = 0x20;
const FOR_TEXTS = 0x40;
const NEWLINE = '\n';

/** Column by column: names beside names and hours beside hours are deflated to fewer bytes. */
export function writeContacts(contacts: readonly HandedContact[]): Uint8Array {
  const names = new TextEncoder().encode(contacts.map(({ name }) => name).join(NEWLINE));
  const writer = new ByteWriter().byte(contacts.length).pair(names.length).all(names);
  for (const { number, way } of contacts) writeNumber(writer, number, way);
  for (const { hours } of contacts) writeHours(writer, hours);
  return writer.done();
}

/** Null for anything that `writeContacts` does not write: the bytes are from a picture that anybody can have drawn. */
export function readContacts(bytes: Uint8Array): HandedContact[] | null {
  const reader = new ByteReader(bytes);
  const count = reader.byte();
  if (count === 0 || count > MOST_CONTACTS) return null;
  const names = namesIn(reader.some(reader.pair()), count);
  if (!names) return null;
  const numbers = names.map(() => readNumber(reader));
  const hours = names.map(() => readHours(reader));
  if (!reader.isAtEnd()) return null;
  const contacts = names.flatMap((name, at) => {
    const [number, when] = [numbers[at], hours[at]];
    return number && when ? [{ name, ...number, hours: when }] : [];
  });
  return contacts.length === count ? contacts : null;
}

export function isNameToHand(name: string): boolean {
  return name.length > 0 && name.length <= MOST_NAME && !name.includes(NEWLINE) && isPlainText(name);
}

function namesIn(bytes: Uint8Array, count: number): string[] | null {
  const names = textIn(bytes)?.split(NEWLINE) ?? [];
  return names.length === count && names.every(isNameToHand) ? names : null;
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A byte of what it is and how many digits, the digits two a byte, the country of a short code. */
function writeNumber(writer: ByteWriter, number: PhoneNumber | null, way: HandedContact['way']): void {
  const flags = way === 'text' ? FOR_TEXTS : 0;
  if (number === null) {
    writer.byte(flags | NO_NUMBER);
    return;
  }
  const digits = typeof number === 'string' ? number.slice(1) : number.code;
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  writer.byte(flags | digits.length | (typeof number === 'string' ? 0 : SHORT_CODE));
  for (let at = 0; at < even.length; at += 2) writer.byte(Number.parseInt(even.slice(at, at + 2), 16));
  if (typeof number !== 'string') writer.all(new TextEncoder().encode(number.country));
}

function readNumber(reader: ByteReader): Pick<HandedContact, 'number' | 'way'> | null {
  const flags = reader.byte();
  const way = WAYS[flags & FOR_TEXTS ? 1 : 0];
  const count = flags & 0x1f;
  if (!isOneOf(WAYS, way) || flags & 0x80) return null;
  if (count === NO_NUMBER) return flags & SHORT_CODE ? null : { number: null, way };
  const packed = [...reader.some(Math.ceil(count / 2))].map((byte) => byte.toString(16).padStart(2, '0'));
  const digits = packed.join('').slice(0, count);
  const number =
    flags & SHORT_CODE
      ? { code: digits, country: String.fromCharCode(reader.byte(), reader.byte()) }
      : `+${digits}`;
  // The same rule as for a listing: what runs commands on a phone, or costs its caller dearly, is never a number.
  return /^\d+$/.test(digits) && parsePhone(number).ok ? { number, way } : null;
}
