import type { WrittenHours, WrittenSlot } from '../../core/hours-text/read-hours.ts';
import type { Draft, DraftLanguage, DraftLink, DraftPhone, DraftPlace } from './draft.ts';
import { isFlagged } from './flags.ts';

// An HSDS service as a tree (3.x JSON, an ORUK page, or tables put together by `tabular.ts`). Names of older versions
// are read beside today's. `contacts` are people: they are looked at only for what no output may repeat.

export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textIn(tree: Tree, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = tree[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

export function treesIn(tree: Tree, ...names: readonly string[]): Tree[] {
  return names.flatMap((name) => {
    const value = tree[name];
    return Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : [];
  });
}

/** Whether this is an HSDS service: an organisation has no status, a term no organisation. */
export function isService(value: unknown): value is Tree {
  return isTree(value) && 'id' in value && 'name' in value && 'status' in value;
}

interface PlaceOptions {
  /** Whether the format has coordinates, so that one without them may be hidden. */
  readonly keepsPoints: boolean;
}

export function draftOfService(service: Tree, row: number, options: PlaceOptions): Draft {
  const [organization = {}] = treesIn(service, 'organization');
  const at = treesIn(service, 'service_at_locations');
  const locations = [...at.flatMap((one) => treesIn(one, 'location')), ...treesIn(service, 'locations')];
  const around = [service, ...at, ...locations];
  return {
    row,
    sourceId: textIn(service, 'id') ?? textIn(service, 'name') ?? '',
    name: textIn(service, 'name') ?? '',
    alternateName: textIn(service, 'alternate_name'),
    description: textIn(service, 'description'),
    status: textIn(service, 'status'),
    organization: { name: textIn(organization, 'name'), website: textIn(organization, 'website', 'url') },
    needWords: termsOf(service),
    phones: phonesOf(around.some((one) => treesIn(one, 'phones').length > 0) ? around : [organization]),
    emails: textsIn(service, 'email'),
    urls: textsIn(service, 'url', 'website'),
    links: treesIn(service, 'additional_urls').flatMap(linkOf),
    languages: around.flatMap(languagesOf),
    hours: hoursOf([service, ...at, ...locations].find((one) => schedulesIn(one).length > 0)),
    places: locations.map((location) => placeOf(location, options)),
    minimumAge: textIn(service, 'minimum_age'),
    maximumAge: textIn(service, 'maximum_age'),
    eligibility: textIn(service, 'eligibility_description', 'eligibility'),
    application: textIn(service, 'application_process'),
    fees: textIn(service, 'fees_description', 'fees') ?? costIn(service),
    notes: textsIn(service, 'interpretation_services'),
    hasEndlessAlert: textIn(service, 'alert') !== undefined,
    documents: treesIn(service, 'required_documents').flatMap((one) => textsIn(one, 'document')),
    serviceAreas: treesIn(service, 'service_areas').flatMap((one) => textsIn(one, 'name', 'service_area')),
    sourceDated: textIn(service, 'assured_date', 'last_modified'),
    secrets: secretsAround([...around, organization]),
  };
}

function textsIn(tree: Tree, ...names: readonly string[]): string[] {
  return names.flatMap((name) => textIn(tree, name) ?? []).slice(0, 1);
}

function termsOf(service: Tree): string[] {
  const attributes = [...treesIn(service, 'attributes'), ...treesIn(service, 'service_taxonomys')];
  const terms = [
    ...attributes.flatMap((one) => treesIn(one, 'taxonomy_term', 'taxonomy')),
    ...treesIn(service, 'taxonomy_terms'),
  ];
  return terms.flatMap((term) => {
    const isOpenEligibility = /open ?eligibility/i.test(
      JSON.stringify(term.taxonomy_detail ?? term.vocabulary ?? term.taxonomy ?? ''),
    );
    const code = textIn(term, 'code');
    return [
      ...textsIn(term, 'name'),
      ...(isOpenEligibility && code ? [`oe:${code}`] : []),
      ...(code ? [code] : []),
    ];
  });
}

function phonesOf(owners: readonly Tree[]): DraftPhone[] {
  return owners.flatMap((owner) =>
    treesIn(owner, 'phones').flatMap((phone) => {
      const number = textIn(phone, 'number');
      if (!number) return [];
      return [
        {
          number,
          extension: textIn(phone, 'extension'),
          kind: textIn(phone, 'type', 'number_type'),
          label: textIn(phone, 'department'),
          description: textIn(phone, 'description'),
          languages: treesIn(phone, 'languages').flatMap(({ code }) =>
            typeof code === 'string' && /^[a-z]{2,3}$/.test(code) ? [code] : [],
          ),
          isPrivate: isFlagged(phone),
        },
      ];
    }),
  );
}

function linkOf(one: Tree): DraftLink[] {
  const url = textIn(one, 'url');
  return url ? [{ url, label: textIn(one, 'label') }] : [];
}

/** What it costs where the source has rows for that, and no words. */
function costIn(service: Tree): string | undefined {
  const options = treesIn(service, 'cost_options').map((one) =>
    [...textsIn(one, 'option'), ...textsIn(one, 'amount_description')].join(', '),
  );
  return options.filter((one) => one !== '').join('; ') || undefined;
}

function languagesOf(owner: Tree): DraftLanguage[] {
  return treesIn(owner, 'languages').flatMap((one) => {
    const words = textIn(one, 'name', 'code', 'language');
    return words ? [{ words, note: textIn(one, 'note') }] : [];
  });
}

function schedulesIn(tree: Tree): Tree[] {
  return treesIn(tree, 'schedules', 'regular_schedules');
}

function hoursOf(owner: Tree | undefined): WrittenHours | undefined {
  if (!owner) return undefined;
  const schedules = schedulesIn(owner);
  const slots = schedules.map(slotOf);
  const words = schedules.flatMap((one) => [
    textIn(one, 'description', 'original_text') ?? wordsOf(one),
    ...textsIn(one, 'notes'),
  ]);
  return { slots, text: [...new Set(words)].join('; ') };
}

function slotOf(schedule: Tree): WrittenSlot {
  const frequency = textIn(schedule, 'freq') ?? 'WEEKLY';
  const interval = textIn(schedule, 'interval') ?? '1';
  // The examples of the standard fill in every rule at once; a rule we do not know is never left out of a table.
  const others = ['bymonthday', 'byyearday', 'byweekno', 'count'].some((name) => textIn(schedule, name));
  return {
    days: textIn(schedule, 'byday', 'weekday') ?? '',
    opens: textIn(schedule, 'opens_at') ?? '',
    closes: textIn(schedule, 'closes_at') ?? '',
    isMonthly: frequency === 'MONTHLY',
    isOther: others || interval !== '1' || !['WEEKLY', 'MONTHLY'].includes(frequency),
    validFrom: textIn(schedule, 'valid_from'),
    validTo: textIn(schedule, 'valid_to', 'until'),
  };
}

function wordsOf(schedule: Tree): string {
  const [opens, closes] = [textIn(schedule, 'opens_at'), textIn(schedule, 'closes_at')];
  const times = opens || closes ? `${opens ?? '?'} to ${closes ?? '?'}` : 'closed';
  return `${textIn(schedule, 'byday', 'weekday') ?? 'Days not given'}: ${times}`;
}

export function placeOf(location: Tree, { keepsPoints }: PlaceOptions): DraftPlace {
  const addresses = treesIn(location, 'addresses', 'physical_addresses');
  const [address = {}] = addresses.filter((one) => textIn(one, 'address_type') !== 'postal');
  const onlyPostal = addresses.length > 0 && Object.keys(address).length === 0;
  const words = ['description', 'transportation', 'alternate_name', 'short_desc'];
  return {
    lines: addresses.flatMap((one) => textsOf(one, 'address_1', 'address_2', 'address', 'attention')),
    name: textIn(location, 'name'),
    city: textIn(address, 'city'),
    region: textIn(address, 'state_province', 'region'),
    postcode: textIn(address, 'postal_code'),
    country: textIn(address, 'country'),
    point: keepsPoints
      ? { latitude: textIn(location, 'latitude') ?? '', longitude: textIn(location, 'longitude') ?? '' }
      : 'not-kept',
    isFlagged: isFlagged(location) || addresses.some((one) => isFlagged(one)),
    isPostal: onlyPostal || textIn(location, 'location_type') === 'postal',
    isVirtual:
      textIn(location, 'location_type') === 'virtual' || /^true$/i.test(String(location.virtual ?? '')),
    otherWords: words.flatMap((word) => textIn(location, word) ?? []),
    ...consentIn(location),
  };
}

/** What our profile adds to a place; a consent without what shows it is none. */
function consentIn(location: Tree): Partial<DraftPlace> {
  if (location.visibility !== 'public' || location.publish_consent !== true) return {};
  return {
    consentEvidence: textIn(location, 'consent_evidence'),
    area: textIn(location, 'area_name'),
    isTownPoint: location.precision === 'town',
  };
}

/** Names and mails of people, and postal addresses: not for any output. */
function secretsAround(owners: readonly Tree[]): string[] {
  const names = owners.map((owner) => textIn(owner, 'name')?.toLowerCase());
  const secrets = owners.flatMap((owner) => [
    ...treesIn(owner, 'contacts').flatMap((contact) => textsOf(contact, 'name', 'email')),
    ...treesIn(owner, 'mail_addresses', 'postal_addresses').flatMap((one) =>
      textsOf(one, 'address_1', 'address_2', 'attention'),
    ),
  ]);
  // Mail is often for the attention of the service itself.
  return secrets.filter((secret) => !names.includes(secret.toLowerCase()));
}

function textsOf(tree: Tree, ...names: readonly string[]): string[] {
  return names.flatMap((name) => textIn(tree, name) ?? []);
}
