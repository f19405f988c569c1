import { existsSync, readFileSync } from 'node:fs';
import { type DraftsProblem, readDrafts } from '../../core/drafts.ts';
import { type AppliedDrafts, applyDrafts } from '../edits/apply-drafts.ts';
import { readListingFiles } from '../edits/listing-files.ts';
import { patchOf, writeChanges } from '../edits/write-changes.ts';
import { openInputs } from '../inputs.ts';
import { type Command, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

export const patchCommand: Command = {
  name: 'patch',
  summary: 'turn drafts of the volunteers’ desk into a patch of listing files, for a maintainer to review',
  usage: 'DRAFTS.json [--out FOLDER|FILE.patch]',
  options: { out: { type: 'string' } },
  run: async ({ words, options, isJson }) => {
    const [path, ...more] = words;
    if (path === undefined || more.length > 0) throw new UsageError('Name one file of drafts.');
    if (!existsSync(path)) throw new UsageError(`${path} is not there.`);
    const drafts = readDrafts(readFileSync(path, 'utf8'));
    if (!drafts.ok) return reportProblems([{ file: path, ...wordsOf(drafts.problem) }], isJson);
    const inputs = openInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, isJson);
    const listings = readListingFiles(inputs.value.frames);
    if (!listings.ok) return reportProblems(listings.problem, isJson);
    const applied = applyDrafts(drafts.value, listings.value, inputs.value.frames);
    const said = typeof options.out === 'string' ? writeChanges(options.out, applied.files) : null;
    if (said && !said.ok) return reportProblems(said.problem, isJson);
    if (isJson) console.log(JSON.stringify(forMachines(applied), null, 1));
    else sayPatch(applied, said?.value ?? patchOf(applied.files));
    return applied.problems.length > 0 ? 1 : 0;
  },
};

/** The patch alone goes to where it may be piped to git; everything else beside it. */
function sayPatch({ files, applied, problems }: AppliedDrafts, patch: string): void {
  if (files.length > 0) console.log(patch.trimEnd());
  for (const { file, field, reason } of problems) console.error(`${file}: ${field} ${reason}`);
  console.error(
    `${applied.length} drafts are in it, ${files.length} files; left out: ${problems.length} reasons above`,
  );
}

function forMachines({ files, applied, problems }: AppliedDrafts) {
  return { files: files.map(({ path }) => path), applied, problems, patch: patchOf(files) };
}

function wordsOf(problem: DraftsProblem): { readonly field: string; readonly reason: string } {
  switch (problem.kind) {
    case 'no-drafts':
      return { field: '(file)', reason: 'is no file of drafts: export the outbox at the desk' };
    case 'too-new':
      return { field: 'version', reason: 'is one that this program does not know: bring it up to date' };
    case 'too-large':
      return { field: '(file)', reason: 'is too large: export fewer drafts' };
    case 'bad-edit':
      return { field: `edits.${problem.place}.${problem.field}`, reason: 'is not as a draft has it' };
  }
}
