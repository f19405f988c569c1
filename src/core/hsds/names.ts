import { listingId } from '../ids.ts';
import type { Listing } from '../schema.ts';

// One place for the names that our listings and HSDS use for the same thing; for writing it and for reading it back.

export const HSDS_VERSION = '3.1';

/** Fields of a listing that are written as they are, under their own name, by HSDS itself. */
export const SAME_IN_CORE = [
  'id',
  'name',
  'alternate_name',
  'description',
  'application_process',
  'eligibility_description',
  'minimum_age',
  'maximum_age',
] as const satisfies readonly (keyof Listing)[];

/** The same, as additions of the profile (data/profile/service.json). */
export const SAME_IN_PROFILE = [
  'text_language',
  'translations',
  'country',
  'needs',
  'situations',
  'groups_served',
  'groups_excluded',
  'features',
  'cost',
  'hours',
  'immigration_eligibility',
  'status_check',
  'shares_with_immigration_authorities',
  'id_required',
  'police_report_required',
  'referral_required',
  'parental_consent_required',
  'mandatory_reporting',
  'confidentiality_note',
  'availability',
  'on_contact',
  'verification',
  'notes',
  'sources',
  'first_screen',
  'sample',
] as const satisfies readonly (keyof Listing)[];

/** `phone.type` (RFC 6350) of the channels that anybody can dial or text. */
export const PHONE_TYPES = { phone: 'voice', sms: 'text', relay: 'textphone' } as const;

/** Languages that staff speak are core `languages`; the others would there read as spoken. */
export const SPOKEN_MODES = ['staff', 'limited'] as const;

/** Lists of codes that are core attributes too, by the `link_type` they have there. */
export const TAXONOMIES = [
  { field: 'needs', linkType: 'need', name: 'Needs', about: 'What help a service gives.' },
  { field: 'situations', linkType: 'situation', name: 'Situations', about: 'What happened to people.' },
  { field: 'groups_served', linkType: 'group', name: 'Groups', about: 'Who a service is for.' },
  { field: 'features', linkType: 'feature', name: 'Features', about: 'What a place or team offers besides.' },
] as const satisfies readonly { field: keyof Listing; linkType: string; name: string; about: string }[];

export type Taxonomy = (typeof TAXONOMIES)[number];

export function taxonomyId({ linkType }: Taxonomy): string {
  return hsdsId('taxonomy', linkType);
}

export function termId({ linkType }: Taxonomy, code: string): string {
  return hsdsId('taxonomy_term', linkType, code);
}

/** HSDS wants a UUID for every part. A name-based one is the same at every export, so that readers can compare. */
export function hsdsId(entity: string, ...owners: readonly (string | number)[]): string {
  return listingId(`hsds:${[entity, ...owners].join('/')}`);
}
