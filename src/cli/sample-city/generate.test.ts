import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../core/distance.ts';
import { statusGroupOn } from '../../core/eligibility.ts';
import { claimOn } from '../../core/facts.ts';
import { FRESHNESS_ORDER, freshnessOf } from '../../core/freshness.ts';
import { listingId } from '../../core/ids.ts';
import { openingAt } from '../../core/opening-hours.ts';
import { type Listing, parseListing } from '../../core/schema.ts';
import { FEATURES, GROUPS, NEEDS, SITUATIONS } from '../../core/taxonomy.ts';
import { ANCHOR } from './anchor.ts';
import { generateSampleListings } from './generate.ts';
import { DISTRICTS, STREETS } from './names.ts';
import { freephone, landline, mobile, relay } from './numbers.ts';
import { LANGUAGE_CODES } from './people.ts';

const FOLDER = new URL('../../../data/regions/sample/', import.meta.url);
const PLACES = new URL('../../../data/places/sample.json', import.meta.url);

const generated = generateSampleListings(300, 1);
const slugs = readdirSync(FOLDER)
  .filter((file) => file !== 'region.json')
  .map((file) => file.replace(/\.json$/, ''));
const byHand = slugs.map(readByHand);
const both = [...generated, ...byHand];

function readByHand(slug: string): Listing {
  const parsed = parseListing(JSON.parse(readFileSync(new URL(`${slug}.json`, FOLDER), 'utf8')));
  if (!parsed.ok) throw new Error(`${slug}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

function timesUsed(values: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

const numbersOf = ({ channels }: Listing) =>
  channels.flatMap(({ type, value }) =>
    type === 'phone' || type === 'sms' || type === 'whatsapp' || type === 'relay' ? [value] : [],
  );

describe('the sample city', () => {
  it('is the same for the same seed and differs for another', () => {
    expect(generateSampleListings(300, 1)).toEqual(generated);
    expect(generateSampleListings(300, 2)).not.toEqual(generated);
  });

  it('begins a longer list with the shorter one', () => {
    expect(generateSampleListings(50, 1)).toEqual(generated.slice(0, 50));
  });

  it.each([1, 2, 77])('makes only listings that can be read again (seed %i)', (seed) => {
    for (const listing of generateSampleListings(300, seed)) expect(parseListing(listing).ok).toBe(true);
  });

  it('has at least 25 services written by hand, each with the id of its file', () => {
    expect(slugs.length).toBeGreaterThanOrEqual(25);
    expect(byHand.map(({ id }) => id)).toEqual(slugs.map(listingId));
  });

  it('says that every service is made up, and gives each an id and a name of its own', () => {
    expect(both.every(({ sample }) => sample)).toBe(true);
    for (const { name } of both) expect(name).toMatch(/\((sample|muestra|تجريبي)\)$/);
    expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
    expect(new Set(both.map(({ name }) => name)).size).toBe(both.length);
  });

  it('keeps its districts the same as in the list of places, in the middle of the ocean', () => {
    const { towns } = JSON.parse(readFileSync(PLACES, 'utf8')) as {
      towns: [string, string, number, number, number][];
    };
    const districts = towns.map(([name, , latitude, longitude, population]) => ({
      name,
      latitude,
      longitude,
      population,
    }));
    expect(districts).toEqual(DISTRICTS);
    for (const district of districts)
      expect(distanceKm(district, { latitude: 47, longitude: -30 })).toBeLessThan(40);
  });
});

describe('the generated services', () => {
  it('meet every need at least four times', () => {
    const times = timesUsed(generated.flatMap(({ needs }) => needs));
    for (const need of NEEDS) expect(times.get(need), need).toBeGreaterThanOrEqual(4);
  });

  it('know every situation, group and feature', () => {
    expect(new Set(generated.flatMap(({ situations }) => situations))).toEqual(new Set(SITUATIONS));
    expect(new Set(generated.flatMap(({ groups_served }) => groups_served))).toEqual(new Set(GROUPS));
    expect(new Set(generated.flatMap(({ features }) => features))).toEqual(new Set(FEATURES));
  });

  it('speak at least 25 languages besides English, in every way', () => {
    const spoken = generated.flatMap(({ languages }) => languages);
    const codes = new Set(spoken.map(({ code }) => code));
    expect(LANGUAGE_CODES.filter((code) => codes.has(code)).length).toBeGreaterThanOrEqual(25);
    expect(codes).toContain('*');
    expect(new Set(spoken.map(({ mode }) => mode))).toEqual(
      new Set(['staff', 'interpreter', 'written', 'limited']),
    );
  });

  it('are confirmed for people of any status in about one case of five', () => {
    const groups = timesUsed(generated.map((one) => statusGroupOn(one.immigration_eligibility, ANCHOR)));
    expect(groups.get('confirmed')).toBeGreaterThan(45);
    expect(groups.get('confirmed')).toBeLessThan(75);
    expect([...groups.keys()].sort()).toEqual(['ask', 'conditional', 'confirmed', 'refuses']);
  });

  it('never tell where a safe house is', () => {
    for (const { needs, locations, name, service_areas } of generated.filter(isSafeHouse)) {
      expect(locations, needs.join()).toEqual([{ visibility: 'none', location_type: 'redacted' }]);
      for (const district of DISTRICTS) expect([name, ...service_areas].join()).not.toContain(district.name);
    }
  });

  it('open by day, by night, always, by appointment, and in words only', () => {
    const friday = Date.parse('2026-11-28T01:00:00Z');
    const states = timesUsed(generated.map(({ hours }) => openingAt(hours, friday).state));
    expect([...states.keys()].sort()).toEqual(['always', 'appointment', 'closed', 'open', 'unknown']);
  });
});

describe.each([
  ['generated', generated],
  ['written by hand', byHand],
])('the services (%s)', (_, listings) => {
  const facts = [
    'immigration_eligibility',
    'status_check',
    'shares_with_immigration_authorities',
    'id_required',
    'police_report_required',
    'referral_required',
    'parental_consent_required',
    'mandatory_reporting',
  ] as const;

  it.each(facts)('show yes, no and unknown for %s', (fact) => {
    expect(new Set(listings.map((listing) => listing[fact].value))).toEqual(
      new Set(['yes', 'no', 'unknown']),
    );
  });

  it('show every way in which an answer about status is known or lost', () => {
    const bases = listings.map(
      ({ immigration_eligibility }) => claimOn(immigration_eligibility, ANCHOR).basis,
    );
    expect(new Set(bases)).toEqual(new Set(['checked', 'page', 'old-page', 'expired', 'disputed', 'none']));
  });

  it('show every age of a check, kind of place, room, cost and referral', () => {
    expect(new Set(listings.map((one) => freshnessOf(one, ANCHOR)))).toEqual(new Set(FRESHNESS_ORDER));
    expect(
      new Set(listings.flatMap(({ locations }) => locations.map(({ visibility }) => visibility))),
    ).toEqual(new Set(['public', 'area-only', 'none']));
    expect(new Set(listings.map(({ availability }) => availability?.value))).toEqual(
      new Set([undefined, 'space', 'waiting-list', 'full', 'unknown']),
    );
    expect(new Set(listings.map(({ cost }) => cost.value))).toEqual(
      new Set(['free', 'low-cost', 'paid', 'unknown']),
    );
    expect(new Set(listings.map(({ referral_required }) => referral_required.by))).toEqual(
      new Set([undefined, 'self', 'agency-only', 'first-responder-only']),
    );
  });
});

describe('nobody real is reached', () => {
  // Ofcom's numbers for drama, and the North American 555-0100 to 555-0199.
  const RESERVED =
    /^\+(44(1(1[3-8]|[2-6]1)4960\d{3}|2079460\d{3}|1632960\d{3}|7700900\d{3}|8081570\d{3})|1\d{3}55501\d{2})$/;

  it('on a number that rings: all are reserved, and each belongs to one service', () => {
    const numbers = both.flatMap(numbersOf);
    for (const number of numbers) expect(number).toMatch(RESERVED);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('past the end of the reserved numbers either', () => {
    expect(landline(9_899)).toBe('+441614960999');
    expect([landline(9_900), freephone(900), mobile(900), relay(900)]).toEqual(Array(4).fill(undefined));
  });

  it('at a web page or mailbox that exists', () => {
    for (const address of JSON.stringify(both).matchAll(/https:\/\/([^/"]+)|@([a-z.-]+)/g))
      expect(address[1] ?? address[2]).toMatch(/\.example$/);
  });

  it('at a street, unless the place is public', () => {
    const street = new RegExp(`${STREETS.join('|')}|SC\\d+ 0XX|"latitude"|"in-person"`);
    for (const listing of both) {
      if (listing.locations.some(({ visibility }) => visibility === 'public')) continue;
      expect(JSON.stringify(listing)).not.toMatch(street);
    }
  });
});

describe('the words', () => {
  it('come in sentences of at most twelve words', () => {
    for (const listing of both) {
      for (const sentence of wordsOf(listing).flatMap((text) => text.split(/(?<=[.?!])\s+/)))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(12);
    }
  });

  it('never name people by what was done to them', () => {
    expect(JSON.stringify(both)).not.toMatch(/\b(victims?|abusers?|prostitut\w*|illegal\w*)\b/i);
  });

  it('are there in Spanish, Arabic and Swahili for at least eight services', () => {
    const isTranslated = ({ translations }: Listing) =>
      ['es', 'ar', 'sw'].every((tag) => translations[tag]?.name && translations[tag].description);
    expect(byHand.filter(isTranslated).length).toBeGreaterThanOrEqual(8);
    expect(new Set(byHand.map(({ text_language }) => text_language))).toEqual(new Set(['en', 'ar', 'es']));
  });
});

function isSafeHouse({ needs }: Listing): boolean {
  return needs.includes('home.refuge');
}

function wordsOf({
  description,
  eligibility_description,
  application_process,
  alert,
  translations,
}: Listing) {
  const translated = Object.values(translations).map((one) => one.description);
  const texts = [description, eligibility_description, application_process, alert?.text, ...translated];
  return texts.filter((text) => text !== undefined);
}
