import { parsePhone } from '../phones.ts';
import type { ShownListing } from '../shown-listing.ts';
import { type HandedContact, MOST_NAME } from './contacts.ts';
import { handedHoursOf } from './hours.ts';

// Ten services whole then fit a code of 65 modules, in Latin letters (measured on the regions of this repository).
const SHORT_NAME = 28;

/** A listing as a code holds it whole: under the alias, where one was agreed, else its name cut short between words. */
export function contactOf(
  listing: Pick<ShownListing, 'name' | 'channels' | 'hours'>,
  alias?: string,
): HandedContact {
  const phones = listing.channels.flatMap((channel) =>
    (channel.type === 'phone' || channel.type === 'sms') && parsePhone(channel.value).ok ? [channel] : [],
  );
  const best = phones.find(({ type }) => type === 'phone') ?? phones[0];
  return {
    name: alias ? alias.slice(0, MOST_NAME) : shortened(listing.name),
    number: best?.value ?? null,
    way: best?.type === 'sms' ? 'text' : 'call',
    hours: handedHoursOf(listing.hours),
  };
}

function shortened(name: string): string {
  const whole = name.replaceAll('\n', ' ').normalize('NFC');
  if (whole.length <= SHORT_NAME) return whole;
  const cut = whole.slice(0, SHORT_NAME);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || wholeLetters(cut);
  return `${words.replace(/[\s,;:(–-]+$/u, '')}…`;
}

/** Where a script has no spaces to cut at: not between the halves of a letter. */
function wholeLetters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
