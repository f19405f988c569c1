import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type PhoneNumber, parsePhone } from '../../../core/phones.ts';

const DIGITS_TOGETHER = 3;

interface Numbered {
  readonly value: PhoneNumber;
  readonly display?: string | undefined;
}

/** A number in groups, as people read it out, and the link that rings it; null where it must be none. */
export function shownNumber({ value, display }: Numbered): { shown: string; href: string | null } {
  const link = parsePhone(value);
  return { shown: display ?? grouped(value), href: link.ok ? link.value.href : null };
}

function grouped(value: PhoneNumber): string {
  if (typeof value !== 'string') return value.code;
  const known = parsePhoneNumberFromString(value)?.formatInternational();
  if (known && known !== value) return known;
  // Of a plan that nobody knows: the digits in threes, so that they can be said and heard.
  const digits = value.replace(/\D/g, '');
  const groups = digits.match(new RegExp(`\\d{1,${DIGITS_TOGETHER}}`, 'g')) ?? [];
  return `${value.startsWith('+') ? '+' : ''}${groups.join(' ')}`;
}
