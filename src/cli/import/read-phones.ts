import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { parsePhone } from '../../core/phones.ts';
import type { DraftPhone } from './draft.ts';
import type { Note } from './tally.ts';

export interface ReadPhone {
  readonly type: 'phone' | 'sms' | 'whatsapp';
  /** E.164. */
  readonly value: string;
  readonly label?: string;
  readonly note?: string;
  readonly languages?: string[];
}

const BETWEEN = /\s*(?:[;|\n]|\s\/\s|\/(?=\s*[+(\d]{3})|,|\bor\b|\band\b|&)\s*/i;
const MISSING = /^(to be (verified|confirmed|announced)|tb[acdv]|n\/?a|none|unknown|null|-+)$/i;
const EXTENSION = /(?:\b(?:ext(?:ension)?|x)\b\.?|\bx(?=\d)|#)\s*:?\s*(\d{1,6})\s*$/i;
const NUMBER = /\+?\(?\d[\d\s().\-–]*\d/;
const MOST_WORDS = 80;
const SHORTEST = 7;
const LONGEST = 400;

/** Every number of a field that can be dialled; what is no number is left for a person. */
export function readPhones(phone: DraftPhone, country: string | undefined, note: Note): ReadPhone[] {
  const words = phone.number.trim().replace(/^["']/, '').replace(/["']$/, '');
  if (words === '') return [];
  if (MISSING.test(words)) {
    note('dropped', 'a phone that is still to be found out');
    return [];
  }
  if (phone.isPrivate) {
    note('dropped', 'a phone that its source calls private');
    return [];
  }
  if (/fax/i.test(`${phone.kind ?? ''} ${phone.label ?? ''}`)) {
    note('dropped', 'a fax number');
    return [];
  }
  if (words.length > LONGEST) {
    note('left', 'words where a phone should be');
    return [];
  }
  const parts = words.split(BETWEEN).filter((part) => part !== '');
  if (parts.filter((part) => /\d{3}/.test(part)).length > 1)
    note('repaired', 'several phone numbers in one field');
  return parts.flatMap((part) => readOne(part, phone, country, note) ?? []);
}

function readOne(
  words: string,
  phone: DraftPhone,
  country: string | undefined,
  note: Note,
): ReadPhone | undefined {
  const written = EXTENSION.exec(words);
  const extension = written?.[1] ?? phone.extension?.trim();
  const rest = written ? words.slice(0, written.index) : words;
  const digits = NUMBER.exec(rest)?.[0] ?? '';
  const count = digits.replaceAll(/\D/g, '').length;
  // Letters run together with digits (555-FOOD) are a number only to somebody who knows that keypad.
  if (/[-\d][A-Z]{3,}|[A-Z]{3,}-?\d/.test(rest)) {
    note('left', 'a phone written with letters');
    return undefined;
  }
  if (count < SHORTEST) {
    note('left', shortReason(count, written !== null));
    return undefined;
  }
  const isKnown = country !== undefined && isSupportedCountry(country);
  const parsed = parsePhoneNumberFromString(digits, isKnown ? (country as CountryCode) : undefined);
  if (!parsed?.isPossible()) {
    note('left', isKnown ? 'a phone that no numbering plan has' : 'a phone without its country');
    return undefined;
  }
  if (!parsePhone(parsed.number).ok) {
    note('dropped', 'a phone that costs the caller dearly');
    return undefined;
  }
  const isUnsure = !parsed.isValid();
  if (isUnsure) note('left', 'a phone that its numbering plan does not seem to use: kept, check it');
  return channelOf(parsed.number, { rest: rest.replace(digits, ' '), extension, phone, isUnsure });
}

function shortReason(digits: number, hasExtension: boolean): string {
  if (digits > 0) return 'a short code: needs its country and a source';
  return hasExtension ? 'an extension without its phone' : 'words where a phone should be';
}

interface Written {
  readonly rest: string;
  readonly extension: string | undefined;
  readonly phone: DraftPhone;
  readonly isUnsure: boolean;
}

function channelOf(value: string, { rest, extension, phone, isUnsure }: Written): ReadPhone {
  const words = rest.replaceAll(/[\s:()\-–]+/g, ' ').trim();
  const notes = [
    words.slice(0, MOST_WORDS),
    extension ? `Extension ${extension}` : '',
    isUnsure ? 'We are not sure of this number.' : '',
    phone.description ?? '',
  ].filter((one) => one !== '');
  const kind = `${phone.kind ?? ''}`.toLowerCase();
  const label = /tty|tdd|textphone/.test(kind)
    ? 'Text phone (TTY)'
    : phone.label?.trim().slice(0, MOST_WORDS);
  return {
    type: /whatsapp/.test(kind) ? 'whatsapp' : /^(sms|text)$/.test(kind) ? 'sms' : 'phone',
    value,
    ...(label ? { label } : {}),
    ...(notes.length > 0 ? { note: notes.join('. ') } : {}),
    ...(phone.languages?.length ? { languages: phone.languages } : {}),
  };
}
