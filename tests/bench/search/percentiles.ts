/** Milliseconds, or whatever was counted. */
export interface Percentiles {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** Of how many. With fewer than a hundred the last percent is the worst of them. */
  readonly runs: number;
}

/** The smallest value that so many percent do not exceed: never better than it was. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), runs: sorted.length };
}
