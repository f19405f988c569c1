/** The first and the last word that a part of a text touches, counted from 1: how its place is said aloud. */
export function wordPlace(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly first: number; readonly last: number } {
  const before = wordsIn(text.slice(0, from));
  const startsInWord = from > 0 && /\S/.test(text[from - 1] ?? '');
  const first = startsInWord ? before : before + 1;
  return { first, last: Math.max(first, wordsIn(text.slice(0, to))) };
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
