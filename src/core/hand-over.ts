import { addDays, daysBetween, type IsoDate } from './dates.ts';
import { fromBase45, toBase45 } from './hand-over/base45.ts';
import { ByteWriter, crc16 } from './hand-over/bytes.ts';
import {
  type HandedContact,
  isNameToHand,
  MOST_CONTACTS,
  readContacts,
  writeContacts,
} from './hand-over/contacts.ts';
import {
  checkOfIds,
  digitsNeeded,
  FEWEST_DIGITS,
  idsByMark,
  markOf,
  packedDigits,
  unpackedDigits,
} from './hand-over/marks.ts';
import { fail, type Result, succeed } from './result.ts';

// A list of services from one screen to another, as text that a QR code holds (settled 29; docs/hand-over-format.md).
// It is no address: a camera app shows letters, and nothing opens. It says nothing of anybody.

/** By marks of ids, for a phone that has the list. */
export interface HandedMarks {
  readonly kind: 'marks';
  readonly marks: readonly string[];
  readonly check: number;
}
/** Whole, for any phone. Nobody vouches for it but whoever showed it. */
export interface HandedContacts {
  readonly kind: 'contacts';
  /** Of the list that it was taken from, not of the day it was shown. */
  readonly listDay: IsoDate;
  readonly contacts: readonly HandedContact[];
}
export type HandOver = HandedMarks | HandedContacts;

/**
 * `not-ours`: another kind of code; look for the one in the worker's app. `too-new`: bring this app up to date. `too-old`:
 * made by a version, or from a list, of long ago; ask for a new one. `damaged`: scan once more, or ask for a new one.
 */
export interface HandOverProblem {
  readonly kind: 'not-ours' | 'too-new' | 'too-old' | 'damaged';
}
/** `too-many`: hand over fewer, or in two codes. `bad-name`: shorten it, or take out signs that are no letters. */
export type WriteProblem =
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'bad-name'; readonly name: string };

/** Raw DEFLATE by the platform; `inflate` throws for anything else, and where more than `limit` bytes would come out. */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>;
export type Inflate = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

const VERSION = 1;
const BEGINNING = /^W(\d{1,3}):/;
const MARKS = 0x10;
const CONTACTS = 0x20;
const DEFLATED = 0x01;
export const MOST_MARKS = 64;
// The most letters that any QR code holds, and what 32 contacts can be at most.
const MOST_TEXT = 4296;
const MOST_BYTES = 12_288;
const FIRST_DAY = '2020-01-01';
// As long as a claim holds (settled 18): a number that nobody looked at for a year may be somebody else's.
const MOST_DAYS = 365;

/** A code by ids. `known`: every id on the worker's device, so that no two can be taken for each other. */
export function writeMarks(ids: readonly string[], known: Iterable<string>): Result<string, WriteProblem> {
  if (ids.length > MOST_MARKS) return fail({ kind: 'too-many', most: MOST_MARKS });
  const digits = digitsNeeded(ids, known);
  const marks = ids.map((id) => markOf(id).slice(0, digits));
  const body = new ByteWriter().byte(MARKS | (digits - 1)).all(packedDigits(marks));
  return succeed(textOf(body.pair(checkOfIds(ids)).done()));
}

/** A code that holds names, numbers and hours whole. */
export async function writeContactList(
  { contacts, listDay }: Pick<HandedContacts, 'contacts' | 'listDay'>,
  deflate: Deflate,
): Promise<Result<string, WriteProblem>> {
  if (contacts.length > MOST_CONTACTS) return fail({ kind: 'too-many', most: MOST_CONTACTS });
  const bad = contacts.find(({ name }) => !isNameToHand(name));
  if (bad) return fail({ kind: 'bad-name', name: bad.name });
  const plain = writeContacts(contacts);
  const deflated = await deflate(plain);
  const isShorter = deflated.length < plain.length;
  const day = Math.max(0, Math.min(0xffff, daysBetween(FIRST_DAY, listDay)));
  const body = new ByteWriter().byte(CONTACTS | (isShorter ? DEFLATED : 0)).pair(day);
  return succeed(textOf(body.all(isShorter ? deflated : plain).done()));
}

/** What a scanned text hands over. The text is anybody's: every way it can be wrong is a problem with a next step. */
export async function readHandOver(
  text: string,
  { inflate, today }: { readonly inflate: Inflate; readonly today: IsoDate },
): Promise<Result<HandOver, HandOverProblem>> {
  const beginning = BEGINNING.exec(text);
  if (!beginning) return fail({ kind: 'not-ours' });
  const version = Number(beginning[1]);
  if (version !== VERSION) return fail({ kind: version > VERSION ? 'too-new' : 'too-old' });
  if (text.length > MOST_TEXT) return fail({ kind: 'damaged' });
  const bytes = fromBase45(text.slice(beginning[0].length));
  const body = bytes && bodyOf(bytes);
  if (!body) return fail({ kind: 'damaged' });
  const first = body[0] ?? 0;
  if ((first & 0xf0) === MARKS) return readMarks(body);
  if ((first & 0xf0) === CONTACTS) return readList(body, inflate, today);
  return fail({ kind: 'too-new' });
}

/**
 * The ids that a phone with these lists is meant to show, in their order, and how many it has not. `other-list`: none are
 * here, or what is here is not what was meant; get the list of the area, or ask for a code with the numbers in it.
 */
export function resolveMarks(
  { marks, check }: HandedMarks,
  known: Iterable<string>,
): Result<{ readonly ids: readonly string[]; readonly missing: number }, { readonly kind: 'other-list' }> {
  const here = idsByMark(known, marks[0]?.length ?? 0);
  const ids = marks.flatMap((mark) => here.get(mark) ?? []);
  const missing = marks.length - ids.length;
  const isOther = ids.length === 0 || (missing === 0 && checkOfIds(ids) !== check);
  return isOther ? fail({ kind: 'other-list' }) : succeed({ ids, missing });
}

function textOf(body: Uint8Array): string {
  return `W${VERSION}:${toBase45(new ByteWriter().all(body).pair(crc16(body)).done())}`;
}

/** Without its check; null where they do not agree. */
function bodyOf(bytes: Uint8Array): Uint8Array | null {
  const body = bytes.subarray(0, -2);
  const check = (bytes[bytes.length - 2] ?? 0) * 256 + (bytes[bytes.length - 1] ?? 0);
  return body.length > 0 && crc16(body) === check ? body : null;
}

function readMarks(body: Uint8Array): Result<HandedMarks, HandOverProblem> {
  const digits = ((body[0] ?? 0) & 0x0f) + 1;
  const marks = digits < FEWEST_DIGITS ? null : unpackedDigits(body.subarray(1, -2), digits);
  if (!marks || marks.length > MOST_MARKS) return fail({ kind: 'damaged' });
  const check = (body[body.length - 2] ?? 0) * 256 + (body[body.length - 1] ?? 0);
  return succeed({ kind: 'marks', marks, check });
}

async function readList(
  body: Uint8Array,
  inflate: Inflate,
  today: IsoDate,
): Promise<Result<HandedContacts, HandOverProblem>> {
  const flags = (body[0] ?? 0) & 0x0f;
  if (flags > DEFLATED) return fail({ kind: 'too-new' });
  const listDay = addDays(FIRST_DAY, (body[1] ?? 0) * 256 + (body[2] ?? 0));
  if (daysBetween(listDay, today) > MOST_DAYS) return fail({ kind: 'too-old' });
  const stored = body.subarray(3);
  const plain = flags === DEFLATED ? await inflated(stored, inflate) : stored;
  const contacts = plain && readContacts(plain);
  return contacts ? succeed({ kind: 'contacts', listDay, contacts }) : fail({ kind: 'damaged' });
}

async function inflated(stored: Uint8Array, inflate: Inflate): Promise<Uint8Array | null> {
  try {
    return await inflate(stored, MOST_BYTES);
  } catch {
    // By its contract: not deflated, or far more than any list of ours.
    return null;
  }
}
