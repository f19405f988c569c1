import { allLanguagesFile, languageFiles } from 'virtual:app-build';
import i18next, { type i18n } from 'i18next';
import { useEffect, useState } from 'react';
import { addLanguage } from '../../page/language-files.ts';

interface WordsIn {
  /** Null until the language is here. */
  readonly words: i18n | null;
  readonly hasFailed: boolean;
}

/** The words of a language that need not be the page's, fetched so that nobody can tell which it is (settled 28). */
export function useWordsIn(language: string): WordsIn {
  const [failed, setFailed] = useState<string | null>(null);
  const [, setAdded] = useState(0);
  const isHere = i18next.hasResourceBundle(language, 'common');
  useEffect(() => {
    if (isHere) return;
    let isCurrent = true;
    const done = (hasFailed: boolean) => {
      if (!isCurrent) return;
      setFailed(hasFailed ? language : null);
      setAdded((count) => count + 1);
    };
    addLanguage(language, { languageFiles, allLanguagesFile }).then(
      () => done(false),
      () => done(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [language, isHere]);
  return { words: isHere ? i18next : null, hasFailed: failed === language };
}
