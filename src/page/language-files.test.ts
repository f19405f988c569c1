import i18next from 'i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { createLanguageChange } from './language-files.ts';

const ALL = '/assets/all.json';
const FILES = { en: '/assets/en.json', ar: '/assets/ar.json' };

/** A phone whose service worker answers, and which holds these files. */
async function phoneWith(held: readonly string[]): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
  vi.stubGlobal('caches', { match: async (path: string) => (held.includes(path) ? {} : undefined) });
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const words = { common: { language: 'x' } };
    return { ok: true, json: async () => (path === ALL ? { ar: words, en: words } : words) };
  });
  await i18next.init({ lng: 'en', resources: {} });
  return asked;
}

/** What an app remembers of the language. */
function sessionIn(language: string) {
  let now = language;
  return { get: () => now, set: (change: { readonly language: string }) => (now = change.language) };
}

afterEach(() => vi.unstubAllGlobals());

test('NW-6 a language that the phone holds is read from the phone', async () => {
  const asked = await phoneWith([FILES.ar]);
  const session = sessionIn('en');
  await createLanguageChange({ session, languageFiles: FILES, allLanguagesFile: ALL })('ar');
  expect(asked).toEqual([FILES.ar]);
  expect(session.get()).toBe('ar');
});

test('NW-6 a language that the phone has lost is asked for together with all the others', async () => {
  const asked = await phoneWith([]);
  await createLanguageChange({ session: sessionIn('en'), languageFiles: FILES, allLanguagesFile: ALL })('ar');
  expect(asked).toEqual([ALL]);
});
