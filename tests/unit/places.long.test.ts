import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/core/schema.ts';
import { REGIONS, readListings, sampleListings, stringsIn } from './region-files.ts';

// A refuge that can be found is no refuge: no words of a hidden place may lead to it.

const LARGE_TOWN = 50_000;
// Counties and larger areas that are not towns, with far more people than that.
const LARGE_AREAS = ['Devon', 'Oxfordshire', 'Tyneside', 'West Sussex', 'Sample City'];

const LEADS_TO_A_DOOR: Readonly<Record<string, RegExp>> = {
  'a street with a number':
    /\b\d+[a-z]?,?\s+(\p{Lu}[\p{L}'’.-]*\s+){0,4}(road|rd|street|st|avenue|ave|lane|ln|drive|close|court|terrace|crescent|boulevard|blvd|place|square|row|way|gardens)\b/iu,
  'a street with a number after it': /\b(road|street|avenue|lane|drive|calle|avenida)\s*(no\.?\s*)?,?\s*\d/iu,
  'a British postcode': /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/,
  'a post office box': /\bP\.?\s?O\.?\s*Box\b/i,
  'an American ZIP code': /\b[A-Z]{2}\s+\d{5}(-\d{4})?\b|\b(0[5-9]|1[0-4])\d{3}-\d{4}\b/,
  'a coordinate': /-?\b\d{1,3}\.\d{3,}\b/,
  'a link to a map': /(^|[/.\s])maps?\.|goo\.gl|openstreetmap|\/maps?\/|what3words|plus\.codes|geo:/i,
  'the way from a station': /\b(station|tube|subway|bus stop|next to|opposite|behind|across from)\b/i,
};

const all = REGIONS.flatMap(readListings);
const samples = sampleListings().map((listing) => ({ slug: listing.name, listing }));

describe('a place that is not public', () => {
  const hidden = [...all, ...samples].filter(({ listing }) => isHidden(listing));

  it('is every refuge, and every service that gave no consent', () => {
    expect(hidden.length).toBeGreaterThan(150);
    const refuges = all.filter(({ listing }) => listing.needs.includes('home.refuge'));
    expect(refuges.length).toBeGreaterThan(10);
    for (const { slug, listing } of refuges)
      expect(
        listing.locations.map(({ visibility }) => visibility),
        slug,
      ).not.toContain('public');
  });

  it.each(Object.keys(LEADS_TO_A_DOOR))('has nowhere %s', (lead) => {
    for (const { slug, listing } of hidden)
      for (const { place, text } of shownStringsOf(listing))
        expect(text, `${slug} ${place}`).not.toMatch(LEADS_TO_A_DOOR[lead] ?? /^/);
  });

  it.each([
    ['a street with a number', 'Come to 12 Acacia Road.'],
    ['a street with a number', '221b Upper Baker Street'],
    ['a street with a number after it', 'Mombasa Road, 14'],
    ['a British postcode', 'We are in E1 6AN'],
    ['a post office box', 'P.O. Box 41202, Nairobi'],
    ['an American ZIP code', 'Brooklyn, NY 11201'],
    ['a coordinate', '-1.2833, 36.8167'],
    ['a link to a map', 'https://maps.google.com/?q=x'],
    ['the way from a station', 'opposite the school'],
  ])('would be found by %s: %s', (lead, text) => {
    expect(text).toMatch(LEADS_TO_A_DOOR[lead] ?? /$^/);
  });

  it('is told by a town of fifty thousand people or more, or by a larger area', () => {
    const people = populations();
    for (const { slug, listing } of all)
      for (const location of listing.locations) {
        if (location.visibility !== 'area-only' || LARGE_AREAS.includes(location.area_name)) continue;
        expect(people.get(location.area_name), `${slug} ${location.area_name}`).toBeGreaterThanOrEqual(
          LARGE_TOWN,
        );
      }
  });

  it('has no picture, no map and no way there among its fields', () => {
    for (const { slug, listing } of hidden)
      for (const location of listing.locations)
        if (location.visibility !== 'public')
          expect(Object.keys(location).toSorted(), slug).toEqual(
            location.visibility === 'none'
              ? ['location_type', 'visibility']
              : ['area_name', 'location_type', 'visibility'],
          );
  });
});

it('shows a place only with words for why it may', () => {
  for (const { slug, listing } of all)
    for (const location of listing.locations)
      if (location.visibility === 'public')
        expect(location.consent_evidence.length, slug).toBeGreaterThan(20);
});

function isHidden(listing: Listing): boolean {
  return (
    listing.needs.includes('home.refuge') ||
    !listing.locations.some(({ visibility }) => visibility === 'public')
  );
}

/** All that could be read on a screen, links included. Whoever checks a listing sees its sources; phones do not get them. */
function shownStringsOf(listing: Listing): { place: string; text: string }[] {
  return stringsIn({ ...listing, sources: [] }).filter(
    ({ place }) => place !== 'id' && place !== 'organization.id' && !place.endsWith('source_url'),
  );
}

function populations(): Map<string, number> {
  const people = new Map<string, number>();
  for (const name of readdirSync('data/places')) {
    const { towns } = JSON.parse(readFileSync(`data/places/${name}`, 'utf8')) as {
      towns: [string, string, number, number, number][];
    };
    for (const [town, , , , population] of towns)
      people.set(town, Math.max(people.get(town) ?? 0, population));
  }
  return people;
}
