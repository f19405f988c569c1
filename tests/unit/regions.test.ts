import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listingId, organizationId } from '../../src/core/ids.ts';
import { isPlainText } from '../../src/core/text.ts';
import { BLAMING, FALSE_PROMISES } from './banned-words.ts';
import {
  type ListingFile,
  numbersOf,
  problemsIn,
  REGIONS,
  readListings,
  sampleListings,
  stringsIn,
} from './region-files.ts';

// What a person could come to harm by, looked for in every listing that is shipped.

const WORLD_SERVICES = 47;
const all = REGIONS.flatMap(readListings);
const real = all.filter(({ region }) => region !== 'sample');
const world = all.filter(({ region }) => region === 'world');

describe.each(REGIONS)('the listings of %s', (region) => {
  it('can all be read', () => {
    expect(readListings(region).length).toBeGreaterThan(0);
    expect(problemsIn(region)).toEqual([]);
  });

  it('have ids made from the names of their files and organisations', () => {
    for (const { slug, listing } of readListings(region)) {
      // One that another directory gave away keeps the id by which people saved it.
      const isFromElsewhere = slug.endsWith(`-${listing.id}`);
      expect(listing.id, slug).toBe(isFromElsewhere ? listing.id : listingId(slug));
      expect(listing.organization.id, slug).toBe(organizationId(listing.organization.name));
    }
  });

  it('are words that can be shown as they are', () => {
    for (const { slug, listing } of readListings(region))
      for (const { place, text } of stringsIn(listing))
        expect(isPlainText(text), `${slug} ${place}`).toBe(true);
  });
});

it('has no listing twice, made-up ones included', () => {
  const ids = [...real.map(({ listing }) => listing.id), ...sampleListings().map(({ id }) => id)];
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('has the 47 national services, none of them again in a region', () => {
  expect(world).toHaveLength(WORLD_SERVICES);
  const national = new Set(world.flatMap(({ listing }) => numbersOf(listing)));
  expect(national.size).toBeGreaterThan(30);
  for (const { slug, listing } of real.filter(({ region }) => region !== 'world')) {
    // A local service may lead to a national line where the channel says whose number it is.
    const own = {
      ...listing,
      channels: listing.channels.filter(({ label }) => !label?.startsWith('National')),
    };
    expect(
      numbersOf(own).filter((number) => national.has(number)),
      slug,
    ).toEqual([]);
  }
});

it('names the source of every short code that it shows', () => {
  const rows = readdirSync('data/taxonomies')
    .filter((name) => name.startsWith('short-codes.'))
    .flatMap(
      (name) => JSON.parse(readFileSync(`data/taxonomies/${name}`, 'utf8')) as Record<string, string>[],
    );
  for (const { code, country, use, source_url, read_on } of rows) {
    expect(code).toMatch(/^\d{2,6}$/);
    expect(use, code).toMatch(/\S/);
    expect(source_url, code).toMatch(/^https?:\/\/\S+$/);
    expect(read_on, code).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(rows.filter((row) => row.code === code && row.country === country)).toHaveLength(1);
  }
  const known = new Set(rows.map(({ code, country }) => `${country} ${code}`));
  const shown = real.flatMap(({ listing }) => numbersOf(listing)).filter((number) => !number.startsWith('+'));
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((code) => !known.has(code))).toEqual([]);
});

it('says that a service helps whatever the status only where the service itself said so', () => {
  const yes = all.filter(({ listing }) => listing.immigration_eligibility.value === 'yes');
  expect(yes.length).toBeGreaterThan(5);
  for (const { slug, listing } of yes) {
    const own = (listing.immigration_eligibility.evidence ?? []).filter(
      ({ type, quote, url }) =>
        type === 'provider-call' ||
        type === 'provider-letter' ||
        (['provider-web', 'published-policy'].includes(type) && quote && url),
    );
    expect(own.length, slug).toBeGreaterThan(0);
  }
});

it('never says that a call confirmed what nobody has called', () => {
  for (const { slug, listing } of real) {
    expect(listing.verification.checked_on, slug).toBeNull();
    expect(listing.verification.state, slug).not.toBe('confirmed');
    expect(listing.verification.read_on, slug).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(listing.verification.source_url, slug).toMatch(/^https?:\/\//);
    expect(listing.verification.source_name, slug).toMatch(/\S/);
  }
});

it('shows none of the numbers that could not be confirmed or were found unsafe', () => {
  for (const file of real) expect(refusedNumbersIn(file), file.slug).toEqual([]);
});

it('finds a refused number however it is written', () => {
  const hides = (text: string) => refusedNumbersIn({ ...world[0], text } as ListingFile).length > 0;
  for (const text of [
    '0800 720 553',
    '+254800720553',
    '+44 20 8571-0800',
    '(718) 943-8652',
    '"code": "1517"',
  ])
    expect(hides(text), text).toBe(true);
  expect(hides('0800 720 554, founded in 1518')).toBe(false);
});

it('blames nobody and promises nothing that it cannot keep', () => {
  for (const { slug, listing } of all)
    for (const { place, text } of stringsIn(listing)) {
      // Names are as their owners write them; codes of needs and addresses of pages are not read by anybody.
      if (/(^|\.)(name|alternate_name|source_name|needs\.\d+)$/.test(place)) continue;
      if (/^https?:/.test(text)) continue;
      expect(text, `${slug} ${place}`).not.toMatch(BLAMING.en ?? /^/);
      if (!place.includes('quote')) expect(text, `${slug} ${place}`).not.toMatch(FALSE_PROMISES.en ?? /^/);
    }
});

// Grade C at compiling, contradicted, or unsafe to call (0800 720 553). A short code would stand alone in quotes.
const REFUSED = ['800720553', '8085002222', '722116116', '2085710800', '7189438652'];
const REFUSED_CODE = /"1517"|\b1517\b(?=[^0-9]*(call|line|dial|ring))/i;

function refusedNumbersIn({ text }: ListingFile): string[] {
  const digits = text.replaceAll(/(?<=\d)[\s().-]+(?=\d)|[()]/g, '');
  const found = REFUSED.filter((number) => digits.includes(number));
  return REFUSED_CODE.test(text) ? [...found, '1517'] : found;
}
