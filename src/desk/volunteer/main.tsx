import './trusted-types.ts';
import { allLanguagesFile, deployment, languageFiles } from 'virtual:app-build';
import { createRoot } from 'react-dom/client';
import { createLanguageChange, loadWords } from '../../page/language-files.ts';
import { registerWorker, sayStarted } from '../../page/shell-worker.ts';
import { languageOf, startWords } from '../../page/words.ts';
import { api } from './api-client.ts';
import { VolunteerApp } from './app.tsx';
import { exchangeNowAndThen } from './exchange-now-and-then.ts';
import { openDeskDatabase } from './kept/desk-database.ts';
import { createStaffDesk } from './kept/staff-desk.ts';
import { isForProvider, takeTokenFromAddress } from './one-time-link.ts';
import { createWorkspace } from './workspace.ts';

const forProvider = isForProvider();
const token = takeTokenFromAddress();
const root = document.getElementById('app');
if (!root) throw new Error('desk: the page has no place for the app');

const language = languageOf(
  navigator.languages,
  deployment.languages.map(({ code }) => code),
);
const workspace = createWorkspace({ language, token, forProvider });
// A link that is opened where the desk is open already loads no page: its token must not stay in the address either.
addEventListener('hashchange', () => {
  const forOneProvider = isForProvider();
  const opened = takeTokenFromAddress();
  if (opened !== null) workspace.set({ token: opened, forProvider: forOneProvider });
});
const desk = createStaffDesk({ database: openDeskDatabase(), api, now: () => new Date().toISOString() });
await Promise.all([startWords(language, await loadWords(languageFiles[language] ?? '')), desk.open()]);
const changeLanguage = createLanguageChange({ session: workspace, languageFiles, allLanguagesFile });

createRoot(root).render(<VolunteerApp workspace={workspace} desk={desk} changeLanguage={changeLanguage} />);
registerWorker();
sayStarted();
exchangeNowAndThen(desk);
