import i18next from 'i18next';
import type { Words } from './words.ts';

/** Nothing but the path is sent; a hashed file never changes, so any copy of it will do. */
export async function loadWords(path: string): Promise<Words> {
  const response = await fetch(path, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error('page: no words');
  return (await response.json()) as Words;
}

interface LanguageFiles {
  readonly languageFiles: Readonly<Record<string, string>>;
  readonly allLanguagesFile: string;
}

interface LanguageChange extends LanguageFiles {
  /** Who is told, once the words are there. */
  readonly session: { set(change: { readonly language: string }): void };
}

/** Changing the language. */
export function createLanguageChange({ session, ...files }: LanguageChange) {
  return async (language: string): Promise<void> => {
    await addLanguage(language, files);
    await i18next.changeLanguage(language);
    session.set({ language });
  };
}

/**
 * The words of a language beside those that are here. Once the service worker controls the page its precache answers;
 * before that, the one file that holds every language is fetched, so that no request ever tells which was chosen
 * (settled 28).
 */
export async function addLanguage(
  language: string,
  { languageFiles, allLanguagesFile }: LanguageFiles,
): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return;
  if (await isAnsweredHere(languageFiles[language] ?? '')) {
    addWords(language, await loadWords(languageFiles[language] ?? ''));
  } else {
    const all = (await loadWords(allLanguagesFile)) as Record<string, Words>;
    for (const [code, words] of Object.entries(all)) addWords(code, words);
  }
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
