import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, isIsoDate } from '../../core/dates.ts';
import { isShown, readInputs } from '../inputs.ts';
import { readJson } from '../regions.ts';
import { type CoverageRow, coverage, totalOf } from '../report/coverage.ts';
import { coverageSvg } from '../report/coverage-svg.ts';
import { type DueListing, dueListings } from '../report/due.ts';
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
    const inputs = readInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, given.isJson);
    const { deployment, regions } = inputs.value;
    const region = given.options.region;
    const wanted = regions.filter(({ file }) => (region ? file.id === region : file.kind !== 'sample'));
    if (wanted.length === 0)
      throw new UsageError(
        `there is no region "${region}": give one of ${regions.map(({ file }) => file.id).join(', ')}`,
      );
    const today = dayGiven(given);
    const listed = wanted.map(({ file, listings }) => ({
      region: file.id,
      listings: listings.filter(isShown),
    }));
    const due = dueListings(listed, today);
    const rows = coverage(
      listed.flatMap(({ listings }) => listings),
      deployment.languages,
      today,
    );
    const places = listed.map((one) => one.region).join(', ');
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
