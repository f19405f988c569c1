/** A stretch of words that stayed, went or came, with the spaces between them. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// In scripts without spaces a word's end is for a dictionary to know, so a sign with its marks counts as one.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(
  `\\s+|[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}'’\\u200c\\u200d])+|.`,
  'gsu',
);
// Two texts of 1,000 characters in a script without spaces. Longer ones are shown whole, before and after.
const MOST_CELLS = 1_100 * 1_100;

/**
 * What changed from one text to another, word by word, in any script (V10). The parts without the added ones are the text
 * before, without the removed ones the text after.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = before.match(WORD) ?? [];
  const now = after.match(WORD) ?? [];
  const first = commonLength(old, now);
  const last = commonLength(old.slice(first).reverse(), now.slice(first).reverse());
  return joined([
    ...partsOf('same', old.slice(0, first)),
    ...middle(old.slice(first, old.length - last), now.slice(first, now.length - last)),
    ...partsOf('same', old.slice(old.length - last)),
  ]);
}

function middle(old: readonly string[], now: readonly string[]): DiffPart[] {
  if ((old.length + 1) * (now.length + 1) > MOST_CELLS)
    return [...partsOf('removed', old), ...partsOf('added', now)];
  const longest = longestCommon(old, now);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    const [gone = '', come = ''] = [old[i], now[j]];
    if (gone === come) {
      parts.push({ kind: 'same', text: gone });
      i++;
      j++;
    } else if (longest(i + 1, j) >= longest(i, j + 1)) {
      parts.push({ kind: 'removed', text: gone });
      i++;
    } else {
      parts.push({ kind: 'added', text: come });
      j++;
    }
  }
  return [...parts, ...partsOf('removed', old.slice(i)), ...partsOf('added', now.slice(j))];
}

/** How many words, in their order, are in both from word `i` of the one and word `j` of the other on. */
function longestCommon(old: readonly string[], now: readonly string[]): (i: number, j: number) => number {
  const width = now.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      table[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs < 0 ? one.length : differs;
}

function partsOf(kind: DiffPart['kind'], words: readonly string[]): DiffPart[] {
  return words.map((text) => ({ kind, text }));
}

/** Neighbours of a kind as one, so that a sentence is read out as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const stretches: DiffPart[] = [];
  for (const part of parts) {
    const before = stretches.at(-1);
    if (before?.kind === part.kind)
      stretches[stretches.length - 1] = { ...part, text: before.text + part.text };
    else stretches.push(part);
  }
  return stretches;
}
