import { readdirSync, readFileSync } from 'node:fs';
import { readRegion } from '../../src/cli/regions.ts';
import { type Listing, parseListing } from '../../src/core/schema.ts';

export interface ListingFile {
  readonly region: string;
  readonly slug: string;
  /** The file's text as it is. */
  readonly text: string;
  readonly listing: Listing;
}

export const REGIONS = readdirSync('data/regions').sort();
const NOT_LISTINGS = ['region.json', 'countries.json'];

/** Every listing of a region that can be read; `problemsIn` names the others. */
export function readListings(region: string): ListingFile[] {
  return textsIn(region).flatMap(({ slug, text }) => {
    const parsed = parseListing(JSON.parse(text));
    return parsed.ok ? [{ region, slug, text, listing: parsed.value }] : [];
  });
}

/** The made-up services as they are shipped, by hand and generated. */
export function sampleListings(): readonly Listing[] {
  return readRegion('sample').region.listings;
}

/** What keeps the listings of a region from being read, each with its place. */
export function problemsIn(region: string): string[] {
  return textsIn(region).flatMap(({ slug, text }) => {
    const parsed = parseListing(JSON.parse(text));
    return parsed.ok ? [] : parsed.problem.map(({ field, reason }) => `${slug}: ${field} ${reason}`);
  });
}

function textsIn(region: string): { slug: string; text: string }[] {
  return readdirSync(`data/regions/${region}`)
    .filter((name) => !NOT_LISTINGS.includes(name))
    .map((name) => ({
      slug: name.replace(/\.json$/, ''),
      text: readFileSync(`data/regions/${region}/${name}`, 'utf8'),
    }));
}

/** Its numbers that can be rung or written to; a short code with its country, as in `KE 116`. */
export function numbersOf(listing: Pick<Listing, 'channels'>): string[] {
  return listing.channels.flatMap((channel) => {
    if (!['phone', 'sms', 'whatsapp', 'relay'].includes(channel.type)) return [];
    return typeof channel.value === 'string'
      ? [channel.value]
      : [`${channel.value.country} ${channel.value.code}`];
  });
}

/** Every string of a value, with its place, as in `channels.0.note`. */
export function stringsIn(value: unknown, place = ''): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    stringsIn(inner, place === '' ? name : `${place}.${name}`),
  );
}
