import { sizeClass, WEIGHTS } from './index-format.ts';
import { pinned } from './pinned-unicode.ts';
import type { Row } from './row.ts';
import { type Column, narrow } from './typed-columns.ts';
import { formsOf, termsOf } from './words.ts';

/** The terms of all rows and where each stands, with the weight of the best field that has it. */
export function textColumns(rows: readonly Row[]): Column[] {
  const lists = postingsOf(rows);
  const terms = [...lists.keys()].sort((a, b) => (a < b ? -1 : 1));
  const encoded = terms.map((term) => encode(lists.get(term) ?? []));
  const bySize: Uint8Array[][] = Array.from({ length: 32 }, () => []);
  for (const bytes of encoded) bySize[sizeClass(bytes.length)]?.push(bytes);
  return [
    narrow(terms.map((term) => term.length)),
    unitsOf(terms),
    narrow(encoded.map((bytes) => bytes.length)),
    joined(bySize.reverse().flat()),
  ];
}

function postingsOf(rows: readonly Row[]): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  rows.forEach((row, number) => {
    const seen = new Set<string>();
    for (const [texts, weight] of fieldsOf(row)) {
      for (const term of termsOf(pinned(texts.join('\n')))) {
        for (const form of formsOf(term)) {
          if (seen.has(form)) continue;
          seen.add(form);
          const list = lists.get(form);
          if (list) list.push(number, weight);
          else lists.set(form, [number, weight]);
        }
      }
    }
  });
  return lists;
}

/** Best first; a weight is a place in `WEIGHTS`. */
function fieldsOf(row: Row): [readonly (string | undefined)[], number][] {
  return [
    [[row.name, ...(row.translatedNames ?? [])], WEIGHTS.indexOf(4)],
    [[row.alternateName, row.organisation], WEIGHTS.indexOf(3)],
    [[row.description, ...(row.translatedDescriptions ?? [])], WEIGHTS.indexOf(1)],
  ];
}

/** Of each listing how many numbers were skipped since the one before, times four, and the weight: seven bits a byte. */
function encode(list: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let next = 0;
  for (let at = 0; at < list.length; at += 2) {
    const number = list[at] as number;
    let rest = (number - next) * 4 + (list[at + 1] as number);
    for (next = number + 1; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

function unitsOf(terms: readonly string[]): Uint16Array {
  const text = terms.join('');
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
