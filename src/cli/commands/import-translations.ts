import { existsSync, readFileSync } from 'node:fs';
import { readTranslations } from '../../core/translations.ts';
import { type ExitCode, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';
import { takeTexts } from './take-texts.ts';

/** Takes a file of translators back, as something to review. */
export function importTranslations(path: string, given: Given): ExitCode {
  const { language, translations, reviewed } = given.options;
  if (typeof language !== 'string' || language === '')
    throw new UsageError('--language must name the language.');
  const [source = '', target = ''] = [String(translations), path].map(readText);
  const read = readTranslations({ source, target }, reviewed ? 'reviewed' : 'human');
  if (read.ok) return takeTexts(read.value, language, given);
  return reportProblems(
    [{ file: path, field: '(file)', reason: 'is no file of words by key' }],
    given.isJson,
  );
}

function readText(path: string): string {
  if (!existsSync(path)) throw new UsageError(`${path} is not there.`);
  return readFileSync(path, 'utf8');
}
