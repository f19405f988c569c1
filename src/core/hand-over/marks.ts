import { ByteWriter, crc16 } from './bytes.ts';

// A listing's id is a UUID, 16 bytes, and a code that a phone can read off another phone's screen has no room for 40 of
// them. Its mark is the beginning of a hash of the id: 28 bits where that is enough to tell it from every other listing
// that the worker has, more where it is not.
export const FEWEST_DIGITS = 7;
export const MOST_DIGITS = 16;

/** 64 bits of an id as hex digits, spread evenly whatever kind of id it is. Not a secret: whoever has the list can redo it. */
export function markOf(id: string): string {
  let one = 0x9e3779b9;
  let other = 0x85ebca77;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x27d4eb2f);
  }
  // Each half depends on both, so that ids which agree in one do not agree in what is cut from the front.
  return hex(mixed(one ^ Math.imul(other, 0xc2b2ae3d))) + hex(mixed(other ^ Math.imul(one, 0x165667b1)));
}

/** The last steps of MurmurHash3: every bit of the input reaches every bit of the result. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** The fewest digits by which each of the ids is told from every other that is known. */
export function digitsNeeded(ids: readonly string[], known: Iterable<string>): number {
  const all = [...new Set([...known, ...ids])].map(markOf);
  const wanted = [...new Set(ids)].map(markOf);
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    const counts = countsOf(all, digits);
    if (wanted.every((mark) => counts.get(mark.slice(0, digits)) === 1)) return digits;
  }
  return MOST_DIGITS;
}

function countsOf(marks: readonly string[], digits: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    const start = mark.slice(0, digits);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return counts;
}

/** Known ids by the first digits of their marks; null where two share them, which is no answer. */
export function idsByMark(known: Iterable<string>, digits: number): Map<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const id of new Set(known)) {
    const mark = markOf(id).slice(0, digits);
    ids.set(mark, ids.has(mark) ? null : id);
  }
  return ids;
}

/** Of whole ids in their order: a listing that only shares a mark with the one that was meant does not agree with it. */
export function checkOfIds(ids: readonly string[]): number {
  return crc16(new TextEncoder().encode(ids.join('\n')));
}

export function packedDigits(marks: readonly string[]): Uint8Array {
  const digits = marks.join('');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  const writer = new ByteWriter();
  for (let at = 0; at < even.length; at += 2) writer.byte(Number.parseInt(even.slice(at, at + 2), 16));
  return writer.done();
}

/** The marks of so many digits each; null where what is left over is not the one zero digit of the padding. */
export function unpackedDigits(bytes: Uint8Array, digits: number): string[] | null {
  const all = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const count = Math.floor(all.length / digits);
  const rest = all.slice(count * digits);
  if (count === 0 || (rest !== '' && rest !== '0')) return null;
  return Array.from({ length: count }, (_, at) => all.slice(at * digits, (at + 1) * digits));
}
