import { describe, expect, it } from 'vitest';
import { type Run, scaleFaults } from '../bench/scale/growth.ts';

const SIZES = [1_000, 10_000, 100_000, 250_000];

function runsOf(cpuSeconds: (listings: number) => number, peakMiB = 500): Run[] {
  return SIZES.map((listings) => ({
    command: 'validate',
    listings,
    seconds: 1,
    cpuSeconds: cpuSeconds(listings),
    peakMiB,
  }));
}

describe('what a command may take for many listings', () => {
  it('is n log n, with a start that every run has', () => {
    expect(scaleFaults(runsOf((n) => 2 + 1e-5 * n * Math.log(n)))).toEqual([]);
  });

  it('is no square, and not half way to one', () => {
    expect(scaleFaults(runsOf((n) => 2 + 1e-8 * n * n))).not.toEqual([]);
    expect(scaleFaults(runsOf((n) => 2 + 1e-5 * n ** 1.5))).not.toEqual([]);
  });

  it('is less than 4 GiB at any size', () => {
    expect(scaleFaults(runsOf((n) => n, 4097))).toContain(
      'validate of 1000 listings took 4097 MiB; 4096 are allowed',
    );
  });
});
