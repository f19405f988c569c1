import { fail, type Result, succeed } from '../../../core/result.ts';
import { CODE_WORDS, type CodeLanguage } from './code-words.ts';

/** Told apart by outline alone: no colour, no faith, no heart. */
export const SHAPES = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'hexagon',
  'ring',
  'drop',
  'arch',
  'arrow',
  'wave',
  'bars',
  'dots',
] as const;
export type Shape = (typeof SHAPES)[number];

/** What a client is called: two words that are said on the phone, and a shape to find them by on a list. */
export interface ClientCode {
  /** "kettle ladder": the same in every language of the screen, once it is given. */
  readonly words: string;
  readonly shape: Shape;
}

/** Every pair of the list is in use: use another language's list, or close old clients. */
export type CodeProblem = { readonly kind: 'no-code-left' };

export const CODE_BYTES = 6;
/** A prime larger than any list of pairs, so that steps of it pass every pair before one comes again. */
const STRIDE = 1_000_003;

/**
 * A code that no client has. `random` are `CODE_BYTES` random bytes: the code says nothing of the client, nor of the time
 * or the order in which they came. Two words count as the same in either order, since on a phone they are.
 */
export function clientCode(
  random: Uint8Array,
  language: CodeLanguage,
  inUse: readonly ClientCode[],
): Result<ClientCode, CodeProblem> {
  if (random.length < CODE_BYTES) throw new Error(`desk: a code needs ${CODE_BYTES} random bytes`);
  const list = CODE_WORDS[language];
  const pairs = (list.length * (list.length - 1)) / 2;
  const taken = new Set(inUse.map(({ words }) => inOneOrder(words)));
  const first = wholeOf(random.subarray(0, 4)) % pairs;
  const isTurned = (random[4] ?? 0) % 2 === 1;
  const shape = SHAPES[(random[5] ?? 0) % SHAPES.length] ?? 'circle';
  // From the drawn pair on in long steps: neighbours in the list share a word.
  for (let step = 0; step < pairs; step++) {
    const [one, other] = pairAt(list, (first + step * STRIDE) % pairs);
    if (taken.has(inOneOrder(`${one} ${other}`))) continue;
    return succeed({ words: isTurned ? `${other} ${one}` : `${one} ${other}`, shape });
  }
  return fail({ kind: 'no-code-left' });
}

/** "KL" of "kettle ladder": for a calendar, which others may read. Letters that would join into a word are kept apart. */
export function initialsOf({ words }: ClientCode): string {
  const letters = words.split(' ').map((word) => [...word][0] ?? '');
  return letters.join(/^\p{sc=Latin}/u.test(words) ? '' : '-').toUpperCase();
}

function inOneOrder(words: string): string {
  return words.split(' ').sort().join(' ');
}

/** The pairs in their order: (0,1), (0,2), (1,2), (0,3) … */
function pairAt(list: readonly string[], index: number): readonly [string, string] {
  const larger = Math.floor((1 + Math.sqrt(1 + 8 * index)) / 2);
  const smaller = index - (larger * (larger - 1)) / 2;
  return [list[smaller] ?? '', list[larger] ?? ''];
}

function wholeOf(bytes: Uint8Array): number {
  return bytes.reduce((whole, byte) => whole * 256 + byte, 0);
}
