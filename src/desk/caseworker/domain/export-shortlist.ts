import type { IsoDate } from '../../../core/dates.ts';
import { csvFile } from '../../../core/export/csv-file.ts';
import type { CsvOptions } from '../../../core/export/csv-text.ts';
import type { ExportedFile } from '../../../core/export/exported-file.ts';
import { geojsonFile } from '../../../core/export/geojson-file.ts';
import { hsdsFile } from '../../../core/export/hsds-files.ts';
import { organizationId } from '../../../core/ids.ts';
import type { Listing } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Sheet } from './sheet.ts';
import { sheetText } from './sheet-text.ts';
import { vcardFile } from './vcard-file.ts';

export const EXPORT_FORMATS = ['csv', 'vcard', 'geojson', 'hsds', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ShortlistExport extends CsvOptions {
  readonly listings: readonly ShownListing[];
  /** The same as a sheet, in its language: what a plain text has, and whether it is discreet. */
  readonly sheet: Sheet;
  readonly today: IsoDate;
}

/**
 * A shortlist as a file with a neutral name: services and nothing of the client. Of places that are not public it has the
 * area at most; CSV, HSDS and GeoJSON name the services, so only a text or a vCard can be discreet.
 */
export function exportShortlist(format: ExportFormat, shortlist: ShortlistExport): ExportedFile {
  const { listings, sheet, today } = shortlist;
  switch (format) {
    case 'csv':
      return { ...csvFile(listings.map(wholeListing), today, shortlist), path: 'list.csv' };
    case 'vcard':
      return vcardFile(listings, sheet.isDiscreet ? aliasesOf(sheet) : {});
    case 'geojson':
      return geojsonFile(listings.map(wholeListing));
    case 'hsds':
      return hsdsFile(listings.map(wholeListing));
    case 'text':
      return { path: 'notes.txt', text: sheetText(sheet) };
  }
}

function aliasesOf({ entries }: Sheet): Record<string, string> {
  return Object.fromEntries(entries.map(({ id, name }) => [id, name.text]));
}

/** With the organisation's id again, which does not travel to a device: it is made from the name (decision 014). */
function wholeListing(listing: ShownListing): Listing {
  const { name } = listing.organization;
  return { ...listing, organization: { ...listing.organization, id: organizationId(name) }, sources: [] };
}
