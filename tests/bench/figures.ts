export interface Figures {
  readonly median: number;
  readonly worst: number;
  readonly runs: readonly number[];
}

/** Milliseconds to one decimal: a browser tells no finer. */
export function figuresOf(milliseconds: readonly number[]): Figures {
  const runs = milliseconds.map((one) => Math.round(one * 10) / 10);
  const sorted = runs.toSorted((a, b) => a - b);
  // Of an even number the upper middle: never better than it was.
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { median, worst: sorted.at(-1) ?? Number.NaN, runs };
}
