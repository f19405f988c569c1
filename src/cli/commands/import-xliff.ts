import { textsOfUnits } from '../../core/xliff.ts';
import { encodingOf, textOf } from '../import/decode.ts';
import { readXliff, type XliffProblem } from '../import/read-xliff.ts';
import { sourceFiles } from '../import/source-files.ts';
import { type ExitCode, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';
import { takeTexts } from './take-texts.ts';

/** Takes XLIFF of translators back, as something to review; it says itself of which language it is. */
export async function importXliff(path: string, given: Given): Promise<ExitCode> {
  const [file, ...more] = (await sourceFiles(path)) ?? [];
  if (!file || more.length > 0) throw new UsageError(`${path} is not there, or is no single file.`);
  let text = '';
  for await (const chunk of textOf(file, await encodingOf(file))) text += chunk;
  const read = readXliff(text);
  if (!read.ok) {
    const problems = read.problem.map((one) => ({ file: path, field: placeOf(one), reason: wordsOf(one) }));
    return reportProblems(problems, given.isJson);
  }
  const { language, units } = read.value;
  const { language: wanted } = given.options;
  if (typeof wanted === 'string' && wanted !== language)
    throw new UsageError(`--language is ${wanted}, and the file is of another language.`);
  return takeTexts(textsOfUnits(units), language, given);
}

function placeOf(problem: XliffProblem): string {
  return problem.kind === 'bad-unit' ? `trans-unit ${problem.at}` : '(file)';
}

function wordsOf(problem: XliffProblem): string {
  return problem.kind === 'bad-unit' ? UNITS[problem.reason] : FILES[problem.kind];
}

const FILES: Readonly<Record<Exclude<XliffProblem['kind'], 'bad-unit'>, string>> = {
  'not-xml': 'is no XML: save it as XLIFF 1.2 in UTF-8',
  'has-doctype': 'has a document type, which is not read: take the line with DOCTYPE out',
  'not-xliff': 'is no XLIFF: export one with "waypost export --format xliff"',
  'other-version': 'is another XLIFF than 1.2: save it as 1.2',
  'no-language': 'does not name its target-language',
  'two-languages': 'is of more than one language: give a file for each',
};

const UNITS: Readonly<Record<Extract<XliffProblem, { kind: 'bad-unit' }>['reason'], string>> = {
  'no-id': 'has no id: start again from the file that was exported',
  'no-source': 'has no source: start again from the file that was exported',
  markup: 'has marks inside its words: take them out, the words are plain',
  'id-twice': 'has the id of a unit before it: take one of them out',
};
