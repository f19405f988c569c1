import './trusted-types.ts';
import { allLanguagesFile, deployment, languageFiles } from 'virtual:guide-build';
import { createRoot } from 'react-dom/client';
import type { Directory } from '../store/messages.ts';
import { App } from './app.tsx';
import { DirectoryClient } from './directory-client.ts';
import { eraseAll } from './features/keeping/erase-and-leave.ts';
import { keepsOnThisPhone, registerWorker, sayStarted } from './features/keeping/keeping.ts';
import { defaultPlace } from './features/place/default-place.ts';
import { createLanguageChange, loadWords } from './language-files.ts';
import { createSession } from './session.ts';
import { startSearchWorker } from './trusted-types.ts';
import { fetchLaterScreens } from './use-later-screens.ts';
import { languageOf, startWords } from './words.ts';

const root = document.getElementById('app');
if (!root) throw new Error('guide: the page has no place for the app');

const language = languageOf(
  navigator.languages,
  deployment.languages.map(({ code }) => code),
);
// A worker that answers for the page means a visit before this one.
const session = createSession(language, Boolean(navigator.serviceWorker?.controller));
const client = new DirectoryClient(startSearchWorker);
const changeLanguage = createLanguageChange({ session, languageFiles, allLanguagesFile });
const words = loadWords(languageFiles[language] ?? '');
const keepsAtStart = await keepsOnThisPhone();
const drawn = draw(root);
// Starting a worker before the first paint would delay it by 27 ms, ten times that on a slow phone (measured). After it the
// worker opens the lists while the words arrive and the app is drawn: a first tap is answered when both are there.
requestAnimationFrame(() => setTimeout(() => void start(), 0));

async function draw(place: HTMLElement): Promise<void> {
  await startWords(language, await words);
  // A country that was opened on the static screen stays open when the app takes over.
  const openCountry = place.querySelector<HTMLElement>(
    'details[data-first][open] details[data-country][open]',
  )?.dataset.country;
  createRoot(place).render(
    <App
      session={session}
      client={client}
      changeLanguage={changeLanguage}
      keepsAtStart={keepsAtStart}
      openCountry={openCountry}
    />,
  );
}

async function start(): Promise<void> {
  await client.start(keepsAtStart, takeUp, drawn);
  // Tapped on the static screen, before anybody heard it; the lists on this phone are known now.
  const { dataset } = document.documentElement;
  if (dataset.tapped) document.querySelector<HTMLElement>(`[data-tile=${dataset.tapped}]`)?.click();
  delete dataset.tapped;
  // Without a network it is fetched when it is needed.
  await fetchLaterScreens().catch(() => undefined);
}

/** What was remembered on purpose, and the place of the only list here. */
function takeUp(directory: Directory): void {
  const { settings } = directory;
  // She chose that an unused guide forgets everything: then nothing of before is taken up, and the page begins anew.
  if (directory.isOverdue) return void forget();
  sayStarted();
  if (settings) {
    const { textSize, theme, forgetAfterDays } = settings;
    session.set({ textSize, theme, forgetAfterDays });
    if (settings.language && settings.language !== language) void changeLanguage(settings.language);
  }
  if (!session.get().place) session.set({ place: defaultPlace(directory) });
}

if (keepsAtStart) registerWorker();

/** Begins anew where the host can be reached. Where not, a new page could not be had: this one stays, with its numbers. */
async function forget(): Promise<void> {
  if (await eraseAll(client)) location.replace('/');
  else client.report({ kind: 'offline' });
}
