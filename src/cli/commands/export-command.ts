import { csvFile } from '../../core/export/csv-file.ts';
import type { ExportedFile } from '../../core/export/exported-file.ts';
import { geojsonFile } from '../../core/export/geojson-file.ts';
import { hsdsFiles } from '../../core/export/hsds-files.ts';
import type { Listing } from '../../core/schema.ts';
import { type PlacedListing, sheetOf } from '../../core/sheet/sheet.ts';
import { translationFiles } from '../../core/translations.ts';
import { xliffFiles } from '../../core/xliff.ts';
import { readListingFiles } from '../edits/listing-files.ts';
import { writeExport } from '../export/write-export.ts';
import { readInputs } from '../inputs.ts';
import type { Region } from '../regions.ts';
import { type Command, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

const FORMATS = ['hsds', 'csv', 'geojson', 'sheet', 'translations', 'xliff', 'xliff-open'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary:
    'write the listings for other programs: HSDS 3.1 as static files, a spreadsheet, public places, or a sheet to edit and import again',
  usage:
    '--format hsds|csv|geojson|sheet|translations|xliff|xliff-open --out FOLDER [--region ID] [--profile ADDRESS]; --sheet is --format sheet',
  options: {
    format: { type: 'string' },
    sheet: { type: 'boolean' },
    out: { type: 'string' },
    region: { type: 'string' },
    profile: { type: 'string' },
  },
  run: async (given) => {
    const { format, out, region, profile } = readOptions(given);
    const inputs = readInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, given.isJson);
    const chosen = chooseRegions(inputs.value.regions, region);
    const listings = chosen.flatMap((one) => one.listings);
    const written = writeExport(
      out,
      filesOf(format, chosen, { profile, languages: inputs.value.deployment.languages }),
    );
    if (!written.ok) return reportProblems(written.problem, given.isJson);
    const said = {
      out,
      regions: chosen.map(({ file }) => file.id),
      listings: listings.length,
      files: written.value,
    };
    if (given.isJson) console.log(JSON.stringify(said));
    else console.log(`${out}: ${said.listings} listings of ${said.regions.join(', ')}, files: ${said.files}`);
    return 0;
  },
};

interface ExportOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out: string;
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

function readOptions({ words, options }: Given): ExportOptions {
  if (words.length > 0) throw new UsageError(`export takes no word like "${words[0]}"`);
  const format = options.sheet ? 'sheet' : FORMATS.find((one) => one === options.format);
  if (!format) throw new UsageError(`--format must be one of ${FORMATS.join(', ')}`);
  const [out, region, profile] = [options.out, options.region, options.profile].map((value) =>
    typeof value === 'string' && value !== '' ? value : undefined,
  );
  if (!out) throw new UsageError('--out must name a folder');
  if (profile && !isWebAddress(profile))
    throw new UsageError('--profile must be an address like https://example.org/profile/');
  return { format, out, region, profile };
}

/** All that the deployment has. Made-up services only when asked for: others would take them for real. */
function chooseRegions(regions: readonly Region[], id: string | undefined): readonly Region[] {
  if (id === undefined) return regions.filter(({ file }) => file.kind !== 'sample');
  const chosen = regions.filter(({ file }) => file.id === id);
  if (chosen.length > 0) return chosen;
  throw new UsageError(`--region must be one of ${regions.map(({ file }) => file.id).join(', ')}`);
}

function filesOf(
  format: ExportOptions['format'],
  regions: readonly Region[],
  { profile, languages }: { readonly profile: string | undefined; readonly languages: readonly string[] },
): ExportedFile[] {
  const listings = regions.flatMap((one) => one.listings);
  switch (format) {
    case 'hsds':
      return hsdsFiles(listings, profile);
    case 'csv':
      return [csvFile(listings, new Date().toISOString().slice(0, 10))];
    case 'geojson':
      return [geojsonFile(listings)];
    case 'sheet':
      return [{ path: 'listings-to-edit.csv', text: sheetOf(placedInFiles(regions), languages) }];
    case 'translations':
      return translationFiles(listingsInFiles(regions), languages);
    case 'xliff':
      return xliffFiles(listingsInFiles(regions), languages);
    case 'xliff-open':
      return xliffFiles(listingsInFiles(regions), languages, 'open');
  }
}

/** As the files have them: what readers are given says no more how a translation was made, and what was made up has no file. */
function placedInFiles(regions: readonly Region[]): PlacedListing[] {
  const files = readListingFiles(regions);
  return files.ok ? [...files.value.values()] : [];
}

function listingsInFiles(regions: readonly Region[]): Listing[] {
  return placedInFiles(regions).map(({ listing }) => listing);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
