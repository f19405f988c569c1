import type { Listing } from '../schema.ts';
import { fieldsOf } from './fields.ts';

/** Without these there is no listing, only a note (V5). */
export const REQUIRED_FIELDS = [
  'name',
  'description',
  'organization.name',
  'needs',
  'channels',
  'country',
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** What a form holds so far. */
export type DraftFields = Readonly<Record<string, unknown>>;

/** The required fields that are still empty, in the form's order. A draft without any can be proposed. */
export function missingFields(draft: DraftFields): RequiredField[] {
  return REQUIRED_FIELDS.filter((field) => isEmpty(valueAt(draft, field)));
}

// By what somebody in need must know before she calls: whether they may help her, whether they understand her, when.
export const USEFUL_FIELDS = [
  'immigration_eligibility',
  'languages',
  'hours',
  'id_required',
  'shares_with_immigration_authorities',
  'referral_required',
  'cost',
  'groups_served',
  'police_report_required',
  'status_check',
  'on_contact',
  'eligibility_description',
  'application_process',
  'service_areas',
  'situations',
  'features',
  'organization.website',
  'mandatory_reporting',
  'parental_consent_required',
  'required_documents',
] as const;
export type UsefulField = (typeof USEFUL_FIELDS)[number];

/** The field whose answer would help most next (V5): one, not a percentage; null where all of them are said. */
export function nextUsefulField(listing: Listing): UsefulField | null {
  const said = fieldsOf(listing);
  return USEFUL_FIELDS.find((field) => !said.has(field)) ?? null;
}

function valueAt(draft: DraftFields, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (within, name) => (Object.hasOwn(Object(within), name) ? Object(within)[name] : undefined),
      draft,
    );
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
