type Units = ArrayLike<number>;

/**
 * Whether one unit added, left out, changed, or two neighbours swapped make a word the same as that which stands from
 * `start` to before `end` in others.
 */
export function isWithinOneEdit(others: Units, start: number, end: number, word: Units): boolean {
  const length = end - start;
  const shorter = Math.min(length, word.length);
  const longer = Math.max(length, word.length);
  let same = 0;
  while (same < shorter && others[start + same] === word[same]) same++;
  let last = 0;
  while (last < shorter - same && others[end - 1 - last] === word[word.length - 1 - last]) last++;
  const differ = longer - same - last;
  if (differ <= 1) return true;
  const isSwapped = others[start + same] === word[same + 1] && others[start + same + 1] === word[same];
  return differ === 2 && length === word.length && isSwapped;
}
