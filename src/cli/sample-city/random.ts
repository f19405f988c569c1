/** Choices that look like chance and are the same whenever the seed is. */
export interface Random {
  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number;
  /** True in about this share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<Item>(list: readonly Item[]): Item;
  /** Up to `count` different items. */
  some<Item>(list: readonly Item[], count: number): Item[];
  /** One of the keys, each as often as its number says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const below = (count: number) => Math.floor(next() * count);
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[below(list.length)];
    if (item === undefined) throw new Error('sample-city: nothing to pick from');
    return item;
  };
  const some = <Item>(list: readonly Item[], count: number): Item[] => {
    const left = [...list];
    const chosen: Item[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(below(left.length), 1));
    return chosen;
  };
  return {
    below,
    chance: (share) => next() < share,
    pick,
    some,
    weighted: (weights) => weigh(weights, next()),
  };
}

function weigh<Key extends string>(weights: Readonly<Record<Key, number>>, at: number): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    if (left < weight) return key;
    left -= weight;
  }
  throw new Error('sample-city: weights are all zero');
}

/** mulberry32 by Tommy Ettinger (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c), CC0. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
