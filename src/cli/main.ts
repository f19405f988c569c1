import { buildRegions } from './build.ts';
import type { ChecklistItem } from './checklist.ts';
import { hashFaults, writeHashes } from './hashes.ts';
import { readInputs } from './inputs.ts';
import { openPoints } from './open-points.ts';
import type { InputProblem } from './regions.ts';
import { serveGuide } from './serve.ts';

const HELP = `Usage: npm run waypost -- COMMAND

  build      read data/regions, check every listing, sign the packs with a development key into WAYPOST_HOME
  checklist  name every point that is open before anybody may rely on this deployment
  hashes     list the SHA-256 of every file of dist/guide, and sign the list; --check compares instead
  serve      serve dist/guide with production headers (GUIDE_PORT, default 4173)

Exit codes: 0 good; 1 the input has problems, each printed with its place; 2 wrong usage.
Options: --json prints problems for machines; --help prints this.`;

const SITE = 'dist/guide';

interface Options {
  readonly isJson: boolean;
  readonly isCheck: boolean;
}

const COMMANDS: Readonly<Record<string, (options: Options) => Promise<number>>> = {
  build: async (options) => report(await buildRegions(new Date()), options),
  checklist: async (options) => {
    const inputs = readInputs();
    if (!inputs.ok) return report(inputs.problem, options);
    const points = openPoints(inputs.value);
    console.log(options.isJson ? JSON.stringify(points, null, 1) : points.map(said).join('\n'));
    return 0;
  },
  hashes: async ({ isCheck }) => {
    if (!isCheck) {
      writeHashes(SITE);
      return 0;
    }
    const faults = await hashFaults(SITE);
    for (const fault of faults) console.error(fault);
    if (faults.length === 0) console.log(`${SITE} is what was published`);
    return faults.length === 0 ? 0 : 1;
  },
  serve: async () => {
    await serveGuide();
    return 0;
  },
};

/** The only catcher of the command line. */
async function main(words: readonly string[]): Promise<number> {
  const [name = ''] = words.filter((word) => !word.startsWith('--'));
  if (words.includes('--help') || name === 'help') {
    console.log(HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command({ isJson: words.includes('--json'), isCheck: words.includes('--check') });
  console.error(HELP);
  return 2;
}

function said({ what, nextStep, blocks }: ChecklistItem): string {
  return `[ ] ${what}\n    ${nextStep}${blocks ? '' : ' (does not stop a build)'}`;
}

function report(problems: readonly InputProblem[], { isJson }: Options): number {
  if (isJson) console.log(JSON.stringify(problems, null, 1));
  else for (const { file, field, reason } of problems) console.error(`${file}: ${field} ${reason}`);
  if (problems.length > 0 && !isJson) console.error(`${problems.length} problems; nothing was built`);
  return problems.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
