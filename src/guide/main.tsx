import './trusted-types.ts';
import { allLanguagesFile, deployment, languageFiles } from 'virtual:app-build';
import { createRoot } from 'react-dom/client';
import { DirectoryClient } from '../page/directory-client.ts';
import { createLanguageChange, loadWords } from '../page/language-files.ts';
import { registerWorker, sayStarted } from '../page/shell-worker.ts';
import { languageOf, startWords } from '../page/words.ts';
import type { Directory } from '../store/messages.ts';
import { App } from './app.tsx';
import { eraseAll } from './features/keeping/erase-and-leave.ts';
import { keepsOnThisPhone } from './features/keeping/keeping.ts';
import { defaultPlace } from './features/place/default-place.ts';
import { keepFocus } from './keep-focus.ts';
import { openTile } from './open-tile.ts';
import { createSession } from './session.ts';
import { TILES } from './tiles.ts';
import { startSearchWorker } from './trusted-types.ts';
import { fetchLaterScreens } from './use-later-screens.ts';

const NO_ANSWER_MS = 3000;

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
const hasWords = words.then((files) => startWords(language, files));
void draw(root);
// Starting a worker before the first paint would delay it by 27 ms, ten times that on a slow phone (measured). After it the
// worker opens the lists while the words arrive and the app is drawn: a first tap is answered when both are there.
requestAnimationFrame(() => setTimeout(() => void start(), 0));

async function draw(place: HTMLElement): Promise<void> {
  await hasWords;
  // A screen that she has left already need not be drawn first (0.1 s on a slow phone). With no answer from the worker it is.
  if (document.documentElement.dataset.tapped) {
    await Promise.race([client.ready, new Promise((resolve) => setTimeout(resolve, NO_ANSWER_MS))]);
    openTapped();
  }
  // A country that was opened on the static screen stays open when the app takes over.
  const openCountry = place.querySelector<HTMLElement>(
    'details[data-first][open] details[data-country][open]',
  )?.dataset.country;
  keepFocus(place);
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
  await client.start(keepsAtStart, takeUp, hasWords);
  openTapped();
  // Without a network it is fetched when it is needed.
  await fetchLaterScreens().catch(() => undefined);
}

/** Tapped on the static screen, before anybody heard it; the lists on this phone are known now. */
function openTapped(): void {
  const { dataset } = document.documentElement;
  const tile = TILES.find(({ id }) => id === dataset.tapped);
  delete dataset.tapped;
  if (tile) openTile(session, tile);
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
