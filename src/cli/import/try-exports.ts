import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { largeTowns } from './large-towns.ts';
import { recognise } from './recognise.ts';
import { type ImportReport, runImport } from './run-import.ts';
import type { ImportSettings } from './settings.ts';
import { cleaned } from './slug.ts';
import { sourceFiles } from './source-files.ts';

// npm run try-exports -- FOLDER: imports every set under a folder without writing anything, and prints what came of it.

/** What whoever imports a set would say of it: rows of these name no country. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/jordan/i, 'JO'],
  [/oruk/i, 'GB'],
  [/./, 'US'],
];
const OTHERS_NAMED = 40;

interface Tried {
  readonly set: string;
  readonly outcome: ImportReport | string;
}

async function main(folder: string | undefined): Promise<number> {
  if (!folder) {
    console.error('Usage: npm run try-exports -- FOLDER');
    return 2;
  }
  const tried: Tried[] = [];
  for (const path of candidates(folder)) tried.push(await attempt(path, relative(folder, path)));
  const imported = tried.flatMap(({ set, outcome }) =>
    typeof outcome === 'string' ? [] : [{ set, outcome }],
  );
  console.log('| set | format | rows | listings | left for a person | hidden places | problems |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { set, outcome } of imported) console.log(tableLine(set, outcome));
  console.log('\nNot imported:');
  for (const [why, sets] of byReason(tried)) console.log(`- ${why}: ${namesOf(sets)}`);
  return 0;
}

function byReason(tried: readonly Tried[]): Map<string, Tried[]> {
  const reasons = new Map<string, Tried[]>();
  for (const one of tried)
    if (typeof one.outcome === 'string') reasons.set(one.outcome, [...(reasons.get(one.outcome) ?? []), one]);
  return reasons;
}

/** Folders that hold tables are one set; elsewhere every data file is one. */
function candidates(folder: string): string[] {
  const entries = readdirSync(folder).sort();
  const holdsTables = entries.some((name) => /^services\.(csv|json)$/i.test(name));
  const inside = entries.flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return candidates(path);
    return !holdsTables && /\.(csv|json|ndjson|geojson|zip|xlsx)$/i.test(name) ? [path] : [];
  });
  return holdsTables ? [folder, ...inside] : inside;
}

async function attempt(path: string, set: string): Promise<Tried> {
  const source = await recognise((await sourceFiles(path)) ?? []);
  if (!source.ok) return { set, outcome: source.problem.reason };
  const report = await runImport(source.value, settingsFor(path), {
    target: { folder: join(path, 'none'), isDry: true },
  });
  return { set, outcome: report.ok ? report.value : `is damaged after row ${report.problem.afterRow}` };
}

function settingsFor(path: string): ImportSettings {
  const country = COUNTRIES.find(([pattern]) => pattern.test(path))?.[1];
  return { source: cleaned(basename(path)), country, largeTowns: largeTowns() };
}

function tableLine(set: string, report: ImportReport): string {
  const refused = report.tally.filter(({ outcome }) => outcome === 'refused');
  const problems = refused.map(({ count, reason }) => `${count} x ${reason}`).join('; ');
  const cells = [
    set,
    report.format,
    report.rows,
    report.listings,
    report.leftForAPerson,
    report.hiddenPlaces,
  ];
  return `| ${[...cells, problems || 'none'].join(' | ')} |`;
}

function namesOf(sets: readonly Tried[]): string {
  const names = sets.slice(0, OTHERS_NAMED).map(({ set }) => set);
  return names.join(', ') + (sets.length > names.length ? ` and ${sets.length - names.length} more` : '');
}

process.exitCode = await main(process.argv[2]);
