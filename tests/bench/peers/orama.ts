import { create, insertMultiple, load, save, search } from '@orama/orama';
import type { Query } from '../../../src/search/query.ts';
import { ByHand, type Candidate, codesOf, kilometres, MISFITS, type Misfit } from '../search/by-hand.ts';
import { type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import type { Question } from '../search/question.ts';
import { type JoinedTexts, joinedTexts, scoreOf, splitTexts, wantedTerms } from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly texts: readonly JoinedTexts[];
  readonly index: unknown;
}

const SCHEMA = {
  name: 'string',
  other: 'string',
  description: 'string',
  needs: 'enum[]',
  languages: 'enum[]',
  week: 'enum',
  place: 'geopoint',
} as const;
/** It takes the Earth for a little smaller than we do; what is a little too far is left out by hand. */
const A_LITTLE_MORE = 1.001;
const BATCH = 1000;

type Db = ReturnType<typeof create>;

/**
 * Words and filters by Orama: one question for what fits, and one for each chosen filter without it, as counts that
 * ignore their own kind need. Counts, order and scores by hand. A swap of two letters it does not find.
 */
export const engine: Engine = {
  async build(listings) {
    const [db, documents, texts] = [empty(), documentsOf(listings), joinedTexts(listings)];
    const items = documents.docs.map((doc, number) => {
      const [latitude, longitude] = doc.points;
      return {
        id: String(number),
        ...(texts[number] as JoinedTexts),
        needs: doc.needs,
        languages: codesOf(doc),
        week: doc.week,
        ...(latitude !== undefined &&
          longitude !== undefined && { place: { lat: latitude, lon: longitude } }),
      };
    });
    await insertMultiple(db, items, BATCH);
    return toBytes({ documents, texts, index: save(db) } satisfies Content);
  },
  open(bytes) {
    const { documents, texts, index } = fromBytes<Content>(bytes);
    const db = empty();
    load(db, index);
    const byHand = new ByHand(documents);
    return {
      async ask(question) {
        const { candidates, numbers } = await candidatesBy(db, byHand, question);
        const wanted = wantedTerms(question.query.text);
        if (wanted.length === 0) return byHand.answer(question, candidates, null);
        const scores = new Map<number, number>();
        for (const number of numbers) {
          const score = scoreOf(wanted, splitTexts(texts[number] as JoinedTexts));
          if (score !== null) scores.set(number, score);
        }
        return byHand.answer(
          question,
          candidates.filter(({ doc }) => scores.has(doc)),
          scores,
        );
      },
    };
  },
};

function empty(): Db {
  const tokenize = (text: string) => text.split(' ');
  const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize };
  return create({ schema: SCHEMA, components: { tokenizer } });
}

async function candidatesBy(db: Db, byHand: ByHand, question: Question) {
  const chosen = MISFITS.filter((kind) => isChosen(kind, question.query));
  const fitting = new Set(await numbersFor(db, byHand, { question, without: null }));
  const candidates: Candidate[] = [...fitting].map((doc) => ({ doc, misfit: null }));
  for (const misfit of chosen) {
    const numbers = await numbersFor(db, byHand, { question, without: misfit });
    for (const doc of numbers) if (!fitting.has(doc)) candidates.push({ doc, misfit });
  }
  return { candidates, numbers: candidates.map(({ doc }) => doc) };
}

function isChosen(kind: Misfit, query: Query): boolean {
  if (kind === 'near') return query.near?.withinKm != null;
  const chosen = query[kind];
  return typeof chosen === 'boolean' ? chosen : chosen.length > 0;
}

async function numbersFor(
  db: Db,
  byHand: ByHand,
  { question, without }: { question: Question; without: Misfit | null },
): Promise<number[]> {
  const { query, instant } = question;
  const { openRanks } = byHand.now(instant);
  const open = openRanks.flatMap((rank, week) => (rank === 0 ? [week] : []));
  const [point, within] = [query.near?.point, query.near?.withinKm ?? 0];
  const wheres: Readonly<Record<Misfit, () => object>> = {
    needs: () => ({ needs: { containsAny: query.needs } }),
    languages: () => ({ languages: { containsAny: [...query.languages, '*'] } }),
    isOpenNow: () => ({ week: { in: open } }),
    near: () => ({
      place: {
        radius: {
          coordinates: { lat: point?.latitude, lon: point?.longitude },
          ...{ value: within * A_LITTLE_MORE, unit: 'km', inside: true },
        },
      },
    }),
  };
  const kinds = MISFITS.filter((kind) => kind !== without && isChosen(kind, query));
  const { hits } = await search(db, {
    term: wantedTerms(query.text).join(' '),
    limit: byHand.docs.length,
    where: Object.assign({}, ...kinds.map((kind) => wheres[kind]())),
    ...(query.text && { tolerance: 1, threshold: 0 }),
  });
  const numbers = hits.map(({ id }) => Number(id));
  if (!kinds.includes('near')) return numbers;
  return numbers.filter((number) => {
    const doc = byHand.docs[number];
    return doc !== undefined && kilometres(doc, query) <= within;
  });
}
