import { csvText } from '../../core/export/csv-text.ts';
import type { Hours, Listing } from '../../core/schema.ts';
import { OWN_COLUMNS, type OwnColumn } from '../import/own-csv.ts';
import { daysBefore } from './anchor.ts';
import { organisationOf, townOf } from './country.ts';
import { sampleListings } from './generate.ts';
import { settingOf } from './setting.ts';

const BETWEEN = '; ';
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/**
 * Our own table with `count` made-up services, for `waypost import`, in pieces that need not be held together. The same
 * for the same seed; a longer table begins with the shorter one. Every number is a reserved one.
 */
export function* sampleTable(count: number, seed: number): Generator<string> {
  yield csvText([OWN_COLUMNS]);
  let serial = 0;
  for (const listing of sampleListings(count, seed)) {
    const row = rowOf(listing, serial);
    // Only the first piece may have a byte order mark.
    yield csvText([OWN_COLUMNS.map((column) => row[column] ?? '')]).slice(1);
    serial += 1;
  }
}

function rowOf(listing: Listing, serial: number): Partial<Record<OwnColumn, string>> {
  const organisation = organisationOf(serial);
  const host = `${settingOf(organisation.serial).brand.toLowerCase().replaceAll(' ', '-')}-${organisation.serial}.example`;
  return {
    waypost_version: '1',
    id: String(serial + 1),
    ...wordsOf(listing, serial),
    website: `https://${host}/`,
    status: 'active',
    country: 'GB',
    timezone: 'Europe/London',
    needs: listing.needs.join(BETWEEN),
    situations: listing.situations.join(BETWEEN),
    groups: listing.groups_served.join(BETWEEN),
    phone: `0${organisation.phone.slice('+44'.length)}`,
    email: `info@${host}`,
    languages: listing.languages.map(languageWords).join(BETWEEN),
    hours: hoursWords(listing.hours),
    ...placeOf(listing, serial),
    cost: listing.cost.value === 'free' ? 'Free' : '',
    minimum_age: String(listing.minimum_age ?? ''),
    maximum_age: String(listing.maximum_age ?? ''),
    ...immigrationOf(listing, host),
    source_date: daysBefore(serial % 300),
  };
}

function wordsOf(listing: Listing, serial: number): Partial<Record<OwnColumn, string>> {
  const { name, county } = townOf(serial);
  const owner = settingOf(organisationOf(serial).serial);
  const what = listing.name.replace(/ \(sample\)$/, '').replace(owner.district.name, name);
  const isHidden = isHiddenPlace(listing);
  return {
    name: isHidden ? what : `${what}, ${name}`,
    organisation: `${owner.brand} of ${townOf(organisationOf(serial).serial).name}, number ${organisationOf(serial).serial}`,
    description: [listing.description, listing.eligibility_description, listing.application_process]
      .filter(Boolean)
      .join(' '),
    text_language: 'en',
    eligibility: listing.eligibility_description ?? '',
    how_to_apply: listing.application_process ?? '',
    serves: county,
  };
}

function placeOf(listing: Listing, serial: number): Partial<Record<OwnColumn, string>> {
  const { name, county } = townOf(serial);
  if (isHiddenPlace(listing)) return { area: county, confidential: 'yes' };
  const place = listing.locations.find(({ visibility }) => visibility === 'public');
  if (place?.visibility !== 'public' || !place.address) return { town: name, area: county };
  return {
    town: name,
    area: county,
    address: place.address.address_1,
    publish_consent: 'yes',
    consent_evidence: place.consent_evidence,
  };
}

function isHiddenPlace({ locations }: Listing): boolean {
  return locations.some(({ location_type: type }) => type === 'redacted');
}

function immigrationOf({ immigration_eligibility: claim }: Listing, host: string) {
  const [evidence] = claim.evidence ?? [];
  const day = evidence?.checked_on ?? evidence?.read_on;
  if (claim.value === 'unknown' || !day) return {};
  return {
    immigration: claim.value,
    immigration_conditions: claim.conditions ?? '',
    immigration_url: `https://${host}/who`,
    immigration_date: day,
  };
}

function languageWords({ code, mode }: Listing['languages'][number]): string {
  if (code === '*') return 'any language by interpreter';
  return `${languageNames.of(code)} (${mode})`;
}

function hoursWords(hours: Hours | undefined): string {
  if (!hours) return '';
  if (hours.always_open) return '24 hours a day 7 days a week';
  if (hours.by_appointment) return 'By appointment';
  if (hours.source_text) return hours.source_text;
  return hours.schedules
    .map(({ byday, opens_at, closes_at }) => `${dayWords(byday)} ${opens_at}-${closes_at}`)
    .join(BETWEEN);
}

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};

function dayWords(byday: string): string {
  return byday
    .split(',')
    .map((day) => DAYS[day] ?? day)
    .join(', ');
}
