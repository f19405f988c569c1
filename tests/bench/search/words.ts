import type { Random } from '../../../src/cli/sample-city/random.ts';

const WORDS = 8_000;
const ONSETS = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'br', 'cl', 'st', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ENDINGS = ['', '', 'n', 'r', 's', 'l', 't'];

/** A language of 8,000 made-up words that are used as unevenly as real ones: the n-th as often as 1/n (Zipf). */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #random: Random;
  /** How often one of the words up to this one is used. */
  readonly #upTo = new Float64Array(WORDS);

  constructor(random: Random) {
    this.#random = random;
    const words = new Set<string>();
    while (words.size < WORDS) words.add(madeUpWord(random, 2 + random.below(2)));
    // Short ones first: the words that are used most are the short ones.
    this.words = [...words].sort((one, other) => one.length - other.length);
    let sum = 0;
    for (let rank = 0; rank < WORDS; rank++) {
      sum += 1 / (rank + 1);
      this.#upTo[rank] = sum;
    }
  }

  /** So many words, with a full stop after every twelfth. */
  text(count: number, random: Random = this.#random): string {
    const words = Array.from({ length: count }, (_, place) => {
      const word = this.#word(random);
      return place % 12 === 11 ? `${word}.` : word;
    });
    return words.join(' ');
  }

  #word(random: Random): string {
    const most = this.#upTo[WORDS - 1] ?? 0;
    const at = (random.below(2 ** 30) / 2 ** 30) * most;
    let [low, high] = [0, WORDS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return this.words[low] ?? '';
  }
}

function madeUpWord(random: Random, syllables: number): string {
  const parts = Array.from({ length: syllables }, () => random.pick(ONSETS) + random.pick(VOWELS));
  return parts.join('') + random.pick(ENDINGS);
}
