import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { homePath } from '../home.ts';
import { largeTowns } from '../import/large-towns.ts';
import { type Mapping, parseMapping, proposedMapping } from '../import/mapping.ts';
import { readCountry } from '../import/read-countries.ts';
import { columnsOf, recognise } from '../import/recognise.ts';
import { reportText } from '../import/report-text.ts';
import type { ReviewTarget } from '../import/review-folder.ts';
import { runImport } from '../import/run-import.ts';
import type { ImportSettings } from '../import/settings.ts';
import { cleaned } from '../import/slug.ts';
import { sourceFiles } from '../import/source-files.ts';
import { Progress } from '../progress.ts';
import { type Command, type ExitCode, type Given, UsageError } from './command.ts';
import { importSheet } from './import-sheet.ts';
import { importSignals, signalsText } from './import-signals.ts';
import { importTranslations } from './import-translations.ts';
import { importXliff } from './import-xliff.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'take a table, an export or a feed into a review folder, with a report of every value left out',
  usage:
    'FILE|FOLDER|ZIP [--sheet] [--xliff] [--translations EN.json --language TAG [--reviewed]] [--source NAME] [--country XX] [--timezone ZONE] [--language TAG] [--out FOLDER] [--mapping FILE] [--propose-mapping] [--dry-run]',
  options: {
    sheet: { type: 'boolean' },
    xliff: { type: 'boolean' },
    translations: { type: 'string' },
    reviewed: { type: 'boolean' },
    source: { type: 'string' },
    country: { type: 'string' },
    timezone: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
    mapping: { type: 'string' },
    'propose-mapping': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run,
};

async function run(given: Given): Promise<ExitCode> {
  const [path, ...more] = given.words;
  if (!path || more.length > 0) throw new UsageError('Name one file, folder or zip.');
  if (given.options.sheet) return importSheet(path, given);
  if (given.options.xliff) return importXliff(path, given);
  if (given.options.translations) return importTranslations(path, given);
  const files = await sourceFiles(path);
  if (!files) return unread(path, 'is not there', given.isJson);
  if (given.options['propose-mapping']) {
    console.log(JSON.stringify(proposedMapping(await columnsOf(files)), null, 2));
    return 0;
  }
  const signals = await signalsText(files);
  if (signals !== null) return importSignals(path, signals, given);
  const mapping = mappingOf(given);
  const source = await recognise(files, mapping);
  if (!source.ok) return unread(path, source.problem.reason, given.isJson);
  const settings = settingsOf(given, path, mapping);
  const target = targetOf(given, settings);
  const progress = new Progress();
  const stop = new AbortController();
  const onStop = () => stop.abort();
  process.once('SIGINT', onStop);
  const report = await runImport(source.value, settings, {
    target,
    onRow: () => progress.step('import'),
    signal: stop.signal,
  });
  process.off('SIGINT', onStop);
  progress.end();
  if (!report.ok)
    return unread(
      path,
      `cannot be read after row ${report.problem.afterRow}: it is damaged there`,
      given.isJson,
    );
  console.log(
    given.isJson
      ? JSON.stringify(report.value, null, 1)
      : reportText(report.value, target.folder, target.isDry),
  );
  return report.value.listings > 0 && !report.value.isStopped ? 0 : 1;
}

function unread(path: string, reason: string, isJson: boolean): ExitCode {
  if (isJson) console.log(JSON.stringify({ problem: { file: path, reason } }, null, 1));
  else console.error(`${path} ${reason}.`);
  return 1;
}

function mappingOf({ options }: Given): Mapping | undefined {
  const path = options.mapping;
  if (typeof path !== 'string') return undefined;
  if (!existsSync(path)) throw new UsageError(`${path} is not there.`);
  const mapping = parseMapping(readFileSync(path, 'utf8'));
  if (!mapping.ok) throw new UsageError(`${path} ${mapping.problem}.`);
  return mapping.value;
}

function settingsOf({ options }: Given, path: string, mapping: Mapping | undefined): ImportSettings {
  const text = (name: 'source' | 'country' | 'timezone' | 'language') => {
    const given = options[name];
    return (typeof given === 'string' ? given : mapping?.[name]) || undefined;
  };
  const country = text('country');
  if (country && !readCountry(country)) throw new UsageError('--country is not a country like KE.');
  return {
    source: cleaned(text('source') ?? basename(path).replace(/\.[a-z]+$/i, '')) || 'source',
    country: readCountry(country),
    timezone: text('timezone'),
    language: text('language'),
    largeTowns: largeTowns(),
  };
}

function targetOf({ options }: Given, { source }: ImportSettings): ReviewTarget {
  const out = typeof options.out === 'string' ? options.out : homePath('review', source);
  return { folder: out, isDry: options['dry-run'] === true };
}
