import type { Outcome } from './outcomes.ts';
import { carries, type Fault, FOLDER, readFaults } from './read-fault.ts';
import { type Kind, Workshop } from './workshop.ts';

// Breaks the product on purpose, a small fault at a time, and looks whether the test that should notice does (settled
// 33). A test that stays green with its fault in it proves nothing. How faults are written: README.md.

const AT_LEAST = 40;

const words = process.argv.slice(2);
/** After `--only`: names of faults, or how they begin up to a dash. */
const only = words.includes('--only') ? words.slice(words.indexOf('--only') + 1) : null;
const all = readFaults();
const isWanted = ({ name }: Fault) => !only || only.some((one) => name === one || name.startsWith(`${one}-`));
const faults = all.filter(isWanted);
if (words.includes('--list')) {
  for (const { name, says, test } of faults) console.log(`${name}: ${says}\n  ${test.file} | ${test.title}`);
} else if (faults.length === 0) {
  console.log(`There is no fault called ${only?.join(' or ')} in ${FOLDER}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await tryAll(faults)) ? 0 : 1;
}

async function tryAll(chosen: readonly Fault[]): Promise<boolean> {
  const workshop = new Workshop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      workshop.close();
      process.exit(1);
    });
  let bad = 0;
  try {
    const sound = await soundFaults(workshop, chosen);
    bad = chosen.length - sound.length;
    for (const [place, fault] of sound.entries()) {
      const began = Date.now();
      const verdict = await tryOne(workshop, fault);
      if (!verdict.startsWith('red')) bad++;
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`[${place + 1}/${sound.length}] ${fault.name}: ${verdict} (${seconds} s)`);
    }
  } finally {
    workshop.close();
  }
  console.log(`${chosen.length - bad} of ${chosen.length} faults were noticed`);
  if (only || all.length >= AT_LEAST) return bad === 0;
  console.log(`There are ${all.length} faults; there must be at least ${AT_LEAST}`);
  return false;
}

/** Without a fault every test that is named must be green: red would otherwise mean nothing. */
async function soundFaults(workshop: Workshop, chosen: readonly Fault[]): Promise<Fault[]> {
  console.log('First without any fault ...');
  const outcomes: Outcome[] = [];
  for (const kind of ['unit', 'server', 'story'] as const) {
    const ofKind = chosen.filter((fault) => kindOf(fault) === kind);
    if (ofKind.length === 0) continue;
    const problem = ofKind.some(readsTheBuild) ? await workshop.build() : null;
    if (problem !== null) throw new Error(`faults: the tree itself does not build: ${problem}`);
    const files = [...new Set(ofKind.map(({ test }) => test.file))];
    const titles = [...new Set(ofKind.map(({ test }) => test.title))];
    outcomes.push(...(await workshop.test(kind, files, titles)));
  }
  return chosen.filter((fault) => {
    const named = namedBy(fault, outcomes);
    const isSound = named.length > 0 && named.every(({ state }) => state === 'passed');
    if (!isSound) {
      const [first] = named.filter(({ state }) => state !== 'passed');
      const why = first
        ? `is ${first.state} without the fault: ${first.why}`
        : 'did not run, or does not exist';
      console.log(`${fault.name}: BAD, its test ${why} (${fault.test.file} | ${fault.test.title})`);
    }
    return isSound;
  });
}

async function tryOne(workshop: Workshop, fault: Fault): Promise<string> {
  if (!workshop.apply(fault.patch, 'in')) return `DOES NOT APPLY to ${fault.files.join(', ')}`;
  const verdict = await judge(workshop, fault);
  if (!workshop.apply(fault.patch, 'out')) throw new Error(`faults: ${fault.name} cannot be taken out again`);
  return verdict;
}

async function judge(workshop: Workshop, fault: Fault): Promise<string> {
  const kind = kindOf(fault);
  const problem = readsTheBuild(fault) ? await workshop.build() : null;
  if (problem !== null) return `DOES NOT BUILD: ${problem}`;
  const named = namedBy(fault, await workshop.test(kind, [fault.test.file], [fault.test.title]));
  const failed = named.find(({ state }) => state === 'failed');
  if (failed) return `red: ${failed.why}`;
  return named.some(({ state }) => state === 'passed') ? 'GREEN, nobody noticed' : 'DID NOT RUN';
}

function kindOf({ test }: Fault): Kind {
  if (test.file.endsWith('.story.ts')) return 'story';
  return test.file.startsWith('tests/server/') ? 'server' : 'unit';
}

/** Whether its test looks at what is built, in a browser or by itself. */
function readsTheBuild({ test }: Fault): boolean {
  return test.file.startsWith('tests/release/') || test.file.endsWith('.story.ts');
}

/** Tests of the named file whose title holds the named words and carries the id. */
function namedBy({ id, test }: Fault, outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(
    ({ file, title }) => file.endsWith(test.file) && title.includes(test.title) && carries(title, id),
  );
}
