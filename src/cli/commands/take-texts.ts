import { fail, type Result, succeed } from '../../core/result.ts';
import { changesFromTexts, type TranslatedText, type TranslationPlan } from '../../core/translated-texts.ts';
import { changeFile, type FileChange, type ListingFile, readListingFiles } from '../edits/listing-files.ts';
import { writeChanges } from '../edits/write-changes.ts';
import { openInputs } from '../inputs.ts';
import type { InputProblem } from '../regions.ts';
import type { ExitCode, Given } from './command.ts';
import { reportProblems } from './problems.ts';

/** Says how much translated texts would change, and writes it with `--out`: all of it, or nothing. */
export function takeTexts(
  texts: readonly TranslatedText[],
  language: string,
  { options: { out }, isJson }: Given,
): ExitCode {
  const inputs = openInputs();
  if (!inputs.ok) return reportProblems(inputs.problem, isJson);
  const files = readListingFiles(inputs.value.frames);
  if (!files.ok) return reportProblems(files.problem, isJson);
  const plan = changesFromTexts(texts, { listings: [...files.value.values()], language });
  const made = filesOf(plan, files.value);
  if (!made.ok) return reportProblems(made.problem, isJson);
  const written = typeof out === 'string' && made.value.length > 0 ? writeChanges(out, made.value) : null;
  if (written && !written.ok) return reportProblems(written.problem, isJson);
  const { strangeKeys } = plan;
  const listings = made.value.length;
  const next = written?.value ?? 'Nothing was written: give --out FOLDER or --out FILE.patch.';
  if (isJson) console.log(JSON.stringify({ language, listings, strangeKeys, out: written ? out : null }));
  else
    console.log(
      `${language}: ${listings} listings would change; ${strangeKeys} keys are of no listing here\n${next}`,
    );
  return 0;
}

function filesOf(
  { changes }: TranslationPlan,
  files: ReadonlyMap<string, ListingFile>,
): Result<FileChange[], InputProblem[]> {
  const made: FileChange[] = [];
  const problems: InputProblem[] = [];
  for (const one of changes) {
    const file = files.get(one.listingId);
    const changed = file && changeFile(file, one.changes);
    if (changed?.ok) made.push(changed.value);
    else problems.push(...(changed?.problem ?? []));
  }
  return problems.length > 0 ? fail(problems) : succeed(made);
}
