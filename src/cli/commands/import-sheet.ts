import type { FieldChange } from '../../core/edits/edit.ts';
import type { LintFinding } from '../../core/edits/lint/lint-finding.ts';
import { listingId, organizationId } from '../../core/ids.ts';
import type { Result } from '../../core/result.ts';
import { fail, succeed } from '../../core/result.ts';
import {
  changesFromSheet,
  fieldCounts,
  isReadyToReview,
  type SheetAddition,
  type SheetFlag,
  type SheetPlan,
  type SheetProblem,
} from '../../core/sheet/sheet.ts';
import type { SheetTwin } from '../../core/sheet/sheet-twins.ts';
import {
  changeFile,
  type FileChange,
  type ListingFile,
  newFile,
  readListingFiles,
} from '../edits/listing-files.ts';
import { writeChanges } from '../edits/write-changes.ts';
import { encodingOf, textOf } from '../import/decode.ts';
import { cleaned } from '../import/slug.ts';
import { sourceFiles } from '../import/source-files.ts';
import { openInputs } from '../inputs.ts';
import type { InputProblem, RegionFrame } from '../regions.ts';
import { type ExitCode, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

// The command line takes any size (settled 21).
const LIMITS = { characters: Number.MAX_SAFE_INTEGER, rows: Number.MAX_SAFE_INTEGER };

/** Says what an edited sheet would change; with `--out`, and only of a sheet without a flag, writes it to be reviewed. */
export async function importSheet(path: string, { options, isJson }: Given): Promise<ExitCode> {
  const text = await sheetText(path);
  const inputs = openInputs();
  if (!inputs.ok) return reportProblems(inputs.problem, isJson);
  const { frames } = inputs.value;
  const files = readListingFiles(frames);
  if (!files.ok) return reportProblems(files.problem, isJson);
  const read = changesFromSheet(text, [...files.value.values()], {
    limits: LIMITS,
    today: new Date().toISOString().slice(0, 10),
  });
  if (!read.ok)
    return reportProblems([{ file: path, field: '(file)', reason: PROBLEMS[read.problem.kind] }], isJson);
  const plan = read.value;
  const { out } = options;
  const made = fileChanges(plan, files.value, frames);
  const isToWrite = made.ok && made.value.length > 0 && isReadyToReview(plan) && typeof out === 'string';
  const written = isToWrite ? writeChanges(out, made.value) : null;
  const problems = [...problemsIn(made), ...problemsIn(written)];
  if (isJson)
    console.log(
      JSON.stringify(
        { plan: shownPlan(plan, problems), problems, written: written?.ok ? out : null },
        null,
        1,
      ),
    );
  else sayPlan(shownPlan(plan, problems), problems, written?.ok ? written.value : null);
  return plan.flags.length > 0 || problems.length > 0 ? 1 : 0;
}

async function sheetText(path: string): Promise<string> {
  const [file, ...more] = (await sourceFiles(path)) ?? [];
  if (!file || more.length > 0) throw new UsageError(`${path} is not there, or is no single file.`);
  let text = '';
  for await (const chunk of textOf(file, await encodingOf(file))) text += chunk;
  return text;
}

/** Where something is wrong no value is told: it may be the street of a hidden place, and this is read by more people. */
function shownPlan(plan: SheetPlan, problems: readonly InputProblem[]): SheetPlan {
  return problems.length > 0 ? { ...plan, changes: [], additions: [] } : plan;
}

function problemsIn(result: Result<unknown, InputProblem[]> | null): InputProblem[] {
  return result && !result.ok ? result.problem : [];
}

function fileChanges(
  { changes, additions }: SheetPlan,
  files: ReadonlyMap<string, ListingFile>,
  frames: readonly RegionFrame[],
): Result<FileChange[], InputProblem[]> {
  const made = [
    ...changes.flatMap((one) => {
      const file = files.get(one.listingId);
      return file ? [inRow(one.at, changeFile(file, one.changes))] : [];
    }),
    ...additions.map((one) => inRow(one.at, addition(one, files, frames))),
  ];
  const problems = made.flatMap(problemsIn);
  if (problems.length > 0) return fail(problems);
  const changed = made.flatMap((one) => (one.ok ? [one.value] : []));
  const twins = changed.filter(({ path }, place) => changed.findIndex((one) => one.path === path) < place);
  return twins.length > 0
    ? fail(
        twins.map(({ path }) => ({
          file: path,
          field: 'name',
          reason: 'is that of two new rows: tell them apart',
        })),
      )
    : succeed(changed);
}

function inRow(at: number, made: Result<FileChange, InputProblem[]>): Result<FileChange, InputProblem[]> {
  return made.ok
    ? made
    : fail(made.problem.map((problem) => ({ ...problem, file: `row ${at}: ${problem.file}` })));
}

/** Its id is made from its file's name, and its organisation's from the organisation's, as by hand (docs/DATA.md). */
function addition(
  { region, changes }: SheetAddition,
  files: ReadonlyMap<string, ListingFile>,
  frames: readonly RegionFrame[],
): Result<FileChange, InputProblem[]> {
  const folder = frames.find(({ file }) => file.id === region)?.folder ?? '';
  const name = `${region}-${cleaned(wordsOf(changes, 'name')) || 'listing'}`;
  const id = listingId(name);
  if (files.has(id))
    return fail([{ file: `${folder}/${name}.json`, field: 'id', reason: 'is there already: give its id' }]);
  const organisation = wordsOf(changes, 'organization.name');
  const known = [...files.values()].find(({ listing }) => listing.organization.name === organisation);
  const ids = [
    { field: 'id', before: null, after: id },
    {
      field: 'organization.id',
      before: null,
      after: known?.listing.organization.id ?? organizationId(organisation),
    },
  ];
  return newFile({ folder, name }, [...ids, ...changes]);
}

function wordsOf(changes: readonly FieldChange[], field: string): string {
  const after = changes.find((one) => one.field === field)?.after;
  return typeof after === 'string' ? after : '';
}

function sayPlan(plan: SheetPlan, problems: readonly InputProblem[], written: string | null): void {
  const { changes, additions, flags, unchanged, withoutRow, strangeColumns } = plan;
  for (const { at, listingId: id, region, changes: fields, warnings } of changes) {
    console.log(`row ${at}: ${region} ${id}`);
    for (const { field, before, after } of fields)
      console.log(`    ${field}: ${shown(before)} -> ${shown(after)}`);
    sayWarnings(warnings);
  }
  for (const { at, region, changes: fields, warnings, twins } of additions) {
    console.log(`row ${at}: new in ${region}: ${shown(wordsOf(fields, 'name'))}`);
    for (const twin of twins) console.log(`    may be ${twinPlace(twin)}: the same ${twin.why.join(', ')}`);
    sayWarnings(warnings);
  }
  for (const { field, added, changed, removed } of fieldCounts(plan))
    console.log(`${field}: ${added} added, ${changed} changed, ${removed} removed`);
  console.log(
    `${additions.length} new, ${changes.length} changed, ${unchanged} as they were, ${withoutRow} without a row`,
  );
  if (strangeColumns.length > 0) console.log(`Columns left alone: ${strangeColumns.map(shown).join(', ')}`);
  for (const flag of flags) console.error(`row ${flag.at}: ${flag.column || 'the row'} ${flagWords(flag)}`);
  for (const { file, field, reason } of problems) console.error(`${file}: ${field} ${reason}`);
  console.log(written ?? nextStep(plan, problems));
}

function sayWarnings(warnings: readonly LintFinding[]): void {
  for (const { field, reason, remedy } of warnings)
    console.log(`    look at ${field}: it ${reason}: ${remedy}`);
}

function twinPlace(twin: SheetTwin): string {
  return 'row' in twin ? `row ${twin.row}` : twin.listingId;
}

function flagWords({ kind, finding }: SheetFlag): string {
  return finding ? `${finding.reason}: ${finding.remedy}` : FLAGS[kind];
}

function nextStep(plan: SheetPlan, problems: readonly InputProblem[]): string {
  if (!isReadyToReview(plan) || problems.length > 0)
    return 'Nothing is written until all of these are mended.';
  if (plan.changes.length + plan.additions.length === 0) return 'Nothing would change.';
  return 'Nothing was written: look at it, then give --out FOLDER or --out FILE.patch.';
}

/** Never a character that moves the cursor or turns the line around. */
function shown(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

const PROBLEMS: Readonly<Record<SheetProblem['kind'], string>> = {
  'too-large': 'is too large',
  'too-many-rows': 'has too many rows',
  'no-sheet': 'is no sheet of listings: export one with "waypost export --sheet", and save it as CSV',
};

const FLAGS: Readonly<Record<SheetFlag['kind'], string>> = {
  encoding: 'has letters that were misread: save the sheet as CSV in UTF-8',
  'plus-stripped': 'has lost the + of a number: put it back, or make the column text',
  'zeros-lost': 'has lost zeros at its beginning: make the column text',
  'number-rounded': 'was made a figure like 4.4E+11: make the column text and put the number back',
  'excel-date': 'was made a date: make the column text and put the words back',
  ragged: 'has more or fewer cells than the first row',
  quotes: 'has a quote that is not closed',
  'id-lost': 'has lost its id: copy it from the sheet that was exported',
  'id-unknown': 'is the id of no listing here',
  'id-twice': 'stands in two rows',
  'region-unknown': 'is no region here: a new listing needs one',
  'region-changed': 'is another region: a listing is moved by moving its file',
  'column-twice': 'stands there twice',
  formula: 'is a formula: write what it gives',
  'not-understood': 'cannot be read: write it as the other rows have it',
  'not-here': 'cannot be changed in a sheet: change it at the desk, or in its file',
  'bad-value': 'is not something that may stand here: docs/DATA.md says what may',
  lint: 'is not something that may be published',
};
