import { dayOf } from '../../core/dates.ts';
import {
  type ListingSignals,
  readSignals,
  type SignalsProblem,
  signalsByListing,
} from '../../core/signals.ts';
import { homePath, makeFolder } from '../home.ts';
import { encodingOf, headOf, textOf } from '../import/decode.ts';
import type { SourceFile } from '../import/source-files.ts';
import { openInputs, readRegions } from '../inputs.ts';
import { writeWhole } from '../whole-file.ts';
import type { ExitCode, Given } from './command.ts';
import { reportProblems } from './problems.ts';

const MOST_CHARACTERS = 1_000_001;

/** The text of a file of caseworkers' signals; null where it is something else. One larger than any is cut, and refused. */
export async function signalsText(files: readonly SourceFile[]): Promise<string | null> {
  const [file, ...more] = files;
  if (!file || more.length > 0) return null;
  const encoding = await encodingOf(file);
  const head = await headOf(file, encoding, 1_000);
  if (!/"type"\s*:\s*"waypost-signals"/.test(head)) return null;
  let text = '';
  for await (const chunk of textOf(file, encoding)) {
    text += chunk;
    if (text.length >= MOST_CHARACTERS) break;
  }
  return text;
}

/** A listing of which something was said, as whoever checks it needs it. */
interface WorkItem extends ListingSignals {
  readonly name: string;
  readonly region: string;
  readonly file: string;
}

/** Says what caseworkers met, listing by listing, and writes it as a list of work. No listing is changed by it. */
export function importSignals(path: string, text: string, { options, isJson }: Given): ExitCode {
  const read = readSignals(text, dayOf(Date.now()));
  if (!read.ok) return reportProblems([{ file: path, ...wordsOf(read.problem) }], isJson);
  const inputs = openInputs();
  if (!inputs.ok) return reportProblems(inputs.problem, isJson);
  const known = new Map(
    [...readRegions(inputs.value)].flatMap(({ region }) =>
      region.listings.map(({ id, name }) => [
        id,
        { name, region: region.file.id, file: region.files.get(id) ?? '' },
      ]),
    ),
  );
  const said = signalsByListing(read.value);
  const work = said.flatMap((one): WorkItem[] => {
    const listing = known.get(one.listingId);
    return listing ? [{ ...one, ...listing }] : [];
  });
  const strangers = said.filter(({ listingId }) => !known.has(listingId)).length;
  const out = options['dry-run'] ? null : outOf(options.out);
  if (out) writeWhole(out, `${JSON.stringify({ type: 'waypost-work', version: 1, work }, null, 2)}\n`);
  if (isJson) console.log(JSON.stringify({ work, strangers, out }, null, 1));
  else console.log(workLines(work, strangers, out).join('\n'));
  return 0;
}

function outOf(out: Given['options'][string]): string {
  if (typeof out === 'string') return out.endsWith('.json') ? out : `${makeFolder(out)}/work.json`;
  makeFolder(homePath('review'));
  return homePath('review', 'work.json');
}

function workLines(work: readonly WorkItem[], strangers: number, out: string | null): string[] {
  return [
    ...work.flatMap(({ name, region, file, signals }) => [
      `${region}: ${name} (${file})`,
      ...signals.map(
        ({ signal, weeks, latest }) => `    ${WORDS[signal]}: in ${weeks} weeks, the last from ${latest}`,
      ),
    ]),
    `${work.length} listings to look at${strangers > 0 ? `; ${strangers} more are in no list here` : ''}`,
    ...(out ? [`The list is in ${out}. Nothing was changed: call, then change the listing.`] : []),
  ];
}

const WORDS: Readonly<Record<ListingSignals['signals'][number]['signal'], string>> = {
  full: 'was full',
  'number-dead': 'the number did not work',
  'refused-on-language': 'turned somebody away for her language',
  'refused-on-status': 'turned somebody away for her papers',
  'wrong-hours': 'was closed when it should be open',
};

function wordsOf(problem: SignalsProblem): { readonly field: string; readonly reason: string } {
  switch (problem.kind) {
    case 'no-signals':
      return {
        field: '(file)',
        reason: 'is no file of signals, or has something more in it: it was not read',
      };
    case 'too-new':
      return { field: 'version', reason: 'is one that this program does not know: bring it up to date' };
    case 'too-large':
      return { field: '(file)', reason: 'is larger than any honest one' };
    case 'bad-signal':
      return {
        field: `signals.${problem.place}.${problem.field}`,
        reason: 'is not as a signal has it; none was read',
      };
  }
}
