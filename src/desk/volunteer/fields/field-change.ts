import { AVAILABILITIES, COSTS } from '../../../core/codes.ts';
import type { Cause, FieldChange, JsonValue, VerifyMethod } from '../../../core/edits/edit.ts';
import { channelKey, readFieldName } from '../../../core/edits/fields.ts';
import { hoursOfWords } from '../../../core/hours-text/hours-of-words.ts';
import type { PhoneNumber } from '../../../core/phones.ts';
import type { Channel, Hours } from '../../../core/schema.ts';
import { readWrittenNumber } from './written-number.ts';

// What a volunteer writes where a field has changed, and the changes of the listing that it makes.

/** Whoever replaces or removes a value is asked whether it changed or was always wrong (V2). */
export function needsCause({ field, before }: FieldChange): boolean {
  return before !== null && readFieldName(field)?.kind !== 'order';
}

/** How a field is written on a small screen. `later`: it needs the whole form. */
export type FieldInput =
  | {
      readonly kind: 'choice';
      readonly group: 'availability' | 'costs' | 'statuses' | 'answers';
      readonly codes: readonly string[];
    }
  | { readonly kind: 'line'; readonly input: 'tel' | 'url' | 'email' | 'text'; readonly canBeGone: boolean }
  | { readonly kind: 'words' }
  | { readonly kind: 'later' };

const STATUSES = ['active', 'temporarily closed', 'inactive', 'defunct'];
const ANSWERS = ['yes', 'no', 'unknown'];
const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'];
const BARRIERS = [
  'id_required',
  'police_report_required',
  'referral_required',
  'parental_consent_required',
  'mandatory_reporting',
];
const WORDS = [
  'description',
  'eligibility_description',
  'application_process',
  'confidentiality_note',
  'hours',
];
const LINES = ['name', 'alternate_name', 'organization.name'];

export function inputOf(field: string): FieldInput {
  if (field === 'availability') return { kind: 'choice', group: 'availability', codes: AVAILABILITIES };
  if (field === 'cost') return { kind: 'choice', group: 'costs', codes: COSTS };
  if (field === 'status') return { kind: 'choice', group: 'statuses', codes: STATUSES };
  if (CLAIMS.includes(field) || BARRIERS.includes(field))
    return { kind: 'choice', group: 'answers', codes: ANSWERS };
  if (field === 'organization.website') return { kind: 'line', input: 'url', canBeGone: true };
  if (field.startsWith('channels.') && field !== 'channels.order') return channelInput(field);
  if (LINES.includes(field)) return { kind: 'line', input: 'text', canBeGone: false };
  return WORDS.includes(field) ? { kind: 'words' } : { kind: 'later' };
}

function channelInput(field: string): FieldInput {
  const type = field.slice('channels.'.length).split(':')[0] ?? '';
  if (['phone', 'sms', 'whatsapp', 'relay'].includes(type))
    return { kind: 'line', input: 'tel', canBeGone: true };
  if (type === 'web' || type === 'chat') return { kind: 'line', input: 'url', canBeGone: true };
  return { kind: 'line', input: type === 'email' ? 'email' : 'text', canBeGone: true };
}

export interface Written {
  readonly field: string;
  readonly before: JsonValue;
  /** Null: it is gone. */
  readonly text: string | null;
  readonly cause: Cause;
  readonly method: VerifyMethod | null;
  readonly country: string;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** The changes that what was written makes. A channel goes by what it is: another number is another channel. */
export function changesOf(written: Written): FieldChange[] {
  const { field, before, text, cause } = written;
  if (text === null) return [{ field, before, after: null, cause }];
  if (!field.startsWith('channels.')) return [{ field, before, after: valueFrom(written, text), cause }];
  const channel = channelOf(written, text);
  const name = `channels.${channelKey(channel)}`;
  const after = channel as unknown as JsonValue;
  if (name === field) return [{ field, before, after, cause }];
  return [
    { field, before, after: null, cause },
    { field: name, before: null, after, cause },
  ];
}

function channelOf({ before, country, field }: Written, text: string): Channel {
  const { display: _, ...old } = (before ?? {}) as unknown as Channel;
  const isNumber = inputOf(field).kind === 'line' && /^channels\.(phone|sms|whatsapp|relay):/.test(field);
  const number = isNumber ? readWrittenNumber(text, country, old.value as PhoneNumber) : null;
  return { ...old, value: number ?? text.trim() } as Channel;
}

function valueFrom({ field, before, method, at }: Written, text: string): JsonValue {
  const day = at.slice(0, 10);
  if (field === 'availability') return { value: text, as_of: at, valid_hours: 72 };
  if (field === 'cost' || BARRIERS.includes(field)) return { ...partsOf(before), value: text };
  if (CLAIMS.includes(field)) {
    // What was said of the other answer, and what proved it, does not go with this one.
    const evidence = { type: evidenceOf(method), checked_on: day, checked_by: 'volunteer' };
    return text === 'unknown' ? { value: text } : { value: text, evidence: [evidence] };
  }
  if (field === 'hours') {
    const { timezone, exceptions } = partsOf(before) as Partial<Hours>;
    // Where none is known, that of the device: who asks mostly sits near it.
    const zone = timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = { timezone: zone, exceptions: exceptions ?? [] };
    return hoursOfWords(text.trim(), known) as unknown as JsonValue;
  }
  return text.trim();
}

function partsOf(value: JsonValue): { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: JsonValue })
    : {};
}

function evidenceOf(method: VerifyMethod | null): string {
  if (method === 'provider-letter') return 'provider-letter';
  return method === 'provider-web' || method === 'provider-link' ? 'provider-web' : 'provider-call';
}
