import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../commands/command.ts';

// Twelve is what can still be typed; the locked file may be stolen and tried for years, so the docs ask for six words.
const SHORTEST = 12;

/** Where the terminal is: standard error, so that `--json` can be read from standard output meanwhile. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

const TERMINAL: Terminal = { input: process.stdin, output: process.stderr };

/** The passphrase of a key that exists: from the first line of a file, or typed without showing it. */
export async function passphraseFor(what: string, file?: string, terminal = TERMINAL): Promise<string> {
  return file === undefined ? ask(`Passphrase of ${what}: `, terminal) : firstLine(file);
}

/** The passphrase for a new key, typed twice: a slip of the finger would lock the key for good. */
export async function newPassphrase(file?: string, terminal = TERMINAL): Promise<string> {
  const passphrase = file === undefined ? await ask('New passphrase: ', terminal) : firstLine(file);
  if (passphrase.length < SHORTEST)
    throw new UsageError(`A passphrase has at least ${SHORTEST} characters; six words are better.`);
  if (file === undefined && (await ask('The same again: ', terminal)) !== passphrase)
    throw new UsageError('The two passphrases differ; no key was made.');
  return passphrase;
}

function firstLine(file: string): string {
  return normal(readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '');
}

/** The same passphrase typed on another keyboard may arrive as other code points. */
function normal(text: string): string {
  return text.normalize('NFC');
}

async function ask(question: string, { input, output }: Terminal): Promise<string> {
  if (!input.isTTY)
    throw new UsageError('There is no terminal to type a passphrase on: name a --passphrase-file.');
  output.write(question);
  // Readline echoes to its output, which goes nowhere; with `terminal` it also keeps the terminal itself from echoing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  try {
    return normal(await lines.question(''));
  } finally {
    lines.close();
    output.write('\n');
  }
}
