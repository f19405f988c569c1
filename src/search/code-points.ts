/** Order by code points: the same everywhere, where a locale's order is not. */
export function compareCodePoints(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length) {
    const mine = one.codePointAt(at) ?? 0;
    const theirs = other.codePointAt(at) ?? 0;
    if (mine !== theirs) return mine - theirs;
    at += mine > 0xffff ? 2 : 1;
  }
  return one.length - other.length;
}
