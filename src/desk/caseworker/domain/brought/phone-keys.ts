import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Channel } from '../../../../core/schema.ts';
import { fold } from '../../../../search/fold.ts';

// A table writes numbers as people do, mostly without a country's code, and does not say which country. So they are compared
// by the digits behind the code as well: of the few services on a device hardly two have the same, and where they do, both
// are shown.

const MOST_NUMBERS = 10;
const MOST_DIGITS_OF_SHORT = 6;

/** What the numbers of a cell are compared by. */
export function keysOfCell(cell: string): string[] {
  const parts = cell.split(/[;,|/\n]/).slice(0, MOST_NUMBERS);
  return [...new Set(parts.flatMap(keysOf))];
}

function keysOf(written: string): string[] {
  // Without words before it, and without an extension behind.
  const [number = ''] = fold(written)
    .replace(/^[^\d+]+/, '')
    .split(/[a-z#]/);
  const digits = number.replaceAll(/\D/g, '');
  if (digits.length < 2) return [];
  if (number.startsWith('+')) return [`+${digits}`];
  if (digits.startsWith('00')) return [`+${digits.slice(2)}`];
  if (digits.length <= MOST_DIGITS_OF_SHORT) return [`short ${digits}`];
  return [`+${digits}`, nationalKey(digits)];
}

/** The same of a listing's own, which are E.164 or a short code with its country. */
export function keysOfChannels(channels: readonly Channel[]): string[] {
  return channels.flatMap((channel) => {
    if (channel.type !== 'phone' && channel.type !== 'sms' && channel.type !== 'whatsapp') return [];
    const { value } = channel;
    if (typeof value !== 'string') return [`short ${value.code}`];
    const national = parsePhoneNumberFromString(value)?.nationalNumber;
    return national ? [value, nationalKey(national)] : [value];
  });
}

/** Without the zero that most countries dial before it, and Italy keeps. */
function nationalKey(digits: string): string {
  return `national ${digits.replace(/^0+/, '')}`;
}
