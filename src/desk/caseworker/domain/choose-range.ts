/** Everything from one row to another, both included, in the order of the list; nothing where either is not in it. */
export function rangeBetween(ids: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
  if (one < 0 || other < 0) return [];
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}
