import { Dexie, type Table } from 'dexie';
import { ByHand, codesOf } from '../search/by-hand.ts';
import { type Doc, type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import type { Question } from '../search/question.ts';
import { type JoinedTexts, joinedTexts, likeness, scoreOf, splitTexts, wantedTerms } from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly texts: readonly JoinedTexts[];
}

interface Row extends Doc {
  readonly number: number;
  readonly texts: JoinedTexts;
  readonly codes: readonly string[];
  readonly words: readonly string[];
}

type Shared = Omit<Documents, 'docs'>;

const DATABASE = 'listings';
const ANY = '*';

class Listings extends Dexie {
  declare readonly rows: Table<Row, number>;
  declare readonly shared: Table<Shared, number>;

  constructor() {
    super(DATABASE);
    this.version(1).stores({ rows: 'number, *needs, *codes, *words', shared: '' });
  }
}

/**
 * The usual way of an offline app: a record a listing, found by multi-entry indexes; whatever has the need or the
 * language is read, and the rest is by hand. Words with a mistake from the index's own list of words.
 */
export const engine: Engine = {
  build: (listings) =>
    toBytes({ documents: documentsOf(listings), texts: joinedTexts(listings) } satisfies Content),
  async install(bytes) {
    await Dexie.delete(DATABASE);
    const db = new Listings();
    const { documents, texts } = fromBytes<Content>(bytes);
    const { docs, ...shared } = documents;
    const rows = docs.map((doc, number): Row => {
      const joined = texts[number] as JoinedTexts;
      const words = Object.values(joined).flatMap((text: string) => text.split(' '));
      return { ...doc, number, texts: joined, codes: codesOf(doc), words: [...new Set(words)] };
    });
    await db.rows.bulkAdd(rows);
    await db.shared.add(shared, 0);
    db.close();
  },
  async open() {
    const db = new Listings();
    await db.open();
    const shared = await db.shared.get(0);
    if (!shared) throw new Error('bench: the database is empty');
    const vocabulary = (await db.rows.orderBy('words').uniqueKeys()) as string[];
    return {
      async ask(question) {
        const rows = await rowsFor(db, vocabulary, question);
        const byHand = new ByHand({ ...shared, docs: rows });
        const wanted = wantedTerms(question.query.text);
        if (wanted.length === 0) return byHand.answer(question, byHand.candidates(question, null), null);
        const scores = new Map<number, number>();
        rows.forEach(({ texts }, place) => {
          const score = scoreOf(wanted, splitTexts(texts));
          if (score !== null) scores.set(place, score);
        });
        return byHand.answer(question, byHand.candidates(question, scores.keys()), scores);
      },
      close: () => db.close(),
    };
  },
};

/** All that can fit, or fit but for one filter, in the order of their numbers. */
async function rowsFor(db: Listings, vocabulary: readonly string[], { query }: Question): Promise<Row[]> {
  const wanted = wantedTerms(query.text);
  if (wanted.length === 0) {
    const byNeed = await db.rows
      .where('needs')
      .anyOf([...query.needs])
      .primaryKeys();
    const byLanguage = await db.rows
      .where('codes')
      .anyOf([...query.languages, ANY])
      .primaryKeys();
    return rowsOf(db, new Set([...byNeed, ...byLanguage]));
  }
  const found: Set<number>[] = [];
  for (const term of wanted) {
    const forms = vocabulary.filter((word) => likeness(term, word) > 0);
    found.push(new Set(await db.rows.where('words').anyOf(forms).primaryKeys()));
  }
  const [first = new Set<number>(), ...others] = found;
  return rowsOf(db, new Set([...first].filter((number) => others.every((one) => one.has(number)))));
}

async function rowsOf(db: Listings, numbers: ReadonlySet<number>): Promise<Row[]> {
  const rows = await db.rows.bulkGet([...numbers].sort((one, other) => one - other));
  return rows.filter((row) => row !== undefined);
}
