import { deployment } from 'virtual:app-build';
import { type ReactNode, useMemo } from 'react';
import { WordsProvider } from '../../page/translation.tsx';
import { directionOf } from '../../page/words.ts';
import { useWordsIn } from './use-words-in.ts';

const LANGUAGES = deployment.languages.map(({ code }) => code);

interface WordsInProps {
  readonly language: string;
  readonly children: ReactNode;
}

/** What is inside is said in another language than the page, and marked so; nothing until its words are here. */
export function WordsIn({ language, children }: WordsInProps) {
  // Without them nothing is shown: the page's own words are still there.
  const { words: all } = useWordsIn(language);
  const words = useMemo(() => all?.cloneInstance({ lng: language, initAsync: false }), [all, language]);
  if (!words) return null;
  return (
    <WordsProvider value={words}>
      <div lang={language} dir={directionOf(language)}>
        {children}
      </div>
    </WordsProvider>
  );
}

/** The languages that this app has words in, each by its own name. */
export const SHIPPED_LANGUAGES = deployment.languages;

/** The first of these that the app has words in. */
export function shippedOf(languages: readonly string[]): string | undefined {
  return languages.find((language) => LANGUAGES.includes(language));
}
