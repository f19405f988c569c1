const NAMES: Readonly<Record<string, string>> = {
  'united states': 'US',
  'united states of america': 'US',
  usa: 'US',
  'united kingdom': 'GB',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  kenya: 'KE',
  ireland: 'IE',
  canada: 'CA',
  jordan: 'JO',
};

/** A country as ISO 3166 alpha-2, from its code or a name that is certain. */
export function readCountry(words: string | undefined): string | undefined {
  const text = words?.trim() ?? '';
  const named = Object.hasOwn(NAMES, text.toLowerCase()) ? NAMES[text.toLowerCase()] : undefined;
  return named ?? (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined);
}
