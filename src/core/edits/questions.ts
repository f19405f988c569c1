import { ANSWERS, AVAILABILITIES, COSTS } from '../codes.ts';
import { dayOf, daysBetween, type Instant, type IsoDate } from '../dates.ts';
import { claimOn } from '../facts.ts';
import { type Freshness, freshnessOn, reviewInterval } from '../freshness.ts';
import type { Listing } from '../schema.ts';
import { type Attempts, attemptsOn } from './attempts.ts';
import type { Check, JsonValue } from './edit.ts';
import { fieldsOf } from './fields.ts';

/** How a changed value is given. `choice`: one of the codes. */
export type QuestionInput =
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'text' | 'channel' | 'hours' | 'languages' | 'locations' };

/** One question of the deck (V1). Every one can also be answered with "can't tell" and skipped. */
export interface Question {
  readonly field: string;
  /** As it stands now; null where the listing does not say. */
  readonly value: JsonValue;
  readonly input: QuestionInput;
  readonly checkedOn: IsoDate | null;
  readonly freshness: Freshness;
  /** How many intervals ago it was found right; 2 where nobody ever did. */
  readonly overdue: number;
  readonly attempts: Attempts;
}

const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'] as const;
const YES_NO: QuestionInput = { kind: 'choice', codes: ANSWERS };
const TEXT: QuestionInput = { kind: 'text' };

// In the order in which they matter to somebody who needs help: that anybody answers, then that they can help her.
const ASKED: readonly (readonly [string, QuestionInput])[] = [
  ['hours', { kind: 'hours' }],
  ...CLAIMS.map((claim) => [claim, YES_NO] as const),
  ['languages', { kind: 'languages' }],
  ['id_required', YES_NO],
  ['police_report_required', YES_NO],
  ['referral_required', YES_NO],
  ['cost', { kind: 'choice', codes: COSTS }],
  ['eligibility_description', TEXT],
  ['application_process', TEXT],
  ['locations', { kind: 'locations' }],
  ['organization.website', TEXT],
  ['description', TEXT],
];
// A place that has beds is asked whether it has one: it is a caseworker's first question (settled 19).
const HAS_SPACE = /^home\./;

/** What is known beside the listing: when each field was last found right, and what was tried since. */
export interface QuestionSetting {
  readonly checkedFields: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
  readonly now: Instant;
}

/** What may be asked of a listing now, the most useful question first; what was found right lately is not asked again. */
export function questionsOf(listing: Listing, setting: QuestionSetting): Question[] {
  return everyQuestion(listing, setting)
    .filter(({ freshness, attempts }) => freshness !== 'fresh' && isDue(attempts, setting.now))
    .sort((one, other) => other.overdue - one.overdue);
}

/** The one card (V1); null where there is nothing to ask of this listing now. */
export function nextQuestion(listing: Listing, setting: QuestionSetting): Question | null {
  return questionsOf(listing, setting)[0] ?? null;
}

function everyQuestion(listing: Listing, { checkedFields, checks, now }: QuestionSetting): Question[] {
  const today = dayOf(now);
  const fields = fieldsOf(listing);
  const interval = reviewInterval(listing.needs);
  const channels = [...fields.keys()].filter((field) => field.startsWith('channels.'));
  const asked: (readonly [string, QuestionInput])[] = [
    ...channels.map((field) => [field, { kind: 'channel' }] as const),
    ...ASKED,
  ];
  const questions = asked.map(([field, input]): Question => {
    const checkedOn = checkedFields[field] ?? listing.verification.checked_on;
    const isLapsed = isClaim(field) && isUnsaid(listing, field, today);
    const age = checkedOn === null || isLapsed ? null : daysBetween(checkedOn, today);
    return {
      field,
      value: fields.get(field) ?? null,
      input,
      checkedOn,
      freshness: isLapsed ? 'unchecked' : freshnessOn(checkedOn, interval, today),
      overdue: age === null ? 2 : age / interval,
      attempts: attemptsOn(checks, listing.id, field),
    };
  });
  return listing.needs.some((need) => HAS_SPACE.test(need))
    ? [spaceQuestion(listing, checks, now), ...questions]
    : questions;
}

/** "Do you have space?": an answer holds for hours, so without one that holds it is always asked first. */
function spaceQuestion({ id, availability }: Listing, checks: readonly Check[], now: Instant): Question {
  const ends = availability ? Date.parse(availability.as_of) + availability.valid_hours * 3_600_000 : 0;
  const holds = availability !== undefined && ends > now;
  return {
    field: 'availability',
    value: holds ? { ...availability } : null,
    input: { kind: 'choice', codes: AVAILABILITIES },
    checkedOn: availability ? dayOf(Date.parse(availability.as_of)) : null,
    freshness: holds ? 'fresh' : 'due',
    overdue: holds ? 0 : Number.POSITIVE_INFINITY,
    attempts: attemptsOn(checks, id, 'availability'),
  };
}

type ClaimField = (typeof CLAIMS)[number];

function isClaim(field: string): field is ClaimField {
  return (CLAIMS as readonly string[]).includes(field);
}

function isUnsaid(listing: Listing, field: ClaimField, today: IsoDate): boolean {
  return claimOn(listing[field], today).value === 'unknown';
}

function isDue({ notBefore }: Attempts, now: Instant): boolean {
  return notBefore === null || notBefore <= now;
}
