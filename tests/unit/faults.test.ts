import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFaults } from '../faults/read-fault.ts';

// Trying all of them takes hours and is done now and then (tests/faults/README.md). That they still fit is asked each time.

const hasGit = spawnSync('git', ['--version']).status === 0;

describe('the faults that are put in on purpose', () => {
  const faults = readFaults();

  it.skipIf(!hasGit)('are many, and fit the code as it is', { timeout: 120_000 }, () => {
    const stale = faults.filter(({ patch }) => spawnSync('git', ['apply', '--check', patch]).status !== 0);
    expect(faults.length).toBeGreaterThan(100);
    expect(stale.map(({ name }) => name)).toEqual([]);
  });

  it('name a file of tests that is there', () => {
    const lost = faults.filter(({ test }) => !existsSync(test.file));
    expect(lost.map(({ name, test }) => `${name}: ${test.file}`)).toEqual([]);
  });
});
