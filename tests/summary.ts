import { readFileSync } from 'node:fs';
import { findChromium } from './browsers.ts';

// Adds up what the runners report of themselves, and says for each id of the specification which tests carry it. An id
// counts when a test with it in its title ran, was not skipped and passed (settled 33).

interface Outcome {
  readonly title: string;
  readonly passed: boolean;
  readonly skipped: boolean;
}

interface UnitReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface StorySuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly StorySuite[];
}

const ID = /\b(?:EX|TR|NW|SG|ST|CT|SV|TM)-\d+[a-z]?\b|\b[SX]\d+\b/g;
// What the guide needs whole before its issue on safety.
const REQUIRED = [
  ...numbered('EX', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 17, 20, 22]),
  ...numbered('TR', [2, 4]),
  ...numbered('NW', [1, 2, 3, 4, 5, 6]),
  ...numbered('CT', [1, 2, 3]),
  ...numbered('ST', [1, 4, 12]),
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'X1', 'X2', 'X5', 'X6'],
];

function numbered(letters: string, numbers: readonly number[]): string[] {
  return numbers.map((number) => `${letters}-${number}`);
}

function unitOutcomes(): Outcome[] {
  const report = JSON.parse(readFileSync('test-results/unit.json', 'utf8')) as UnitReport;
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      passed: status === 'passed',
      skipped: status !== 'passed' && status !== 'failed',
    })),
  );
}

function storyOutcomes(): Outcome[] {
  const { suites } = JSON.parse(readFileSync('test-results/stories.json', 'utf8')) as {
    suites: StorySuite[];
  };
  const walk = (suite: StorySuite): Outcome[] => [
    ...(suite.specs ?? []).map(({ title, ok, tests }) => ({
      title,
      passed: ok && tests.every(({ status }) => status === 'expected'),
      skipped: tests.some(({ status }) => status === 'skipped'),
    })),
    ...(suite.suites ?? []).flatMap(walk),
  ];
  return suites.flatMap(walk);
}

const outcomes = [...unitOutcomes(), ...storyOutcomes()];
const carried = new Map<string, number>();
for (const { title, passed, skipped } of outcomes) {
  if (!passed || skipped) continue;
  for (const id of new Set(title.match(ID) ?? [])) carried.set(id, (carried.get(id) ?? 0) + 1);
}
const missing = REQUIRED.filter((id) => !carried.has(id));
const failed = outcomes.filter(({ passed, skipped }) => !passed && !skipped).length;
const skipped = outcomes.filter((outcome) => outcome.skipped).length;
console.log(
  [...carried]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([id, count]) => `${id}:${count}`)
    .join(' '),
);
if (missing.length > 0) console.log(`No passing test carries: ${missing.join(', ')}`);
// Without a whole Chromium some stories cannot run: their ids are then said, not counted as broken.
const { isPacked } = await findChromium();
const broken = failed + (isPacked ? 0 : missing.length);
console.log(`${outcomes.length - failed - skipped} passed, ${broken} failed, ${skipped} skipped`);
process.exitCode = broken > 0 ? 1 : 0;
