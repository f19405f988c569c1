/** Part of a folded text. */
export interface PlainRange {
  readonly from: number;
  readonly to: number;
}

/** Every match; of an expression with a group called `it`, that part of the match alone. */
export function rangesOf(text: string, pattern: RegExp): PlainRange[] {
  return [...text.matchAll(pattern)].map((match) => {
    const whole = match[0];
    const it = match.groups?.it ?? whole;
    const from = match.index + whole.lastIndexOf(it);
    return { from, to: from + it.length };
  });
}

/** The same ranges, those that touch each other as one. */
export function joined(ranges: readonly PlainRange[]): PlainRange[] {
  const sorted = [...ranges].sort((one, other) => one.from - other.from || one.to - other.to);
  const list: PlainRange[] = [];
  for (const range of sorted) {
    const last = list.at(-1);
    if (!last || range.from >= last.to) list.push(range);
    else list[list.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return list;
}
