import i18next, { type i18n } from 'i18next';

export type Words = Readonly<Record<string, object>>;
export const DEFAULT_LANGUAGE = 'en';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ps']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(baseOf(language)) ? 'rtl' : 'ltr';
}

/** The first of the phone's languages that we ship. */
export function languageOf(wanted: readonly string[], shipped: readonly string[]): string {
  for (const tag of wanted) {
    const base = baseOf(tag);
    if (shipped.includes(base)) return base;
  }
  return DEFAULT_LANGUAGE;
}

function baseOf(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

/** The words of one language, ready to use; the same for the page and for the static first screen at the build. */
export async function startWords(language: string, words: Words, instance: i18n = i18next): Promise<i18n> {
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(words),
    defaultNS: 'common',
    resources: { [language]: words },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
