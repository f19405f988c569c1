import type { Query } from '../../../src/search/query.ts';

// What every engine is asked and what it must say, so that answers can be compared to the letter.

export const CLASSES = ['f', 'w', 't', 'x'] as const;
/** f: filters with a radius; w: without one; t: two words and filters; x: two words alone. See ../README.md. */
export type QueryClass = (typeof CLASSES)[number];

export const HITS = 20;

export interface Question {
  readonly query: Query;
  readonly instant: number;
}

/** How many in all, and the ids of the first 20 in their order. */
export interface Part {
  readonly total: number;
  readonly ids: readonly string[];
}

/** `sure` and `ask` for each value of each kind of filter, as `search` defines them. */
export type Counts = Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;

/** `all` while the status filter is off; the three groups, and how many refuse, while it is on. */
export interface Reply {
  readonly parts: Readonly<Record<string, Part>>;
  readonly refused?: number;
  readonly counts: Counts;
}

/** The same text for the same answer, whatever the order in which its counts were made. */
export function replyText({ parts, refused, counts }: Reply): string {
  const kinds = Object.entries(counts)
    .map(([kind, values]) => {
      const said = Object.entries(values).filter(([, [sure, ask]]) => sure + ask > 0);
      return [kind, said.sort(([one], [other]) => (one < other ? -1 : 1))] as const;
    })
    .filter(([, said]) => said.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const groups = ['all', 'confirmed', 'ask', 'conditional'].map((group) => parts[group] ?? null);
  return JSON.stringify([groups, refused ?? null, kinds]);
}
