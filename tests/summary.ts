import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findChromium, ONLY_IN_CHROMIUM } from './browsers.ts';
import { readFaults } from './faults/read-fault.ts';
import { browsersOnPage, filledPage, promisedIds, SAFETY_PAGE } from './safety-page.ts';

// Adds up what the runners report of themselves, and says for each id of the specification which tests carry it and in
// which browsers. An id counts when a test with it in its title ran, was not skipped and passed (settled 33).

interface Outcome {
  readonly title: string;
  /** Its file, without folder and ending. */
  readonly file: string;
  /** The name of the project that ran it, or node. */
  readonly browser: string;
  readonly passed: boolean;
  readonly skipped: boolean;
  /** Why it runs in Chromium alone, where it does. */
  readonly onlyBecause?: string;
}

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface StorySuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
  readonly suites?: readonly StorySuite[];
}

interface Carried {
  readonly browsers: Set<string>;
  readonly files: Set<string>;
  tests: number;
}

const ID = /\b(?:EX|TR|NW|SG|ST|CT|SV|TM)-\d+[a-z]?\b|\b[SVX]\d+\b/g;
const NODE = 'node';
/** A project that is another part of the same browser's stories. */
const BROWSER_OF: Readonly<Record<string, string>> = {
  guide: 'chromium',
  casework: 'chromium',
  volunteer: 'chromium',
};
const oneTo = (last: number, letters: string) =>
  Array.from({ length: last }, (_, index) => `${letters}${index + 1}`);
/** Every promise of docs/SAFETY.md, what else the guide must be able to do, and all that volunteers must. */
const REQUIRED = [
  ...promisedIds(),
  ...['ST-1', 'ST-4', 'ST-5', 'ST-12', 'SG-1', 'SG-2', 'SG-3', 'SG-12'],
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'X1', 'X2', 'X5', 'X6'],
  ...oneTo(16, 'V'),
];

function unitOutcomes(file: string): Outcome[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as UnitReport;
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      file: nameOf(name),
      browser: NODE,
      passed: status === 'passed',
      skipped: status !== 'passed' && status !== 'failed',
    })),
  );
}

/** A story that ran in two browsers is two outcomes. */
function storyOutcomes(): Outcome[] {
  const { suites } = JSON.parse(readFileSync('test-results/stories.json', 'utf8')) as {
    suites: StorySuite[];
  };
  const walk = (suite: StorySuite): Outcome[] => [
    ...(suite.specs ?? []).flatMap(({ title, file, tests }) =>
      tests.map(({ projectName, status, annotations }) => {
        const onlyBecause = annotations.find(({ type }) => type === ONLY_IN_CHROMIUM)?.description;
        return {
          title,
          file: nameOf(file),
          browser: BROWSER_OF[projectName] ?? projectName,
          passed: status === 'expected',
          skipped: status === 'skipped',
          ...(onlyBecause ? { onlyBecause } : {}),
        };
      }),
    ),
    ...(suite.suites ?? []).flatMap(walk),
  ];
  return suites.flatMap(walk);
}

/** EX-3a is a part of EX-3, and counts for it. */
function idsIn(title: string): string[] {
  return [...new Set((title.match(ID) ?? []).flatMap((id) => [id, id.replace(/[a-z]$/, '')]))];
}

function nameOf(path: string): string {
  return basename(path).replace(/(\.laws|\.storage)?\.(test|story)\.tsx?$/, '');
}

const outcomes = [
  ...unitOutcomes('test-results/unit.json'),
  ...unitOutcomes('test-results/release.json'),
  ...unitOutcomes('test-results/server.json'),
  ...storyOutcomes(),
];
const carried = new Map<string, Carried>();
for (const { title, file, browser, passed } of outcomes) {
  if (!passed) continue;
  for (const id of idsIn(title)) {
    const one = carried.get(id) ?? { browsers: new Set(), files: new Set(), tests: 0 };
    one.browsers.add(browser);
    one.files.add(file);
    one.tests++;
    carried.set(id, one);
  }
}
// The browsers first, by name; what runs without one comes last.
const browsers = [...new Set(outcomes.map(({ browser }) => browser))].sort(
  (a, b) => Number(a === NODE) - Number(b === NODE) || a.localeCompare(b, 'en'),
);
const byId = [...carried]
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([id, one]) => ({
    id,
    browsers: browsers.filter((name) => one.browsers.has(name)),
    files: [...one.files].sort(),
    tests: one.tests,
  }));

for (const { id, browsers: ran, tests } of byId) console.log(`${id}: ${ran.join(' ')} x${tests}`);
const reasons = new Set(
  outcomes.flatMap(({ title, onlyBecause }) => (onlyBecause ? [`${title}: ${onlyBecause}`] : [])),
);
if (reasons.size > 0) console.log('In Chromium alone:');
for (const reason of reasons) console.log(`- ${reason}`);

writeFileSync(
  'test-results/ids.json',
  JSON.stringify(Object.fromEntries(byId.map(({ id, ...rest }) => [id, rest])), null, 2),
);

const missing = REQUIRED.filter((id) => !carried.has(id));
const failed = outcomes.filter(({ passed, skipped }) => !passed && !skipped).length;
const skipped = outcomes.filter((outcome) => outcome.skipped).length;
if (missing.length > 0) console.log(`No passing test carries: ${missing.join(', ')}`);
// A fault whose test has another name by now would be noticed by nobody, and trying them all takes hours.
const unnoticed = readFaults().filter(
  ({ test }) => !outcomes.some(({ title, file }) => file === nameOf(test.file) && title.includes(test.title)),
);
for (const { name, test } of unnoticed)
  console.log(`The fault ${name} names a test that did not run: ${test.file} | ${test.title}`);
// The page is compared only where everything that it speaks of could run.
const isWhole = ['chromium', 'firefox', 'webkit'].every((name) => browsers.includes(name));
const page = filledPage(new Map(byId.map(({ id, ...ran }) => [id, ran])));
// Which files hold the tests may differ by a machine (a web server that is not installed); the browsers may not.
const isPageRight = !isWhole || JSON.stringify(browsersOnPage(page)) === JSON.stringify(browsersOnPage());
if (process.argv.includes('--write')) writeFileSync(SAFETY_PAGE, page);
else if (!isPageRight) console.log(`${SAFETY_PAGE} says other browsers than ran: npm run summary -- --write`);
// Without a whole Chromium some stories cannot run: their ids are then said, not counted as broken.
const { isPacked } = await findChromium();
const broken = failed + (isPacked ? 0 : missing.length + unnoticed.length) + Number(!isPageRight);
console.log(`${outcomes.length - failed - skipped} passed, ${broken} failed, ${skipped} skipped`);
process.exitCode = broken > 0 ? 1 : 0;
