import './trusted-types.ts';
import { allLanguagesFile, deployment, languageFiles } from 'virtual:guide-build';
import { createRoot } from 'react-dom/client';
import type { Directory } from '../store/messages.ts';
import { App } from './app.tsx';
import { DirectoryClient } from './directory-client.ts';
import { defaultPlace } from './features/place/default-place.ts';
import { createLanguageChange, loadWords } from './language-files.ts';
import { createSession } from './session.ts';
import { SERVICE_WORKER, startSearchWorker } from './trusted-types.ts';
import { languageOf, startWords } from './words.ts';

const root = document.getElementById('app');
if (!root) throw new Error('guide: the page has no place for the app');

const language = languageOf(
  navigator.languages,
  deployment.languages.map(({ code }) => code),
);
const session = createSession(language);
const client = new DirectoryClient(startSearchWorker);
const words = await loadWords(languageFiles[language] ?? '');
await startWords(language, words);
const changeLanguage = createLanguageChange({ session, languageFiles, allLanguagesFile });

// A country that was opened on the static screen stays open when the app takes over.
const openCountry = root.querySelector<HTMLElement>('details[data-first][open] details[data-country][open]')
  ?.dataset.country;
createRoot(root).render(
  <App session={session} client={client} changeLanguage={changeLanguage} openCountry={openCountry} />,
);

// Starting a worker before the first paint would delay it by 27 ms, ten times that on a slow phone (measured).
requestAnimationFrame(() => setTimeout(() => void client.start(takeUp), 0));
/** What was remembered on purpose, and the place of the only list here. */
function takeUp(directory: Directory): void {
  const { settings } = directory;
  if (settings) {
    session.set({ textSize: settings.textSize, theme: settings.theme });
    if (settings.language && settings.language !== language) void changeLanguage(settings.language);
  }
  if (!session.get().place) session.set({ place: defaultPlace(directory) });
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register(SERVICE_WORKER).catch(() => undefined),
    { once: true },
  );
  if (document.readyState === 'complete')
    void navigator.serviceWorker.register(SERVICE_WORKER).catch(() => undefined);
}
