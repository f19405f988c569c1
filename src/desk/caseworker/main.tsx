import './trusted-types.ts';
import { allLanguagesFile, deployment, languageFiles } from 'virtual:app-build';
import { createRoot } from 'react-dom/client';
import { DirectoryClient } from '../../page/directory-client.ts';
import { createLanguageChange, loadWords } from '../../page/language-files.ts';
import { registerWorker, sayStarted } from '../../page/shell-worker.ts';
import { languageOf, startWords } from '../../page/words.ts';
import { CaseworkerApp } from './app.tsx';
import { keepClient } from './keep-client.ts';
import { takeUpLists } from './lists.ts';
import { startCaseload } from './start-caseload.ts';
import { startSearchWorker, startVaultWorker } from './trusted-types.ts';
import { createWorkspace } from './workspace.ts';

const root = document.getElementById('app');
if (!root) throw new Error('desk: the page has no place for the app');

const language = languageOf(
  navigator.languages,
  deployment.languages.map(({ code }) => code),
);
const workspace = createWorkspace(language);
const client = new DirectoryClient(startSearchWorker);
const caseload = startCaseload(startVaultWorker);
keepClient(workspace, caseload);
void caseload.look();
await startWords(language, await loadWords(languageFiles[language] ?? ''));
const changeLanguage = createLanguageChange({ session: workspace, languageFiles, allLanguagesFile });

createRoot(root).render(
  <CaseworkerApp workspace={workspace} client={client} caseload={caseload} changeLanguage={changeLanguage} />,
);
registerWorker();
await client.start(true, (directory) => {
  sayStarted();
  takeUpLists(workspace, directory);
});
