import { isNamedSafeHouse } from '../../core/confidential/hidden-places.ts';
import { isIsoDate } from '../../core/dates.ts';
import { readHours } from '../../core/hours-text/read-hours.ts';
import { listingId, organizationId } from '../../core/ids.ts';
import { type Channel, type Hours, type Listing, parseListing } from '../../core/schema.ts';
import { GROUPS, NEEDS, type Need, SITUATIONS } from '../../core/taxonomy.ts';
import type { Draft, DraftImmigration, DraftLink } from './draft.ts';
import { isRefugeInWords, placesOf } from './hidden-places.ts';
import { needsOf } from './need-words.ts';
import { readCountry } from './read-countries.ts';
import { readLanguages } from './read-languages.ts';
import { readRoleEmail, readUrl } from './read-links.ts';
import { readPhones } from './read-phones.ts';
import { readStatus } from './read-status.ts';
import { readWords } from './read-words.ts';
import {
  hasSecrets,
  leadsFrom,
  type Secrets,
  secretsOf,
  type Telling,
  tells,
  withoutSecrets,
} from './secrets.ts';
import { type ImportSettings, zoneOf } from './settings.ts';
import { slugOf } from './slug.ts';
import {
  type Keeping,
  NO_WAY,
  strangersFields,
  strangersOrganization,
  strangersVerification,
} from './strangers-fields.ts';
import type { Note } from './tally.ts';

/** A listing that waits for a person; `needs` may still be empty, and then nothing but a review folder takes it. */
export interface Imported {
  readonly slug: string;
  readonly listing: Listing;
}

const HOURS_TEXT = 400;

/** The one place where a draft becomes a listing. Undefined where it cannot be one; `note` says why. */
export function listingOf(draft: Draft, settings: ImportSettings, note: Note): Imported | undefined {
  const secrets = secretsOf(draft);
  const country = countryOf(draft, settings);
  const needs = needsOf(draft.needWords ?? []);
  const locations = placesOf(draft.places ?? [], placeSetting(draft, needs, country ?? '', settings), note);
  const telling = { secrets, isLead: leadsFrom({ country: country ?? '', needs, locations }) };
  const name = nameOf(draft, telling, note);
  if (!name) return undefined;
  if (!country) {
    note('refused', 'no country: give it with --country');
    return undefined;
  }
  const keeping = keepingOf(telling, note);
  const { words } = keeping;
  if (needs.length === 0) note('left', 'no need that we know: choose at least one');
  const slug = slugOf(settings.source, draft.sourceId);
  const organization = words(draft.organization.name, 200) ?? name;
  const candidate = {
    id: listingId(slug),
    name,
    alternate_name: words(draft.alternateName, 200),
    text_language: draft.textLanguage ?? settings.language ?? 'en',
    description: descriptionOf(words(draft.description, 1000), name, note),
    status: statusOf(draft, note),
    organization: {
      id: organizationId(organization),
      name: organization,
      website: readUrl(draft.organization.website ?? '', note),
      ...(draft.profile && strangersOrganization(draft.profile)),
    },
    country,
    needs,
    situations: SITUATIONS.filter((one) => draft.situationWords?.includes(one)),
    groups_served: GROUPS.filter((one) => draft.groupWords?.includes(one)),
    minimum_age: ageOf(draft.minimumAge),
    maximum_age: ageOf(draft.maximumAge),
    eligibility_description: words(draft.eligibility, 600),
    application_process: words(draft.application, 600),
    required_documents: (draft.documents ?? []).flatMap((one) => words(one, 200) ?? []),
    cost: costOf(words(draft.fees, 200)),
    channels: channelsOf(draft, country, keeping),
    languages: readLanguages(draft.languages ?? [], note).map((one) => ({
      ...one,
      note: words(one.note, 200),
    })),
    hours: hoursOf(draft, draft.timezone ?? settings.timezone ?? zoneOf(country), words, note),
    immigration_eligibility: immigrationOf(draft.immigration, words, note),
    locations,
    service_areas: (draft.serviceAreas ?? []).flatMap((one) => words(one, 200) ?? []),
    notes: notesOf(draft, keeping),
    ...(draft.profile && strangersFields(draft.profile, keeping)),
    verification: {
      ...verificationOf(draft, settings),
      ...(draft.profile && strangersVerification(draft.profile, keeping)),
    },
  };
  return checked({ slug, candidate, needs, secrets }, note);
}

function keepingOf(telling: Telling, note: Note): Keeping {
  const { secrets, isLead } = telling;
  return {
    words: (text, most) => withoutSecrets(readWords(text, most, note), telling, note),
    tells: (text) => tells(text, secrets),
    whole: (text) => (text && !tells(text, secrets) && !isLead(text) ? text : undefined),
    note,
  };
}

function nameOf(draft: Draft, { secrets, isLead }: Telling, note: Note): string | undefined {
  const name = readWords(draft.name, 200, note);
  if (!name) {
    note('refused', 'a service without a name');
    return undefined;
  }
  if (tells(name, secrets) || isLead(name)) {
    note('refused', 'a name that leads to a place or repeats something private');
    return undefined;
  }
  return name;
}

function countryOf(draft: Draft, settings: ImportSettings): string | undefined {
  const ofPlaces = new Set((draft.places ?? []).flatMap(({ country }) => readCountry(country) ?? []));
  return (
    readCountry(draft.country) ?? (ofPlaces.size === 1 ? [...ofPlaces][0] : undefined) ?? settings.country
  );
}

function descriptionOf(text: string | undefined, name: string, note: Note): string {
  if (text) return text;
  note('left', 'no description: its name stands there until somebody writes one');
  return name;
}

function statusOf(draft: Draft, note: Note): Listing['status'] {
  const status = readStatus(draft.status);
  if (status !== 'active') note('left', `a service that its source does not call active: kept as ${status}`);
  return status;
}

function ageOf(words: string | undefined): number | undefined {
  const age = Number(words?.trim() || Number.NaN);
  return Number.isInteger(age) && age >= 0 && age <= 120 ? age : undefined;
}

function costOf(fees: string | undefined): Listing['cost'] {
  if (!fees) return { value: 'unknown' };
  return /^(free|none|no (fee|charge|cost)s?|free of charge)\.?$/i.test(fees)
    ? { value: 'free' }
    : { value: 'unknown', note: fees };
}

function notesOf({ notes = [], hasEndlessAlert }: Draft, { words, note }: Keeping): string[] {
  if (hasEndlessAlert) note('left', 'an alert without its days: write it again, with an end');
  return notes.flatMap((one) => words(one, 400) ?? []);
}

function channelsOf(draft: Draft, country: string, { words, tells, note }: Keeping): Channel[] {
  const phones = (draft.phones ?? []).flatMap((phone) => readPhones(phone, country, note));
  const links = [...(draft.urls ?? []).map((url): DraftLink => ({ url })), ...(draft.links ?? [])];
  const emails = (draft.emails ?? []).flatMap((address) => readRoleEmail(address, note) ?? []);
  const pages = links.flatMap(({ url, label }) => {
    const value = readUrl(url, note);
    return value ? [{ type: 'web' as const, value, label: words(label, 80) }] : [];
  });
  const channels = [
    ...phones.map((one) => ({ ...one, label: words(one.label, 80), note: words(one.note, 300) })),
    ...emails.map((value) => ({ type: 'email' as const, value })),
    ...pages,
  ].map((one) => ({ ...one, cost: 'unknown' as const, on_phone_bill: 'unknown' as const }));
  const kept = channels.filter((channel) => {
    const isTold = tells(Object.values(channel).join('\n'));
    if (isTold) note('dropped', 'a contact that is private elsewhere in the source');
    return !isTold;
  });
  if (kept.length === 0 && !draft.profile) note('left', NO_WAY);
  return [...new Map(kept.map((one) => [`${one.type} ${one.value}`, one])).values()];
}

type Words = Keeping['words'];

function hoursOf(
  { hours }: Draft,
  timezone: string | undefined,
  words: Words,
  note: Note,
): Hours | undefined {
  const text = words(hours?.text, HOURS_TEXT);
  if (!hours || (!text && !hours.slots?.length)) return undefined;
  if (!timezone) {
    note('left', 'hours without a time zone: give it with --timezone');
    return undefined;
  }
  const read = readHours({ ...hours, text });
  const source = text ? { source_text: text } : {};
  const empty = { timezone, schedules: [], exceptions: [], ...source };
  switch (read.kind) {
    case 'always':
      return { ...empty, always_open: true };
    case 'appointment':
      return { ...empty, by_appointment: true };
    case 'schedules':
      return { ...empty, schedules: [...read.schedules] };
    case 'words':
      note('left', 'hours that cannot be read without guessing: kept in words');
      return text ? empty : undefined;
  }
}

/** A yes or a no only from a closed field with its evidence; words never make one (data-model 3). */
function immigrationOf(
  claim: DraftImmigration | undefined,
  words: Words,
  note: Note,
): Listing['immigration_eligibility'] {
  const value = claim?.value.trim().toLowerCase();
  const conditions = words(claim?.conditions, 400);
  if (!claim || (value !== 'yes' && value !== 'no'))
    return conditions ? { value: 'unknown', says: conditions } : { value: 'unknown' };
  const date = claim.date?.trim() ?? '';
  if (!isIsoDate(date) || (!claim.url && !claim.quote)) {
    note('left', 'an answer about immigration status without evidence and its day: kept as unknown');
    return { value: 'unknown' };
  }
  const url = claim.url ? readUrl(claim.url, note) : undefined;
  const quote = words(claim.quote, 300);
  const evidence = { type: 'source-field' as const, checked_on: null, read_on: date };
  return {
    value: value === 'yes' && conditions ? 'no' : value,
    ...(conditions ? { conditions } : {}),
    evidence: [{ ...evidence, ...(url ? { url } : {}), ...(quote ? { quote } : {}) }],
  };
}

function placeSetting(draft: Draft, needs: readonly Need[], country: string, { largeTowns }: ImportSettings) {
  const said = [draft.name, draft.organization.name, draft.description, ...(draft.needWords ?? [])].join(
    '\n',
  );
  // In our profile the codes say what it is: advice for people who leave a refuge is not one.
  const isCalledSo = draft.profile
    ? isNamedSafeHouse({ name: draft.name, alternate_name: draft.alternateName, translations: {} })
    : isRefugeInWords(said);
  return {
    country,
    isRefuge: needs.includes('home.refuge') || isCalledSo,
    isLargeTown: (town: string) => largeTowns.has(`${country} ${town.toLowerCase()}`),
  };
}

function verificationOf({ sourceDated }: Draft, { source }: ImportSettings): Listing['verification'] {
  const day = sourceDated?.slice(0, 10) ?? '';
  return {
    state: 'unverified',
    checked_on: null,
    source_dated: isIsoDate(day) ? day : null,
    source_name: source,
  };
}

interface Candidate {
  readonly slug: string;
  readonly candidate: Readonly<Record<string, unknown>>;
  readonly needs: Need[];
  readonly secrets: Secrets;
}

/** The last gate. It names fields, never values: what the schema refuses may be what must not be seen. */
function checked({ slug, candidate, needs, secrets }: Candidate, note: Note): Imported | undefined {
  // A listing without needs waits in the review folder, so the rest of it is checked with one lent to it.
  const parsed = parseListing(withoutEmpty({ ...candidate, needs: needs.length > 0 ? needs : [NEEDS[0]] }));
  if (!parsed.ok) {
    for (const { field } of parsed.problem)
      note('refused', `${field.replaceAll(/\.\d+/g, '')} is not what a listing can hold`);
    return undefined;
  }
  if (hasSecrets(secrets) && tells(wordsOf(parsed.value), secrets)) {
    note('refused', 'something private is left in its words');
    return undefined;
  }
  return { slug, listing: { ...parsed.value, needs } };
}

/** All that it says of itself; what is public may be said. */
function wordsOf({ id: _, locations, ...said }: Listing): string {
  const hidden = locations.filter(({ visibility }) => visibility !== 'public');
  return stringsIn([said, hidden]).join('\n');
}

function withoutEmpty(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'id' ? [] : stringsIn(one)));
}
