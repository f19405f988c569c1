import itemsJs from 'itemsjs';
import { ByHand, type Candidate, codesOf, fixedValuesOf } from '../search/by-hand.ts';
import { type Doc, type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import type { Counts, Question } from '../search/question.ts';
import { joinedTexts } from '../search/text.ts';
import { foundWords, MiniSearch, OPTIONS } from './minisearch.ts';

interface Content {
  readonly documents: Documents;
  readonly words: unknown;
}

const SETTINGS = { size: 1000, conjunction: false, hide_zero_doc_count: true, sort: 'key' };
const KINDS = [
  'needs',
  'situations',
  'groups',
  'features',
  'barriers',
  'isRemote',
  'isFree',
  'languages',
] as const;

/**
 * Facets and their counts by ItemsJS, words by MiniSearch, as its documentation advises. What changes with the place and
 * the clock it cannot know: which documents are near and open is worked out by hand and given to it as numbers; so are
 * the order and the counts of those kinds.
 */
export const engine: Engine = {
  build(listings) {
    const words = new MiniSearch(OPTIONS);
    words.addAll(joinedTexts(listings).map((texts, number) => ({ number, ...texts })));
    return toBytes({ documents: documentsOf(listings), words: words.toJSON() } satisfies Content);
  },
  open(bytes) {
    const { documents, words: content } = fromBytes<Content>(bytes);
    const words = MiniSearch.loadJS(content, OPTIONS);
    const byHand = new ByHand(documents);
    const items = itemsJs(documents.docs.map(itemOf), {
      native_search_enabled: false,
      aggregations: Object.fromEntries(KINDS.map((kind) => [kind, SETTINGS])),
    });
    return {
      ask(question) {
        const scores = foundWords(words, question.query.text);
        const candidates = byHand.candidates(question, scores?.keys() ?? null);
        return {
          ...byHand.lists(question, candidates, scores),
          counts: {
            ...countsBy(items, byHand, { question, scores }),
            ...byHand.changingCounts(question, candidates),
          },
        };
      },
    };
  },
};

/** Its own numbers begin with 1. */
function itemOf(doc: Doc, number: number) {
  return { _id: number + 1, id: number + 1, ...fixedValuesOf(doc), languages: codesOf(doc) };
}

interface Asked {
  readonly question: Question;
  readonly scores: ReadonlyMap<number, number> | null;
}

function countsBy(items: ReturnType<typeof itemsJs>, byHand: ByHand, { question, scores }: Asked): Counts {
  const { query, instant } = question;
  const filters = {
    ...(query.needs.length > 0 && { needs: query.needs }),
    ...(query.languages.length > 0 && { languages: [...query.languages, '*'] }),
  };
  const { groups } = byHand.now(instant);
  const unfiltered = { query: { ...query, needs: [], languages: [] }, instant };
  const fitting = byHand.candidates(unfiltered, scores?.keys() ?? null).filter(isFitting);
  const numbersIn = (group: string) =>
    fitting.filter(({ doc }) => groups[byHand.docs[doc]?.claim ?? 0] === group);
  const columns = query.isStatusSafe ? [numbersIn('confirmed'), numbersIn('ask')] : [fitting];
  const found = columns.map((column) =>
    items.search({ per_page: 0, filters, _ids: column.map(({ doc }) => doc + 1) }),
  );
  const counts: Record<string, Record<string, [number, number]>> = {};
  found.forEach(({ data }, column) => {
    for (const kind of KINDS) {
      counts[kind] ??= {};
      for (const { key, doc_count: count } of data.aggregations[kind]?.buckets ?? []) {
        counts[kind][key] ??= [0, 0];
        counts[kind][key][column as 0 | 1] = count;
      }
    }
  });
  return { ...counts, languages: byHand.spreadAny(counts.languages ?? {}, query) };
}

function isFitting({ misfit }: Candidate): boolean {
  return misfit === null;
}
