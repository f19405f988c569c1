import { parseArgs } from 'node:util';
import { basemapCommand } from './commands/basemap-command.ts';
import { buildCommand } from './commands/build-command.ts';
import { checklistCommand } from './commands/checklist-command.ts';
import { type Command, type ExitCode, type Given, UsageError } from './commands/command.ts';
import { diffCommand } from './commands/diff-command.ts';
import { doctorCommand } from './commands/doctor-command.ts';
import { exportCommand } from './commands/export-command.ts';
import { hashesCommand } from './commands/hashes-command.ts';
import { importCommand } from './commands/import-command.ts';
import { keysCommand } from './commands/keys-command.ts';
import { patchCommand } from './commands/patch-command.ts';
import { publishCommand } from './commands/publish-command.ts';
import { reportCommand } from './commands/report-command.ts';
import { serveCommand } from './commands/serve-command.ts';
import { serverCommand } from './commands/server-command.ts';
import { signCommand } from './commands/sign-command.ts';
import { validateCommand } from './commands/validate-command.ts';

/** In the order in which somebody meets them. */
const COMMANDS: readonly Command[] = [
  importCommand,
  patchCommand,
  validateCommand,
  basemapCommand,
  buildCommand,
  reportCommand,
  checklistCommand,
  exportCommand,
  keysCommand,
  signCommand,
  diffCommand,
  publishCommand,
  hashesCommand,
  serveCommand,
  serverCommand,
  doctorCommand,
];

const NAME_WIDTH = 10;

/** The only catcher of the command line. */
async function main(words: readonly string[]): Promise<ExitCode> {
  const [name = '', ...rest] = words;
  if (name === 'help' || name === '--help') {
    console.log(help());
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    console.error(help());
    return 2;
  }
  if (rest.includes('--help')) {
    console.log(helpOf(command));
    return 0;
  }
  try {
    return await command.run(givenTo(command, rest));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${helpOf(command)}`);
    return 2;
  }
}

function givenTo(command: Command, words: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    return { words: positionals, options: values, isJson: values.json === true };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function help(): string {
  const list = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(NAME_WIDTH)} ${summary}`).join('\n');
  return `Usage: npm run waypost -- COMMAND

${list}

Exit codes: 0 good; 1 the input has problems, each printed with its place; 2 wrong usage.
Options: --json prints for machines; --help after a command tells more of it.`;
}

function helpOf({ name, summary, usage }: Command): string {
  return `Usage: npm run waypost -- ${name}${usage ? ` ${usage}` : ''} [--json]\n\n  ${summary}`;
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
