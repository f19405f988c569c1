import { buildRegions } from './build.ts';
import { serveGuide } from './serve.ts';

const HELP = `Usage: npm run waypost -- COMMAND

  build   read data/regions, check every listing, sign the packs with a development key into WAYPOST_HOME
  serve   serve dist/guide with production headers (GUIDE_PORT, default 4173)

Exit codes: 0 good; 1 the input has problems, each printed with its place; 2 wrong usage.
Options: --json prints problems for machines; --help prints this.`;

/** The only catcher of the command line. */
async function main(words: readonly string[]): Promise<number> {
  const isJson = words.includes('--json');
  const [command] = words.filter((word) => !word.startsWith('--'));
  if (words.includes('--help') || command === 'help') {
    console.log(HELP);
    return 0;
  }
  if (command === 'build') {
    const problems = await buildRegions(new Date());
    if (isJson) console.log(JSON.stringify(problems, null, 1));
    else for (const { file, field, reason } of problems) console.error(`${file}: ${field} ${reason}`);
    if (problems.length > 0 && !isJson) console.error(`${problems.length} problems; nothing was built`);
    return problems.length > 0 ? 1 : 0;
  }
  if (command === 'serve') {
    await serveGuide();
    return 0;
  }
  console.error(HELP);
  return 2;
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
