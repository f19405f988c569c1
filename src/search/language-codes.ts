import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';

const known = new WeakMap<SearchIndex, readonly string[]>();

/** The languages to count: every code that a listing names, its base language, and what was chosen. */
export function languageCodesOf(index: SearchIndex, query: Query): readonly string[] {
  const codes = known.get(index) ?? codesIn(index);
  known.set(index, codes);
  return [...new Set([...codes, ...query.languages])];
}

function codesIn(index: SearchIndex): readonly string[] {
  const codes = index.entries.flatMap(({ row }) => (row.languages ?? []).map(({ code }) => code));
  return [...new Set(codes.flatMap((code) => [code, code.split('-')[0] ?? code]))];
}
