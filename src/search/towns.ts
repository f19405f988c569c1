import type { Point } from '../core/distance.ts';
import { compareCodePoints } from './code-points.ts';
import { formsOf, wordsOf } from './words.ts';

/** A town to search near to. Picked from a list on the phone: its own position is never asked for. */
export interface Town extends Point {
  readonly name: string;
  /** The county or state it lies in, to tell it from others of its name. */
  readonly admin: string;
  readonly population: number;
  readonly aliases: readonly string[];
}

interface Prepared {
  readonly town: Town;
  /** Each name as folded words, with and without Arabic articles. */
  readonly names: readonly (readonly string[])[];
}

const prepared = new WeakMap<readonly Town[], readonly Prepared[]>();

/**
 * Towns with a name that the text begins, or begins from a later word of it: whole-name beginnings first, then the
 * larger ones. Text without a letter or digit finds nothing.
 */
export function findTowns(towns: readonly Town[], prefix: string, limit: number): Town[] {
  const words = wordsOf(prefix.slice(0, 100));
  if (words.length === 0) return [];
  const searched = [words.join(' '), withoutArticles(words).join(' ')];
  const all = prepared.get(towns) ?? towns.map(prepare);
  prepared.set(towns, all);
  return all
    .map(({ town, names }) => ({ town, rank: rankOf(names, searched) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || compareTowns(a.town, b.town))
    .slice(0, Math.max(0, limit))
    .map(({ town }) => town);
}

const NOT_FOUND = 2;

function rankOf(names: Prepared['names'], searched: readonly string[]): number {
  let rank = NOT_FOUND;
  for (const words of names) {
    for (let from = 0; from < words.length; from++) {
      const rest = words.slice(from).join(' ');
      if (searched.some((text) => rest.startsWith(text))) rank = Math.min(rank, from === 0 ? 0 : 1);
    }
  }
  return rank;
}

function prepare(town: Town): Prepared {
  const written = [town.name, ...town.aliases];
  // "King's Lynn" is typed with a space, without one, or as "kings lynn".
  const bare = written.map((name) => name.replace(/['’]/g, '')).filter((name) => !written.includes(name));
  const names = [...written, ...bare].map(wordsOf);
  return { town, names: names.flatMap((words) => [words, withoutArticles(words)]) };
}

function withoutArticles(words: readonly string[]): string[] {
  return words.map((word) => formsOf(word).at(-1) ?? word);
}

function compareTowns(one: Town, other: Town): number {
  return (
    other.population - one.population ||
    compareCodePoints(one.name, other.name) ||
    compareCodePoints(one.admin, other.admin)
  );
}
