import { isRecord } from '../../pack/is-record.ts';
import { openPack } from '../../pack/open-pack.ts';
import { readRecords } from '../../pack/read-records.ts';
import { readSection } from '../../pack/read-section.ts';
import { nodePlatform } from '../node-platform.ts';

/** One listing as it lies in a pack. */
export type ListingRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** The listings of a pack that has been verified; throws where it has not been. */
export async function listingsOf(pack: Uint8Array): Promise<ListingRecord[]> {
  const opened = openPack(pack);
  if (!opened.ok) throw new Error('cli: a pack was read before it was verified');
  const listings: ListingRecord[] = [];
  for (const info of opened.value.sections.filter(({ name }) => /^c\d{3}$/.test(name))) {
    const raw = await readSection(pack, info, nodePlatform);
    const records = raw.ok ? readRecords(raw.value) : raw;
    if (!records.ok) throw new Error('cli: a pack was read before it was verified');
    listings.push(...records.value.filter(isListingRecord));
  }
  return listings;
}

function isListingRecord(value: unknown): value is ListingRecord {
  return isRecord(value) && typeof value.id === 'string';
}
