export const SECTION_NAMES = [
  'what',
  'contact',
  'now',
  'asked',
  'languages',
  'hours',
  'who',
  'cost',
  'places',
  'notes',
  'translations',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

const SECTION_OF: Readonly<Record<string, SectionName>> = {
  name: 'what',
  alternate_name: 'what',
  description: 'what',
  needs: 'what',
  situations: 'what',
  channels: 'contact',
  organization: 'contact',
  on_contact: 'contact',
  availability: 'now',
  alert: 'now',
  status: 'now',
  immigration_eligibility: 'asked',
  status_check: 'asked',
  shares_with_immigration_authorities: 'asked',
  id_required: 'asked',
  police_report_required: 'asked',
  parental_consent_required: 'asked',
  mandatory_reporting: 'asked',
  referral_required: 'asked',
  languages: 'languages',
  hours: 'hours',
  groups_served: 'who',
  groups_excluded: 'who',
  minimum_age: 'who',
  maximum_age: 'who',
  eligibility_description: 'who',
  features: 'who',
  application_process: 'cost',
  required_documents: 'cost',
  cost: 'cost',
  locations: 'places',
  service_areas: 'places',
  confidentiality_note: 'notes',
  notes: 'notes',
  translations: 'translations',
};

/** Where in the form a field of a listing is written; null for one that the form has no place for. */
export function sectionOf(field: string): SectionName | null {
  const [first = ''] = field.split('.');
  return Object.hasOwn(SECTION_OF, first) ? (SECTION_OF[first] ?? null) : null;
}

/** What it is and how it is reached come first; then in the order of the fields that matter for this kind of service. */
export function sectionsInOrder(fields: readonly string[]): SectionName[] {
  const wanted = fields.flatMap((field) => sectionOf(field) ?? []);
  return [...new Set<SectionName>(['what', 'contact', ...wanted, ...SECTION_NAMES])];
}
