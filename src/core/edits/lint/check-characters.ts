import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';
import { UNASSIGNED } from './unicode-14.ts';

const BASE = 36;
const ASCII = /^[\x20-\x7e]*$/;

/** First and last code point of each run that Unicode 14.0 has no character for, in order. */
const runs: (readonly [number, number])[] = [];
let after = 0;
const numbers = UNASSIGNED.trim()
  .split(' ')
  .map((number) => Number.parseInt(number, BASE));
for (let at = 0; at < numbers.length; at += 2) {
  const first = after + (numbers[at] ?? 0);
  after = first + (numbers[at + 1] ?? 0);
  runs.push([first, after - 1]);
}

/**
 * Characters that the oldest browsers of the floor have never heard of. A phone makes a region's index again after an update
 * and compares its hash: what one browser takes for a letter and another does not would be other bytes. On all characters of
 * Unicode 14.0 the tables of browsers agree.
 */
export function newCharacters(listing: Listing): LintFinding[] {
  return fieldsWith(listing, '').map((field) => ({
    rule: 'new-character' as const,
    field,
    severity: 'error' as const,
    reason: 'has a character that phones of 2023 do not know',
    remedy:
      'Write it with other characters: they would not show it, and do not agree on how to search for it.',
  }));
}

function fieldsWith(value: unknown, field: string): string[] {
  if (typeof value === 'string') return hasNewCharacter(value) ? [field] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsWith(inner, field === '' ? name : `${field}.${name}`),
  );
}

function hasNewCharacter(text: string): boolean {
  return !ASCII.test(text) && [...text].some((character) => isUnassigned(character.codePointAt(0) ?? 0));
}

function isUnassigned(code: number): boolean {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[1] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return (runs[low]?.[0] ?? code + 1) <= code;
}
