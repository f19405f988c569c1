import type { i18n } from 'i18next';
import { datesIn } from '../../../page/dates.ts';
import type { Say, SheetWords } from '../domain/sheet-words.ts';

/** The words of one language for a sheet. Its files must have been added to `words` before. */
export function sheetWordsOf(words: i18n, language: string): SheetWords {
  const listFormat = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = words.getFixedT(language, 'languages');
  return {
    language,
    sheet: words.getFixedT(language, 'desk-sheets') as Say<'desk-sheets'>,
    find: words.getFixedT(language, 'find') as Say<'find'>,
    service: words.getFixedT(language, 'service') as Say<'service'>,
    languageName: (tag) => names(`names.${tag}`, { defaultValue: tag }),
    list: (all) => listFormat.format(all),
    day: datesIn(language).day,
  };
}
