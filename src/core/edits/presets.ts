import type { Need } from '../taxonomy.ts';

/** Kinds of services as volunteers think of them (V6), most telling first. */
export const SERVICE_TYPES = [
  'line',
  'refuge',
  'shelter',
  'legal',
  'medical',
  'talking',
  'online',
  'other',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

const NEEDS_OF_TYPE: Readonly<Record<Exclude<ServiceType, 'other'>, RegExp>> = {
  line: /^safe\.crisis-line$/,
  refuge: /^home\.refuge$/,
  shelter: /^home\./,
  legal: /^law\./,
  medical: /^health\./,
  talking: /^mind\./,
  online: /^online\./,
};

// What a form shows open, in this order; all else is there under its heading.
const FIELDS_FIRST: Readonly<Record<ServiceType, readonly string[]>> = {
  line: ['channels', 'hours', 'languages', 'on_contact', 'immigration_eligibility', 'mandatory_reporting'],
  // No field for a place: it has none that anybody may know.
  refuge: [
    'channels',
    'availability',
    'immigration_eligibility',
    'referral_required',
    'groups_served',
    'features',
    'languages',
    'id_required',
    'confidentiality_note',
  ],
  shelter: [
    'channels',
    'availability',
    'immigration_eligibility',
    'hours',
    'referral_required',
    'groups_served',
    'features',
    'locations',
    'id_required',
  ],
  legal: [
    'channels',
    'immigration_eligibility',
    'shares_with_immigration_authorities',
    'cost',
    'languages',
    'application_process',
    'required_documents',
    'hours',
  ],
  medical: [
    'channels',
    'hours',
    'immigration_eligibility',
    'id_required',
    'police_report_required',
    'cost',
    'mandatory_reporting',
    'locations',
  ],
  talking: [
    'channels',
    'languages',
    'hours',
    'cost',
    'referral_required',
    'immigration_eligibility',
    'groups_served',
  ],
  online: ['channels', 'languages', 'groups_served', 'parental_consent_required', 'on_contact'],
  other: [
    'channels',
    'hours',
    'languages',
    'immigration_eligibility',
    'cost',
    'service_areas',
    'application_process',
  ],
};

/** The first type that any of its needs makes it. */
export function serviceTypeOf(needs: readonly Need[]): ServiceType {
  return (
    SERVICE_TYPES.find((type) => type !== 'other' && needs.some((need) => NEEDS_OF_TYPE[type].test(need))) ??
    'other'
  );
}

/** The fields that a form shows first, after the six without which there is no listing. */
export function fieldsFirst(type: ServiceType): readonly string[] {
  return FIELDS_FIRST[type];
}
