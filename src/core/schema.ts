import * as v from 'valibot';
import {
  ANSWERS,
  AVAILABILITIES,
  CHECK_METHODS,
  COSTS,
  LANGUAGE_MODES,
  REFERRERS,
  TRANSLATION_MAKERS,
} from './codes.ts';
import { isIsoDate } from './dates.ts';
import type { Claim } from './facts.ts';
import { parseEmail, parseWebLink } from './links.ts';
import { parsePhone } from './phones.ts';
import { fail, type Result, succeed } from './result.ts';
import { FEATURES, GROUPS, IMMIGRATION_STATUSES, NEEDS, SITUATIONS } from './taxonomy.ts';
import { isPlainText } from './text.ts';

// What a listing is: an HSDS 3.1 service with the profile's additions (data-model: "The profile"). Objects are strict:
// a misspelt field in a listing's file is an error with its place, never a fact that silently goes missing.

export const Day = v.pipe(v.string(), v.check(isIsoDate, 'is not a day like 2026-11-21'));
export const Text = (most: number) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.minLength(1),
    v.maxLength(most),
    v.check(isPlainText, 'has characters that can hide or reorder text'),
  );
const Uuid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'is not a UUID'),
);

/** Whether a listing could have this as its id. */
export function isUuid(value: unknown): value is string {
  return v.is(Uuid, value);
}

export const Country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not a country like KE'));
export const WebLink = v.pipe(
  v.string(),
  v.check((text) => parseWebLink(text).ok, 'is not a safe https address'),
);
const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 09:30'));
const Tag = v.pipe(v.string(), v.regex(/^(\*|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/, 'is not a language tag'));
const YesNoUnknown = v.picklist(ANSWERS);

const EvidenceSchema = v.strictObject({
  type: v.picklist([
    'provider-web',
    'provider-letter',
    'provider-call',
    'published-policy',
    'law',
    'source-field',
  ]),
  url: v.optional(Text(2048)),
  quote: v.optional(Text(300)),
  checked_on: v.nullable(Day),
  checked_by: v.optional(Text(60)),
  read_on: v.optional(Day),
  source_dated: v.optional(v.nullable(Day)),
});

const claimEntries = {
  value: YesNoUnknown,
  evidence: v.optional(v.array(EvidenceSchema)),
  valid_until: v.optional(Day),
  disputed: v.optional(v.boolean()),
  note: v.optional(Text(300)),
};
// Rule of the profile: a yes or a no that nobody can point to is not a fact.
const hasDatedEvidence = (claim: Claim) =>
  claim.value === 'unknown' ||
  (claim.evidence ?? []).some((one) => one.checked_on !== null || one.read_on !== undefined);
const NEEDS_EVIDENCE = 'is yes or no without evidence that has a date: give evidence, or say unknown';

const ClaimSchema = v.pipe(
  v.strictObject(claimEntries),
  v.check((claim) => hasDatedEvidence(claim), NEEDS_EVIDENCE),
);
const ImmigrationSchema = v.pipe(
  v.strictObject({
    ...claimEntries,
    /** "Only with ...": a yes with a condition is a no with its conditions in words. */
    conditions: v.optional(Text(400)),
    accepted_statuses: v.optional(v.array(v.picklist(IMMIGRATION_STATUSES))),
    excluded_statuses: v.optional(v.array(v.picklist(IMMIGRATION_STATUSES))),
    /** What the source says of migrants or refugees, shown as words: never itself a yes. */
    says: v.optional(Text(400)),
  }),
  v.check((claim) => hasDatedEvidence(claim), NEEDS_EVIDENCE),
  v.check(
    (claim) => !(claim.value === 'yes' && (claim.conditions || claim.excluded_statuses?.length)),
    'is yes but names a condition: that is a no with conditions',
  ),
  v.check(
    ({ value, accepted_statuses: accepted }) =>
      !(value === 'yes' && accepted?.length && !accepted.includes('any')),
    'is yes but names the statuses that it takes: that is a no with conditions',
  ),
);

const BarrierSchema = v.strictObject({ value: YesNoUnknown, note: v.optional(Text(300)) });
const ReferralSchema = v.strictObject({
  value: YesNoUnknown,
  by: v.optional(v.picklist(REFERRERS)),
  note: v.optional(Text(300)),
});

const ShortCodeSchema = v.strictObject({ code: v.string(), country: Country });
const Phone = v.pipe(
  v.union([v.string(), ShortCodeSchema]),
  v.check(
    (number) => parsePhone(number).ok,
    'is not a number like +442079460000 or a short code with its country',
  ),
);
const channelEntries = {
  label: v.optional(Text(80)),
  cost: v.optional(v.picklist(['free', 'local', 'standard', 'paid', 'unknown']), 'unknown'),
  on_phone_bill: v.optional(YesNoUnknown, 'unknown'),
  languages: v.optional(v.array(Tag)),
  note: v.optional(Text(300)),
  /** Written by the build: the number as people in that country group its digits. */
  display: v.optional(Text(40)),
};
const ChannelSchema = v.variant('type', [
  v.strictObject({ type: v.literal('phone'), value: Phone, ...channelEntries }),
  v.strictObject({ type: v.literal('sms'), value: Phone, keyword: v.optional(Text(20)), ...channelEntries }),
  v.strictObject({ type: v.literal('whatsapp'), value: Phone, ...channelEntries }),
  v.strictObject({ type: v.literal('relay'), value: Phone, ...channelEntries }),
  v.strictObject({ type: v.literal('ussd'), value: Text(30), ...channelEntries }),
  v.strictObject({ type: v.literal('chat'), value: WebLink, ...channelEntries }),
  v.strictObject({ type: v.literal('web'), value: WebLink, ...channelEntries }),
  v.strictObject({
    type: v.literal('email'),
    value: v.pipe(
      v.string(),
      v.check((text) => parseEmail(text).ok, 'is not an e-mail address'),
    ),
    ...channelEntries,
  }),
  v.strictObject({ type: v.literal('in-person'), value: Text(200), ...channelEntries }),
]);

const LanguageSchema = v.strictObject({
  /** BCP 47, or `*`: any language through an interpreter. */
  code: Tag,
  mode: v.picklist(LANGUAGE_MODES),
  note: v.optional(Text(200)),
});

type Range = { valid_from?: string | undefined; valid_to?: string | undefined };
const inOrder = ({ valid_from: from, valid_to: to }: Range) => !from || !to || from <= to;
const ENDS_FIRST = 'ends before it begins';

const ScheduleSchema = v.pipe(
  v.strictObject({
    freq: v.picklist(['WEEKLY', 'MONTHLY']),
    /** `MO,TU`; monthly with the week's number, as in `2TU`. */
    byday: v.pipe(
      v.string(),
      v.regex(/^[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/, 'is not days like MO,TU'),
    ),
    opens_at: ClockTime,
    /** Earlier than or equal to opens_at: the next day. */
    closes_at: ClockTime,
    valid_from: v.optional(Day),
    valid_to: v.optional(Day),
    description: v.optional(Text(200)),
  }),
  v.check((one) => inOrder(one), ENDS_FIRST),
  v.check(
    ({ freq, byday }) => byday.split(',').every((day) => /\d/.test(day) === (freq === 'MONTHLY')),
    'has days that do not fit: weekly like MO,TU; monthly like 2TU',
  ),
);
const HoursExceptionSchema = v.pipe(
  v.strictObject({
    valid_from: Day,
    valid_to: Day,
    /** Without times: closed. */
    opens_at: v.optional(ClockTime),
    closes_at: v.optional(ClockTime),
    description: v.optional(Text(200)),
  }),
  v.check((one) => inOrder(one), ENDS_FIRST),
  v.check(
    ({ opens_at: opens, closes_at: closes }) => (opens === undefined) === (closes === undefined),
    'has only one of its times: give both, or neither where it is closed',
  ),
);
const HoursSchema = v.strictObject({
  /** IANA zone of the service, not of the person who looks. */
  timezone: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/, 'is not a zone like Africa/Nairobi'),
  ),
  always_open: v.optional(v.boolean()),
  by_appointment: v.optional(v.boolean()),
  schedules: v.optional(v.array(ScheduleSchema), []),
  exceptions: v.optional(v.array(HoursExceptionSchema), []),
  /** The source's own words; the only thing shown when they could not be read without guessing. */
  source_text: v.optional(Text(400)),
});

const AddressSchema = v.strictObject({
  address_1: Text(200),
  city: Text(100),
  state_province: v.optional(Text(100)),
  postal_code: v.optional(Text(20)),
  country: Country,
});
// A place is not public unless someone consented to publishing it. The other two kinds have no field that could hold a
// street, a postcode or a coordinate: strict objects refuse them (invariant 3).
const PublicLocationSchema = v.pipe(
  v.strictObject({
    visibility: v.literal('public'),
    publish_consent: v.literal(true),
    consent_evidence: Text(300),
    location_type: v.literal('physical'),
    name: v.optional(Text(200)),
    area_name: v.optional(Text(100)),
    address: v.optional(AddressSchema),
    latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
    longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
    /** `town`: the coordinate is the town's, so a distance is from town to town. */
    precision: v.optional(v.picklist(['exact', 'town']), 'exact'),
  }),
  v.check(
    ({ name, area_name: area, address }) => Boolean(name || area || address),
    'is public but has no words for where it is: give a name, an area or an address',
  ),
);
const LocationSchema = v.variant('visibility', [
  PublicLocationSchema,
  v.strictObject({
    visibility: v.literal('area-only'),
    location_type: v.picklist(['physical', 'redacted']),
    area_name: Text(100),
  }),
  v.strictObject({ visibility: v.literal('none'), location_type: v.picklist(['redacted', 'virtual']) }),
]);

const VerificationSchema = v.strictObject({
  state: v.picklist(['confirmed', 'web-checked', 'third-party', 'unverified', 'disputed', 'closed']),
  method: v.optional(v.picklist(CHECK_METHODS)),
  checked_on: v.nullable(Day),
  checked_by: v.optional(Text(60)),
  read_on: v.optional(Day),
  source_dated: v.optional(v.nullable(Day)),
  next_review_on: v.optional(Day),
  source_url: v.optional(Text(2048)),
  source_name: v.optional(Text(200)),
  disputes: v.optional(v.array(v.strictObject({ field: Text(60), note: Text(300) }))),
  replaced_by: v.optional(Uuid),
});

/** Who made a translation, and a mark of the words that it was made of (`markOf`); it never reaches a phone. */
const MadeSchema = v.strictObject({
  by: v.picklist(TRANSLATION_MAKERS),
  of: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/, 'is not a mark of twelve hexadecimal digits')),
});
const translatable = {
  name: v.optional(Text(200)),
  description: v.optional(Text(1000)),
  states: v.optional(v.strictObject({ name: v.optional(MadeSchema), description: v.optional(MadeSchema) })),
};

export const ListingSchema = v.strictObject({
  id: Uuid,
  name: Text(200),
  alternate_name: v.optional(Text(200)),
  /** The language its words are written in. */
  text_language: Tag,
  translations: v.optional(v.record(Tag, v.strictObject(translatable)), {}),
  /** What they do, in one or two plain sentences. */
  description: Text(1000),
  status: v.picklist(['active', 'inactive', 'defunct', 'temporarily closed']),
  organization: v.strictObject({ id: Uuid, name: Text(200), website: v.optional(WebLink) }),
  /** Country it serves, or `ZZ`: people anywhere. */
  country: Country,
  needs: v.pipe(v.array(v.picklist(NEEDS)), v.minLength(1)),
  situations: v.optional(v.array(v.picklist(SITUATIONS)), []),
  groups_served: v.optional(v.array(v.picklist(GROUPS)), []),
  groups_excluded: v.optional(v.array(v.picklist(GROUPS)), []),
  features: v.optional(v.array(v.picklist(FEATURES)), []),
  minimum_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
  maximum_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
  eligibility_description: v.optional(Text(600)),
  application_process: v.optional(Text(600)),
  required_documents: v.optional(v.array(Text(200)), []),
  cost: v.optional(
    v.strictObject({
      value: v.picklist(COSTS),
      note: v.optional(Text(200)),
    }),
    { value: 'unknown' },
  ),
  channels: v.array(ChannelSchema),
  languages: v.optional(v.array(LanguageSchema), []),
  hours: v.optional(HoursSchema),
  immigration_eligibility: v.optional(ImmigrationSchema, { value: 'unknown' }),
  status_check: v.optional(ClaimSchema, { value: 'unknown' }),
  shares_with_immigration_authorities: v.optional(ClaimSchema, { value: 'unknown' }),
  id_required: v.optional(BarrierSchema, { value: 'unknown' }),
  police_report_required: v.optional(BarrierSchema, { value: 'unknown' }),
  referral_required: v.optional(ReferralSchema, { value: 'unknown' }),
  parental_consent_required: v.optional(BarrierSchema, { value: 'unknown' }),
  mandatory_reporting: v.optional(BarrierSchema, { value: 'unknown' }),
  confidentiality_note: v.optional(Text(400)),
  locations: v.optional(v.array(LocationSchema), []),
  /** Names of the areas it serves, as the source gives them. */
  service_areas: v.optional(v.array(Text(200)), []),
  availability: v.optional(
    v.strictObject({
      value: v.picklist(AVAILABILITIES),
      as_of: v.pipe(v.string(), v.isoTimestamp()),
      valid_hours: v.pipe(v.number(), v.minValue(1), v.maxValue(72)),
    }),
  ),
  on_contact: v.optional(
    v.strictObject({
      who_answers: v.optional(Text(200)),
      anonymous: YesNoUnknown,
      can_hang_up: YesNoUnknown,
    }),
  ),
  alert: v.optional(v.strictObject({ text: Text(300), from: Day, until: Day })),
  verification: VerificationSchema,
  notes: v.optional(v.array(Text(400)), []),
  /** Where its facts are from; for whoever checks it, not shown to survivors. */
  sources: v.optional(
    v.array(
      v.strictObject({ url: Text(2048), kind: v.optional(Text(100)), dated: v.optional(v.nullable(Day)) }),
    ),
    [],
  ),
  /** Place among the lines on the first screen, chosen by hand: 1 crisis or violence, 2 trafficking, 3 children. */
  first_screen: v.optional(v.picklist([1, 2, 3])),
  /** Made up, for trying the product out. */
  sample: v.optional(v.boolean(), false),
});

export type Listing = v.InferOutput<typeof ListingSchema>;
export type Channel = Listing['channels'][number];
export type Hours = NonNullable<Listing['hours']>;
export type Schedule = Hours['schedules'][number];
export type Location = Listing['locations'][number];
export type Verification = Listing['verification'];
export type LanguageMode = Listing['languages'][number]['mode'];

export interface FieldProblem {
  readonly kind: 'bad-field';
  /** Where in the listing, as in `channels.0.value`. */
  readonly field: string;
  readonly reason: string;
}

/** Reads one listing from untrusted data. Every problem is reported, each with its place. */
export function parseListing(input: unknown): Result<Listing, FieldProblem[]> {
  const outcome = v.safeParse(ListingSchema, input);
  if (outcome.success) return succeed(outcome.output);
  return fail(
    outcome.issues.map((issue) => ({
      kind: 'bad-field' as const,
      field: placeOf(issue),
      reason: reasonOf(issue),
    })),
  );
}

/** Never with what was read: a report goes further than a file, and the value may be where a refuge is (invariant 3). */
function reasonOf({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never')
    return 'is not a field that may stand here: check its spelling, or take it out';
  if (received === 'undefined') return 'is missing: add it';
  return message.replace(/ but received [\s\S]*$/, '');
}

/** Names that look like ours, and places in a list; anything else that was written as a name stays unsaid. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (path === null) return '(listing)';
  return (issue.path ?? [])
    .map(({ key }) =>
      /^([a-z_0-9]{1,40}|[a-z]{2,3}-[A-Za-z]{2,4})$/.test(String(key)) ? String(key) : '(name)',
    )
    .join('.');
}
