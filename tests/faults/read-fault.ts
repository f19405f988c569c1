import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One small thing wrong with the product, and the test that must notice. */
export interface Fault {
  /** The file's name without its ending. */
  readonly name: string;
  readonly patch: string;
  /** The id of the specification that it breaks. */
  readonly id: string;
  /** What it does, in a sentence. */
  readonly says: string;
  readonly test: { readonly file: string; readonly title: string };
  /** The files that it changes. */
  readonly files: readonly string[];
}

export const FOLDER = 'tests/faults';
const MOST_LINES = 5;

/** Every fault, in the order of their names. A file that is not one is a mistake of its writer, so it throws. */
export function readFaults(): Fault[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.patch'))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => readFault(name.replace(/\.patch$/, ''), readFileSync(join(FOLDER, name), 'utf8')));
}

function readFault(name: string, text: string): Fault {
  const refuse = (why: string): never => {
    throw new Error(`faults: ${FOLDER}/${name}.patch ${why}`);
  };
  const start = text.indexOf('\n--- ') + 1;
  if (start === 0) return refuse('holds no change');
  const header = text.slice(0, start);
  const field = (key: string) =>
    new RegExp(`^${key}: (.+)$`, 'm').exec(header)?.[1]?.trim() ?? refuse(`does not say its ${key}`);
  const id = field('Id');
  if (!name.startsWith(`${id.toLowerCase()}-`)) refuse(`is not named after its id, ${id}`);
  const [file = '', title = ''] = field('Test').split(' | ');
  if (title === '') refuse('names no test: FILE | TITLE OR A PART OF IT');
  const changes = text.slice(start).split('\n');
  const count = (sign: RegExp) => changes.filter((line) => sign.test(line)).length;
  const lines = Math.max(count(/^\+(?!\+\+ )/), count(/^-(?!-- )/));
  if (lines < 1 || lines > MOST_LINES) refuse(`changes ${lines} lines, not one to ${MOST_LINES}`);
  const files = changes.flatMap((line) => /^\+\+\+ b\/(.+)$/.exec(line)?.[1] ?? []);
  return { name, patch: `${FOLDER}/${name}.patch`, id, says: field('Fault'), test: { file, title }, files };
}

/** Whether a title carries an id, and not merely a longer one that begins like it. */
export function carries(title: string, id: string): boolean {
  return new RegExp(`\\b${id}(?![\\w-])`).test(title);
}
