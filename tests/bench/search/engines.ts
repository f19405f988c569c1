import type { Engine } from './engine.ts';

interface Known {
  readonly name: string;
  /** As its package.json in ../peers names it; null is ours. */
  readonly package: string | null;
  load(): Promise<Engine>;
  /** What it does of the work, where the rest is done by hand; shown under the tables. */
  readonly how: string;
  /** Beyond so many listings one question takes minutes. */
  readonly most: number;
  readonly isOnlyInBrowsers?: true;
}

const ANY_SIZE = Number.POSITIVE_INFINITY;

/** The project's engine, the scan that says what is right, and the peers. */
export const ENGINES: Readonly<Record<string, Known>> = {
  own: {
    name: 'Waypost',
    package: null,
    load: async () => (await import('./own-engine.ts')).ownEngine,
    how: 'everything, through buildIndex, openIndex and search; its file also holds all that a card shows, and its answer has the cards',
    most: ANY_SIZE,
  },
  scan: {
    name: 'naive scan',
    package: null,
    load: async () => (await import('./scan.ts')).scan,
    how: 'reads every document for every question; what is right by definition',
    most: ANY_SIZE,
  },
  minisearch: {
    name: 'MiniSearch',
    package: 'minisearch',
    load: async () => (await import('../peers/minisearch.ts')).engine,
    how: 'words; swapped letters are asked for one by one. Filters, counts, order and scores by hand',
    most: ANY_SIZE,
  },
  itemsjs: {
    name: 'ItemsJS',
    package: 'itemsjs',
    load: async () => (await import('../peers/itemsjs.ts')).engine,
    how: 'filters and counts, with MiniSearch for words as it advises. Open now, distance, their counts and order by hand',
    most: ANY_SIZE,
  },
  sqlite: {
    name: 'SQLite FTS5',
    package: '@sqlite.org/sqlite-wasm',
    load: async () => (await import('../peers/sqlite.ts')).engine,
    how: 'everything by SQL, from a file that is not parsed; words with a mistake from its own list of words',
    most: ANY_SIZE,
  },
  orama: {
    name: 'Orama',
    package: '@orama/orama',
    load: async () => (await import('../peers/orama.ts')).engine,
    how: 'words and filters, a question for each chosen filter without it. Counts, order and scores by hand; finds no swapped letters',
    most: ANY_SIZE,
  },
  flexsearch: {
    name: 'FlexSearch',
    package: 'flexsearch',
    load: async () => (await import('../peers/flexsearch.ts')).engine,
    how: 'words and beginnings; finds no word with a mistake. The rest by hand, scores from the text',
    most: ANY_SIZE,
  },
  lunr: {
    name: 'Lunr',
    package: 'lunr',
    load: async () => (await import('../peers/lunr.ts')).engine,
    how: 'words, a question a word. The rest by hand',
    most: ANY_SIZE,
  },
  fuse: {
    name: 'Fuse',
    package: 'fuse.js',
    load: async () => (await import('../peers/fuse.ts')).engine,
    how: 'reads every text for letters like those of the word; what it finds is read again, the rest by hand',
    most: 10_000,
  },
  dexie: {
    name: 'Dexie',
    package: 'dexie',
    load: async () => (await import('../peers/dexie.ts')).engine,
    how: 'a record a listing with multi-entry indexes for needs, languages and words; what they find is read and worked on by hand',
    most: ANY_SIZE,
    isOnlyInBrowsers: true,
  },
};
