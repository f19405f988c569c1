import type { i18n } from 'i18next';
import type { Say, SheetWords } from '../domain/sheet-words.ts';

// As in the guide: Latin digits everywhere, because digits are copied; English with the day first.
const TAGS: Readonly<Record<string, string>> = { ar: 'ar-u-nu-latn', en: 'en-GB' };

/** The words of one language for a sheet. Its files must have been added to `words` before. */
export function sheetWordsOf(words: i18n, language: string): SheetWords {
  const dayFormat = new Intl.DateTimeFormat(TAGS[language] ?? language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const listFormat = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = words.getFixedT(language, 'languages');
  return {
    language,
    sheet: words.getFixedT(language, 'desk-sheets') as Say<'desk-sheets'>,
    find: words.getFixedT(language, 'find') as Say<'find'>,
    service: words.getFixedT(language, 'service') as Say<'service'>,
    languageName: (tag) => names(`names.${tag}`, { defaultValue: tag }),
    list: (all) => listFormat.format(all),
    day: (day) => dayFormat.format(new Date(`${day}T00:00:00Z`)),
  };
}
