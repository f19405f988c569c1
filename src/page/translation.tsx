import i18next, { type i18n, type Namespace, type TFunction } from 'i18next';
import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react';

// The words of the language that is on, for React. The binding that the library's authors keep does much that nobody here
// asks for (loading, fallbacks, several instances) and weighs 3 kB more in the first visit (decision 015).

const Words = createContext<i18n>(i18next);
/** Other words than the page's own: the build writes the first screen in every language at once. */
export const WordsProvider = Words.Provider;

export function useTranslation<Ns extends Namespace>(namespace: Ns): { readonly t: TFunction<Ns> } {
  const words = use(Words);
  const language = useLanguage();
  return useMemo(
    () => ({ t: words.getFixedT(language, namespace) as TFunction<Ns> }),
    [words, language, namespace],
  );
}

/** The language that is on. */
export function useLanguage(): string {
  const words = use(Words);
  const now = () => words.language;
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        words.on('languageChanged', listener);
        return () => words.off('languageChanged', listener);
      },
      [words],
    ),
    now,
    now,
  );
}
