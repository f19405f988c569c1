import type { Listing } from '../../core/schema.ts';
import type { Need } from '../../core/taxonomy.ts';
import type { Random } from './random.ts';
import { SERVICE_FACTS } from './service-facts.ts';

/** What a person would need before she is helped, and what the service must pass on. */
export type Barriers = Pick<
  Listing,
  | 'id_required'
  | 'police_report_required'
  | 'referral_required'
  | 'parental_consent_required'
  | 'mandatory_reporting'
  | 'required_documents'
>;

const DOCUMENTS = [
  'Something with your name on it',
  'A letter with your address',
  'A letter from the worker who sent you',
  'Proof of age',
];

export function barriersFor(random: Random, need: Need, isForChildren: boolean): Barriers {
  // Nobody shows a card or a form from another service to a helpline.
  const isRemote = SERVICE_FACTS[need].reach === 'remote';
  const id = random.weighted({ no: 45, unknown: 35, yes: isRemote ? 0 : 20 });
  const police = need === 'report.police' ? 'unknown' : random.weighted({ no: 50, unknown: 42, yes: 8 });
  const mustReport = random.weighted({ unknown: 60, yes: isForChildren ? 60 : 20, no: 15 });
  return {
    id_required: id === 'yes' ? { value: id, note: 'Any paper with your name is enough.' } : { value: id },
    police_report_required:
      police === 'yes' ? { value: police, note: 'The case number is enough.' } : { value: police },
    referral_required: referralFor(random, isRemote ? 0 : 1),
    parental_consent_required: consentFor(random, isForChildren),
    mandatory_reporting:
      mustReport === 'yes'
        ? { value: mustReport, note: 'If a child is in danger, we must tell child protection.' }
        : { value: mustReport },
    required_documents: id === 'yes' ? random.some(DOCUMENTS, 1 + random.below(2)) : [],
  };
}

function referralFor(random: Random, closed: 0 | 1): Barriers['referral_required'] {
  switch (random.weighted({ self: 50, unknown: 32, agency: 14 * closed, responder: 7 * closed })) {
    case 'self':
      return { value: 'no', by: 'self' };
    case 'agency':
      return { value: 'yes', by: 'agency-only', note: 'A worker from another service sends a short form.' };
    case 'responder':
      return { value: 'yes', by: 'first-responder-only', note: 'Police or a named charity must refer you.' };
    case 'unknown':
      return { value: 'unknown' };
  }
}

function consentFor(random: Random, isForChildren: boolean): Barriers['parental_consent_required'] {
  const value = random.weighted({ unknown: isForChildren ? 30 : 75, no: 25, yes: isForChildren ? 35 : 0 });
  return value === 'yes' ? { value, note: 'Under 16 only.' } : { value };
}
