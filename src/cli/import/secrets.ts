import { publicWords } from '../../core/confidential/confidential-findings.ts';
import { tracesIn } from '../../core/confidential/traces.ts';
import { isRoleEmail } from '../../core/edits/lint/role-mailbox.ts';
import type { Listing } from '../../core/schema.ts';
import type { Draft, DraftPlace } from './draft.ts';
import type { Note } from './tally.ts';

// A source repeats its secrets: the street that a flag hides stands in the description again. Whatever a draft holds
// that may not be kept is looked for in every word that would be.

const SHORTEST = 4;
const PHONE_DIGITS = 7;
const COMMON_DIGITS = 9;
// What stands where a street would: hiding these very words would hide "all calls are confidential" too.
const SAYS_HIDDEN =
  /\b(address|location|is|are|kept)\b|confidential|undisclosed|secret|withheld|not (published|disclosed|public)|call (us )?for/gi;

export interface Secrets {
  /** Lower case, spaces as one. */
  readonly words: readonly string[];
  /** Numbers that stand by themselves, such as a ZIP code. */
  readonly numbers: readonly string[];
  /** Numbers however they are grouped, such as a phone. */
  readonly digits: readonly string[];
}

/** What a text may not do. */
export interface Telling {
  readonly secrets: Secrets;
  /** Whether it leads to a door that is not public. */
  isLead(text: string): boolean;
}

/** Everything in a draft that no output may repeat, where its places are not public. */
export function secretsOf(draft: Draft): Secrets {
  const all = [
    ...(draft.places ?? []).filter((place) => !place.consentEvidence).flatMap(secretsOfPlace),
    ...(draft.phones ?? []).filter(({ isPrivate }) => isPrivate).map(({ number }) => number),
    ...(draft.emails ?? []).filter((address) => !isRoleEmail(address)),
    ...(draft.secrets ?? []),
  ];
  const folds = all.map(folded).filter((text) => text.length >= SHORTEST);
  return {
    words: [...new Set(folds.filter((text) => !/^\d+$/.test(text)))],
    numbers: [...new Set(folds.filter((text) => /^\d+$/.test(text)))],
    digits: [...new Set(all.map(significant).filter((text) => text.length >= PHONE_DIGITS))],
  };
}

/** What a number has in common however it is written: `020 7946 0001` is `+44 20 7946 0001`. */
function significant(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0+/, '').slice(-COMMON_DIGITS);
}

export function secretsOfPlace(place: DraftPlace): string[] {
  const point = place.point === 'not-kept' ? [] : [place.point.latitude, place.point.longitude];
  const areas = [place.city, place.region].map((name) => folded(name ?? ''));
  return [...place.lines, place.postcode ?? '', ...point].filter(
    (text) => /[\p{L}\d]/u.test(text.replaceAll(SAYS_HIDDEN, '')) && !areas.includes(folded(text)),
  );
}

export function hasSecrets({ words, numbers, digits }: Secrets): boolean {
  return words.length + numbers.length + digits.length > 0;
}

export function tells(text: string, secrets: Secrets): boolean {
  if (!hasSecrets(secrets)) return false;
  const { words, numbers, digits } = secrets;
  const low = folded(text);
  if (words.some((secret) => low.includes(secret))) return true;
  const standing = numbers.length > 0 ? new Set(low.match(/\d+/g) ?? []) : new Set();
  if (numbers.some((secret) => standing.has(secret))) return true;
  const all = text.replaceAll(/[^\d\n]/g, '');
  return digits.some((secret) => all.includes(secret));
}

/** The text without the sentences that repeat a secret or lead to a door. */
export function withoutSecrets(
  text: string | undefined,
  { secrets, isLead }: Telling,
  note: Note,
): string | undefined {
  if (!text) return undefined;
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u);
  const kept = sentences.filter((sentence) => !tells(sentence, secrets) && !isLead(sentence));
  const isKept = kept.length === sentences.length;
  // Where there is one sentence it has been looked at.
  if (isKept && (kept[0] === text || (!tells(text, secrets) && !isLead(text)))) return text;
  note('dropped', 'sentences that lead to a place or repeat something private');
  const rest = kept.join(' ').trim();
  // A street broken over two sentences ("14 St. Canary Lane") is still one.
  return rest === '' || tells(rest, secrets) || isLead(rest) ? undefined : rest;
}

/**
 * The same traces that `validate` looks for, so that what is imported passes it; the address of a place that is public
 * may be told.
 */
export function leadsFrom({ country, ...places }: Pick<Listing, 'country' | 'needs' | 'locations'>) {
  const isKnownAnyway = publicWords(places);
  return (text: string): boolean => tracesIn(text, country).some(({ found }) => !isKnownAnyway(found));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
