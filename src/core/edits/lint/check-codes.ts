import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

// What the schema cannot know: which languages, countries and zones there are. Node's own tables say.
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
// People anywhere, and the country of made-up listings.
const OWN_COUNTRIES = ['ZZ', 'XS'];

/** Codes with the right shape that nobody uses: a person would look for "ens" and not find the English speaker. */
export function unknownCodes(listing: Listing): LintFinding[] {
  const tags = [
    { field: 'text_language', tag: listing.text_language },
    ...Object.keys(listing.translations).map((tag) => ({ field: 'translations', tag })),
    ...listing.languages.map(({ code }, index) => ({ field: `languages.${index}.code`, tag: code })),
    ...listing.channels.flatMap(({ languages: spoken = [] }, index) =>
      spoken.map((tag) => ({ field: `channels.${index}.languages`, tag })),
    ),
  ];
  const zone = listing.hours?.timezone;
  return [
    ...tags.flatMap(({ field, tag }) => languageFlaws(field, tag)),
    ...(OWN_COUNTRIES.includes(listing.country) || countries.of(listing.country)
      ? []
      : [unknown('country', 'a country', 'Use its ISO 3166 code, as in KE.')]),
    ...(zone === undefined || isZone(zone)
      ? []
      : [unknown('hours.timezone', 'a time zone', 'Use an IANA zone, as in Africa/Nairobi.')]),
  ];
}

function languageFlaws(field: string, tag: string): LintFinding[] {
  const kind = kinds.get(tag) ?? kindOf(tag);
  kinds.set(tag, kind);
  if (kind === 'unknown') return [unknown(field, 'a language', 'Look its tag up, as in "sw" or "pt-BR".')];
  if (kind === 'long')
    return [
      {
        rule: 'long-tag',
        field,
        severity: 'warning',
        reason: 'is a tag that nobody looks for: this language has a shorter one',
        remedy: 'Use the short tag, as in "sw" and not "swa".',
      },
    ];
  return [];
}

// A region of 20,000 services speaks a hundred languages; each is looked up once.
const kinds = new Map<string, 'known' | 'long' | 'unknown'>();

function kindOf(tag: string): 'known' | 'long' | 'unknown' {
  if (tag === '*') return 'known';
  const primary = tag.split('-')[0] ?? '';
  if (Intl.getCanonicalLocales(primary)[0] !== primary) return 'long';
  // The tables hold every tag of two letters, and few of the thousands with three (no British Sign Language).
  return primary.length > 2 || languages.of(primary) !== undefined ? 'known' : 'unknown';
}

function unknown(field: string, what: string, remedy: string): LintFinding {
  return { rule: 'unknown-code', field, severity: 'error', reason: `is not the code of ${what}`, remedy };
}

const zones = new Map<string, Intl.DateTimeFormat>();

function isZone(zone: string): boolean {
  try {
    if (!zones.has(zone)) zones.set(zone, new Intl.DateTimeFormat('en', { timeZone: zone }));
    return true;
  } catch {
    return false;
  }
}
