import { countOf } from './bits.ts';
import { baseOf } from './counters.ts';
import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';

const known = new WeakMap<SearchIndex, readonly string[]>();

/** The languages to count: every code that a listing names, its base language, and what was chosen. */
export function languageCodesOf(index: SearchIndex, query: Query): readonly string[] {
  const codes = known.get(index) ?? codesIn(index);
  known.set(index, codes);
  return [...new Set([...codes, ...query.languages])];
}

function codesIn({ parts }: SearchIndex): readonly string[] {
  return parts.flatMap(({ index, shown }) =>
    [...(index.counters.byKind.get('spoken')?.values() ?? [])].flatMap(({ code: text, bits }) => {
      const code = text.slice(text.indexOf(' ') + 1);
      return countOf(shown, bits) > 0 ? [code, baseOf(code)] : [];
    }),
  );
}
