import i18next from 'i18next';
import type { SessionStore } from './session.ts';
import type { Words } from './words.ts';

/** Nothing but the path is sent; a hashed file never changes, so any copy of it will do. */
export async function loadWords(path: string): Promise<Words> {
  const response = await fetch(path, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error('guide: the words could not be read');
  return (await response.json()) as Words;
}

interface LanguageChange {
  readonly session: SessionStore;
  readonly languageFiles: Readonly<Record<string, string>>;
  readonly allLanguagesFile: string;
}

/**
 * Changing the language. Once the service worker controls the page its precache answers; before that, the one file that
 * holds every language is fetched, so that no request ever tells which was chosen (settled 28).
 */
export function createLanguageChange({ session, languageFiles, allLanguagesFile }: LanguageChange) {
  return async (language: string): Promise<void> => {
    if (!i18next.hasResourceBundle(language, 'common')) {
      if (await isAnsweredHere(languageFiles[language] ?? '')) {
        addWords(language, await loadWords(languageFiles[language] ?? ''));
      } else {
        const all = (await loadWords(allLanguagesFile)) as Record<string, Words>;
        for (const [code, words] of Object.entries(all)) addWords(code, words);
      }
    }
    await i18next.changeLanguage(language);
    session.set({ language });
  };
}

function addWords(language: string, words: Words): void {
  for (const [namespace, content] of Object.entries(words))
    i18next.addResourceBundle(language, namespace, content);
}

/**
 * Whether the service worker has this file: it would fetch one that it has lost, and so tell which language it is.
 */
async function isAnsweredHere(path: string): Promise<boolean> {
  if (!navigator.serviceWorker?.controller) return false;
  return (await caches.match(path).catch(() => undefined)) !== undefined;
}
