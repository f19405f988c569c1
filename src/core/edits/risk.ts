import type { Instant } from '../dates.ts';
import { isSameValue } from './canonical-json.ts';
import { type Edit, type FieldChange, type JsonValue, VERIFY_METHODS, type VerifyMethod } from './edit.ts';
import { readFieldName } from './fields.ts';

/** What could go wrong for somebody if the change were wrong (SV-7, V10). */
export const RISKS = [
  'contact',
  'place',
  'name',
  'confidentiality',
  'immigration',
  'eligibility',
  'crisis-list',
  'new',
  'status',
] as const;
export type Risk = (typeof RISKS)[number];

const RISK_OF_FIELD: Readonly<Record<string, Risk>> = {
  id: 'new',
  name: 'name',
  alternate_name: 'name',
  'organization.id': 'name',
  'organization.name': 'name',
  'organization.website': 'contact',
  'channels.order': 'contact',
  locations: 'place',
  country: 'place',
  confidentiality_note: 'confidentiality',
  immigration_eligibility: 'immigration',
  status_check: 'immigration',
  shares_with_immigration_authorities: 'immigration',
  groups_served: 'eligibility',
  groups_excluded: 'eligibility',
  minimum_age: 'eligibility',
  maximum_age: 'eligibility',
  eligibility_description: 'eligibility',
  id_required: 'eligibility',
  police_report_required: 'eligibility',
  referral_required: 'eligibility',
  parental_consent_required: 'eligibility',
  mandatory_reporting: 'eligibility',
  first_screen: 'crisis-list',
  status: 'status',
  // Made-up listings stand beside real ones under this word alone.
  sample: 'status',
};

// How a service is found out to be a refuge, whose place is hidden, and a line, which is offered before all others.
const RISK_OF_NEED: Readonly<Record<string, Risk>> = {
  'home.refuge': 'confidentiality',
  'safe.crisis-line': 'crisis-list',
};

/** The risk of one change; null where a wrong word would harm nobody much. */
export function riskOf({ field, before, after }: FieldChange): Risk | null {
  const name = readFieldName(field);
  // Whoever sends a field that is none is not told how little it matters.
  if (!name) return 'contact';
  if (name.kind === 'channel') return 'contact';
  if (name.kind === 'translation')
    return isSameValue(part(before, 'name'), part(after, 'name')) ? null : 'name';
  if (field === 'needs') return riskOfNeeds(before, after);
  if (field === 'verification') return isClosing(before, after) ? 'status' : null;
  return Object.hasOwn(RISK_OF_FIELD, field) ? (RISK_OF_FIELD[field] ?? null) : null;
}

/** What a reviewer is to look at closely: risky fields with why they are. */
export function risksOf({ kind, changes }: Pick<Edit, 'kind' | 'changes'>): Map<string, Risk> {
  return new Map(
    changes.flatMap((change) => {
      const risk = kind === 'new' ? 'new' : kind === 'close' ? 'status' : riskOf(change);
      return risk ? [[change.field, risk] as const] : [];
    }),
  );
}

/** Whether it needs a reviewer who has just proved to be one, and a recorded way of verifying (SV-7). */
export function isRisky(edit: Pick<Edit, 'kind' | 'changes'>): boolean {
  return edit.kind !== 'change' || risksOf(edit).size > 0;
}

// Whoever could plant a number would answer it: it is verified through the one before, or by a way that it did not come.
const OF_A_NUMBER: readonly VerifyMethod[] = [
  'called-old-number',
  'called-independent-contact',
  'met-in-person',
];
// Neither the page nor the mailbox under test can speak for itself.
const OF_A_CONTACT: readonly VerifyMethod[] = [...OF_A_NUMBER, 'called-published-number', 'provider-letter'];

/** The ways of verifying that are enough for all of it; every one where nothing in it is risky. */
export function sufficientMethods(edit: Pick<Edit, 'kind' | 'changes'>): readonly VerifyMethod[] {
  if (edit.kind === 'new') return OF_A_CONTACT.filter((method) => method !== 'called-old-number');
  if (edit.kind === 'change' && edit.changes.some(isAnotherNumber)) return OF_A_NUMBER;
  return [...risksOf(edit).values()].includes('contact') ? OF_A_CONTACT : VERIFY_METHODS;
}

const STEP_UP_MINUTES = 5;

/** Whether the device must make sure again that it is the reviewer, before the decision counts (SV-7). */
export function isStepUpNeeded(
  edit: Pick<Edit, 'kind' | 'changes'>,
  steppedUpAt: Instant | null,
  now: Instant,
): boolean {
  if (!isRisky(edit)) return false;
  // A moment that lies ahead was not written by the clock that asks.
  return steppedUpAt === null || steppedUpAt > now || now - steppedUpAt > STEP_UP_MINUTES * 60_000;
}

const NUMBERED = ['phone', 'sms', 'whatsapp', 'relay', 'ussd'];

/** A number that came or went; a note on one that stays is no other number. */
function isAnotherNumber({ field, before, after }: FieldChange): boolean {
  const name = readFieldName(field);
  return name?.kind === 'channel' && NUMBERED.includes(name.type) && (before === null || after === null);
}

function riskOfNeeds(before: JsonValue, after: JsonValue): Risk | null {
  const has = (needs: JsonValue, need: string) => Array.isArray(needs) && needs.includes(need);
  const changed = Object.entries(RISK_OF_NEED).find(([need]) => has(before, need) !== has(after, need));
  return changed?.[1] ?? null;
}

function isClosing(before: JsonValue, after: JsonValue): boolean {
  const isClosed = (value: JsonValue) => part(value, 'state') === 'closed';
  return (
    isClosed(before) !== isClosed(after) ||
    !isSameValue(part(before, 'replaced_by'), part(after, 'replaced_by'))
  );
}

function part(value: JsonValue, name: string): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.hasOwn(value, name) ? ((value as { readonly [key: string]: JsonValue })[name] ?? null) : null;
}
