import type { LeadKind } from './lead.ts';

/** The rule of "Places: confidentiality rules" (data-model) that a listing breaks, or what of it could lead to a door. */
export type FindingRule =
  | LeadKind
  | 'refuge-with-area'
  | 'refuge-in-public'
  | 'safe-house-with-area'
  | 'small-area'
  | 'unknown-area'
  | 'shared-contact';

/** One thing that could give a hidden place away. It never holds the value: a report is read by more people than a file. */
export interface Finding {
  readonly rule: FindingRule;
  /** Where in the listing, as in `notes.1`. */
  readonly field: string;
  /** An error stops a build; a warning is for a person to look at. */
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  readonly remedy: string;
  /** Of the other listing, where two together give it away. */
  readonly otherId?: string;
}

type Words = Readonly<{ reason: string; remedy: string }>;

const TAKE_OUT = 'Take it out, or say it in words that lead to nobody’s door.';
const LOOK = 'Let a person look at it: if it leads to where somebody stays, take it out.';
const NO_PLACE = 'Set the place to visibility "none", location_type "redacted".';

/** What is said of each. */
export const FINDING_WORDS: Readonly<Record<FindingRule, Words>> = {
  street: { reason: 'holds a street and a number, and the place is hidden', remedy: TAKE_OUT },
  'street-name': { reason: 'may name a street, and the place is hidden', remedy: LOOK },
  postcode: { reason: 'holds a postcode, and the place is hidden', remedy: TAKE_OUT },
  outcode: {
    reason: 'holds the first half of a postcode, and the place is hidden',
    remedy: 'Name a town of 50,000 people or more, or a county, instead.',
  },
  'post-box': { reason: 'names a post box: letters only, and a hint at where', remedy: LOOK },
  coordinates: { reason: 'holds coordinates, and the place is hidden', remedy: TAKE_OUT },
  'map-code': { reason: 'holds a code that a map opens, and the place is hidden', remedy: TAKE_OUT },
  'map-link': {
    reason: 'leads to a map, and the place is hidden',
    remedy: 'Link to a page without a map, or leave the link out.',
  },
  'way-there': { reason: 'may tell the way there, and the place is hidden', remedy: LOOK },
  'refuge-with-area': { reason: 'tells the area of a refuge', remedy: NO_PLACE },
  'refuge-in-public': {
    reason: 'shows where a refuge is',
    remedy: 'Let a second person read the consent. Without it in writing: visibility "none".',
  },
  'safe-house-with-area': { reason: 'tells the area of what its name calls a safe house', remedy: NO_PLACE },
  'small-area': {
    reason: 'names a place of fewer than 50,000 people',
    remedy: 'Name the county or the nearest large town instead.',
  },
  'unknown-area': {
    reason: 'is no town of the region’s towns, so nobody knows how many people live there',
    remedy: 'Make sure that 50,000 people or more do; else name the county or a large town.',
  },
  'shared-contact': {
    reason:
      'is the same as that of another listing with a public address, so the two together may tell where this one is',
    remedy:
      'Let a person look at both: is it the same building? If so, give this one another contact or hide the other place.',
  },
};

/** A finding in the words of its rule. */
export function finding(rule: FindingRule, field: string, severity: Finding['severity']): Finding {
  return { rule, field, severity, ...FINDING_WORDS[rule] };
}
