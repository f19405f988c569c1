import { asciiDigit, DIGIT } from '../digits.ts';
import type { Lead, Trace } from './lead.ts';
import { MAP_LEADS, WAY_LEADS } from './map-leads.ts';
import { POSTCODE_LEADS } from './postcode-leads.ts';
import { STREET_LEADS } from './street-leads.ts';

const LEADS: readonly Lead[] = [...STREET_LEADS, ...POSTCODE_LEADS, ...MAP_LEADS, ...WAY_LEADS];
// Three texts of four hold no digit, and without one most leads cannot be there: a region of 20,000 is read in seconds.
const WORD_LEADS = LEADS.filter(({ kind }) =>
  ['street-name', 'map-code', 'map-link', 'way-there'].includes(kind),
);
const WEB = /^[a-z]+:\/\//i;
const ARABIC_POINT = /(?<=\d)\u066b(?=\d)/g;
// Soft hyphens and joiners split a word for the eye of a program alone.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Everything in a text that could lead to a door, however its digits and spaces are written. */
export function tracesIn(text: string, country: string): Trace[] {
  // Codes, and names of one word.
  if (!/[^\p{L}_.-]/u.test(text)) return [];
  const plain = plainForm(text);
  const leads = /\d/.test(plain) ? LEADS : WORD_LEADS;
  const traces = leads
    .filter(({ countries }) => !countries || countries.includes(country))
    .flatMap((lead) => matchesOf(lead, plain));
  // A page's address writes a street with hyphens: ".../our-house-12-acacia-road".
  if (WEB.test(plain))
    traces.push(...STREET_LEADS.slice(0, 1).flatMap((lead) => matchesOf(lead, spaced(plain))));
  return traces;
}

function matchesOf({ kind, isSure, pattern }: Lead, text: string): Trace[] {
  // Not matchAll, which makes the expression anew at each call: that took a third of the time of an import.
  return (text.match(pattern) ?? []).map((found) => ({ kind, isSure, found }));
}

/** One way of writing for the many: compatible forms folded, western digits, single spaces, escapes of a URL read. */
export function plainForm(text: string): string {
  return unescaped(text)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DIGIT, asciiDigit)
    .replace(ARABIC_POINT, '.')
    .replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign: what can be read is read.
    return text.replace(/%2c/gi, ',').replace(/%20/g, ' ');
  }
}

function spaced(url: string): string {
  return url.replace(/[-_+/=&?]+/g, ' ');
}
