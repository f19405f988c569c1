/** What one command took for so many listings. */
export interface Run {
  readonly command: string;
  readonly listings: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

const MOST_MIB = 4096;
// A quadratic step is 8 where a list is ten times as long, n to the power of 1.5 is 2.5. The same command took up to 1.4
// times its processor time while others used the same two cores and their caches.
const MOST_GROWTH = 1.5;

/** Processor time against n log n from one size to the next: 1 grows just so, less grows slower, 2 takes twice that. */
export function growthOf(before: Run, after: Run): number {
  return after.cpuSeconds / before.cpuSeconds / (work(after.listings) / work(before.listings));
}

/** Each run that took more than it may, in a sentence. Runs of a command in the order of their sizes. */
export function scaleFaults(runs: readonly Run[]): string[] {
  return runs.flatMap((run, place) => {
    const before = runs.slice(0, place).findLast(({ command }) => command === run.command);
    const growth = before ? growthOf(before, run) : 0;
    const what = `${run.command} of ${run.listings} listings`;
    return [
      ...(run.peakMiB > MOST_MIB
        ? [`${what} took ${Math.round(run.peakMiB)} MiB; ${MOST_MIB} are allowed`]
        : []),
      ...(growth > MOST_GROWTH
        ? [
            `${what} took ${growth.toFixed(2)} times what n log n allows after ${before?.listings}; ${MOST_GROWTH} is the limit`,
          ]
        : []),
    ];
  });
}

function work(listings: number): number {
  return listings * Math.log(listings);
}
