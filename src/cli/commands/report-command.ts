import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, isIsoDate } from '../../core/dates.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { isShown } from '../../core/shown-listing.ts';
import { type OpenInputs, openInputs, readRegions } from '../inputs.ts';
import { Progress } from '../progress.ts';
import { type InputProblem, type RegionFrame, readJson } from '../regions.ts';
import { type CoverageRow, CoverageTally, totalOf } from '../report/coverage.ts';
import { coverageSvg } from '../report/coverage-svg.ts';
import { byRisk, type DueListing, dueIn } from '../report/due.ts';
import { type Command, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

const MOST_SHOWN = 40;

export const reportCommand: Command = {
  name: 'report',
  summary:
    'what is due to be checked, the dearest mistakes first, and which needs are covered in which language',
  usage: '[--region ID] [--on DAY] [--out FOLDER]',
  options: { region: { type: 'string' }, on: { type: 'string' }, out: { type: 'string' } },
  run: async (given) => {
    const inputs = openInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, given.isJson);
    const { deployment, frames } = inputs.value;
    const region = given.options.region;
    const wanted = frames.filter(({ file }) => (region ? file.id === region : file.kind !== 'sample'));
    if (wanted.length === 0)
      throw new UsageError(
        `there is no region "${region}": give one of ${frames.map(({ file }) => file.id).join(', ')}`,
      );
    const today = dayGiven(given);
    const read = readReport(inputs.value, wanted, today);
    if (!read.ok) return reportProblems(read.problem, given.isJson);
    const { due, rows } = read.value;
    const places = wanted.map(({ file }) => file.id).join(', ');
    if (given.isJson)
      console.log(JSON.stringify({ on: today, regions: places, due, coverage: rows }, null, 1));
    else console.log([...dueLines(due), '', ...coverageLines(rows, deployment.languages)].join('\n'));
    if (typeof given.options.out === 'string') {
      mkdirSync(given.options.out, { recursive: true });
      const svg = coverageSvg(
        rows,
        deployment.languages,
        labels(),
        `Who helps with what: ${places}, ${today}`,
      );
      writeFileSync(join(given.options.out, 'coverage.svg'), svg);
      writeFileSync(join(given.options.out, 'due.json'), `${JSON.stringify(due, null, 1)}\n`);
    }
    return 0;
  },
};

interface ReportFigures {
  readonly due: readonly DueListing[];
  readonly rows: readonly CoverageRow[];
}

/** Region by region, so that no more than one region's listings are held. */
function readReport(
  inputs: OpenInputs,
  wanted: readonly RegionFrame[],
  today: string,
): Result<ReportFigures, InputProblem[]> {
  const tally = new CoverageTally(inputs.deployment.languages, today);
  const progress = new Progress();
  const due: DueListing[] = [];
  const problems: InputProblem[] = [];
  for (const { region, problems: own } of readRegions(inputs, () => progress.step('read'))) {
    problems.push(...own);
    if (!wanted.some(({ file }) => file.id === region.file.id)) continue;
    const listings = region.listings.filter(isShown);
    for (const listing of listings) tally.add(listing);
    for (const one of dueIn({ region: region.file.id, listings }, today)) due.push(one);
  }
  progress.end();
  return problems.length > 0 ? fail(problems) : succeed({ due: due.sort(byRisk), rows: tally.rows() });
}

function dayGiven({ options }: Given): string {
  if (options.on === undefined) return dayOf(Date.now());
  if (typeof options.on !== 'string' || !isIsoDate(options.on))
    throw new UsageError(`"${options.on}" is not a day like 2026-11-21`);
  return options.on;
}

function labels(): Readonly<Record<string, string>> {
  const { needs } = readJson('locales/en/needs.json') as { needs: Record<string, { label: string }> };
  return Object.fromEntries(Object.entries(needs).map(([need, { label }]) => [need, label]));
}

function dueLines(due: readonly DueListing[]): string[] {
  if (due.length === 0) return ['Nothing is due.'];
  const lines = due
    .slice(0, MOST_SHOWN)
    .map(({ region, name, interval, checked_on, due_on, isOnFirstScreen, lapsing }) => {
      const state = checked_on ? `checked ${checked_on}, due ${due_on}` : 'never checked';
      const first = isOnFirstScreen ? ', on the first screen' : '';
      const answers = lapsing.map(({ field, on }) => `; ${field} lapses on ${on}`).join('');
      return `  ${region}: ${name} (every ${interval} days${first}): ${state}${answers}`;
    });
  const more = due.length > MOST_SHOWN ? [`  and ${due.length - MOST_SHOWN} more: --json names all`] : [];
  return [`${due.length} are due, the dearest mistakes first:`, ...lines, ...more];
}

function coverageLines(rows: readonly CoverageRow[], languages: readonly string[]): string[] {
  const head = ['need'.padEnd(24), 'any'.padStart(8), ...languages.map((one) => one.padStart(8))].join('');
  const body = rows.map(({ need, all, byLanguage }) =>
    [all, ...languages.map((one) => byLanguage[one])]
      .map((counts) =>
        (counts && totalOf(counts) > 0 ? `${totalOf(counts)} (${counts.confirmed})` : '-').padStart(8),
      )
      .reduce((line, one) => line + one, need.padEnd(24)),
  );
  return [
    'Services, and in brackets how many are known to help whatever the status. A language counts where somebody speaks it:',
    head,
    ...body,
  ];
}
