import { addTo, type Bits, setBit, wordsFor } from './bits.ts';
import { KINDS, type Kind, type Labels, TALLIED_KINDS } from './index-format.ts';
import type { Column } from './typed-columns.ts';

/** The code of "any language through an interpreter". Who has it is counted there, and for no other language. */
export const ANY = '*';

export interface Counter {
  readonly kind: Kind;
  readonly code: string;
  readonly number: number;
  /** Who counts for it. */
  readonly bits: Bits;
}

export interface Counters {
  /** Those that are counted in every answer come first. */
  readonly all: readonly Counter[];
  readonly tallied: number;
  /** Where the counters of each listing begin in `list`, and where the last end. */
  readonly starts: Uint32Array;
  readonly list: Column;
  readonly byKind: ReadonlyMap<Kind, ReadonlyMap<string, Counter>>;
}

/** Sets are made when an index is opened: they need not travel. */
export function countersIn(labels: Labels['counters'], starts: Uint32Array, list: Column): Counters {
  const count = starts.length - 1;
  const words = wordsFor(count);
  const flat = new Uint32Array(labels.length * words);
  for (let listing = 0; listing < count; listing++) {
    const end = starts[listing + 1] as number;
    for (let at = starts[listing] as number; at < end; at++) {
      setBit(flat, (list[at] as number) * words * 32 + listing);
    }
  }
  const byKind = new Map<Kind, Map<string, Counter>>();
  const all = labels.map(([place, code], number) => {
    const kind = KINDS[place] as Kind;
    const bits = flat.subarray(number * words, (number + 1) * words);
    const counter = { kind, code, number, bits };
    byKind.set(kind, (byKind.get(kind) ?? new Map<string, Counter>()).set(code, counter));
    return counter;
  });
  return { all, tallied: labels.filter(([place]) => place < TALLIED_KINDS).length, starts, list, byKind };
}

/** Who counts for any of the codes. */
export function anyOf(
  { counters, count }: { readonly counters: Counters; readonly count: number },
  kind: Kind,
  codes: readonly string[],
): Bits {
  const bits = new Uint32Array(wordsFor(count));
  for (const code of codes) {
    const counter = counters.byKind.get(kind)?.get(code);
    if (counter) addTo(bits, counter.bits);
  }
  return bits;
}

/** A language as it is compared, and how it is spoken: any language is through an interpreter, whatever is written. */
export function spokenIn(text: string): { readonly code: string; readonly way: string } {
  const [mode = '', written = ''] = text.split(' ');
  const code = written.toLowerCase();
  return { code, way: code === ANY ? 'interpreter' : mode };
}

export function baseOf(code: string): string {
  return code.split('-')[0] ?? code;
}
