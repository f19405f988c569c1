import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DirectoryClient } from '../../page/directory-client.ts';
import { useUpdates } from '../../page/use-updates.ts';
import { Catcher } from '../shared/catcher.tsx';
import type { Caseload } from './caseload/caseload.ts';
import { DeskProvider, useWorkspace } from './desk-context.tsx';
import { CardsScreen } from './features/cards/cards-screen.tsx';
import { ClientScreen } from './features/client/client-screen.tsx';
import { CompareScreen } from './features/compare/compare-screen.tsx';
import { DataScreen } from './features/data/data-screen.tsx';
import { HandOverScreen } from './features/hand-over/hand-over-screen.tsx';
import { ListsScreen } from './features/lists/lists-screen.tsx';
import { LogScreen } from './features/log/log-screen.tsx';
import { MatchScreen } from './features/match/match-screen.tsx';
import { SheetScreen } from './features/sheet/sheet-screen.tsx';
import { TogetherScreen } from './features/together/together-screen.tsx';
import { ClientsPanel } from './panels/clients-panel.tsx';
import { ShortlistPanel } from './panels/shortlist-panel.tsx';
import { Notices } from './shell/notices.tsx';
import { Shell } from './shell/shell.tsx';
import type { ScreenName, WorkspaceStore } from './workspace.ts';
import './caseworker.css';

interface AppProps {
  readonly workspace: WorkspaceStore;
  readonly client: DirectoryClient;
  readonly caseload: Caseload;
  readonly changeLanguage: (language: string) => Promise<void>;
}

/** The caseworkers' side of the desk. */
export function CaseworkerApp({ workspace, client, caseload, changeLanguage }: AppProps) {
  const context = useMemo(
    () => ({ workspace, client, caseload, changeLanguage }),
    [workspace, client, caseload, changeLanguage],
  );
  useUpdates(client);
  return (
    <DeskProvider value={context}>
      <Localised>
        <Shell>
          <Catcher>
            <Notices />
            <div className="frame">
              <ClientsPanel />
              <div className="frame-middle">
                <Screen />
              </div>
              <ShortlistPanel />
            </div>
          </Catcher>
        </Shell>
      </Localised>
    </DeskProvider>
  );
}

/** The library's own few words and its arrow keys follow the language of the page. */
function Localised({ children }: { readonly children: ReactNode }) {
  const { language } = useWorkspace();
  return <I18nProvider locale={language}>{children}</I18nProvider>;
}

function Screen() {
  const { screen } = useWorkspace();
  // Each begins at its top: half of a field would lie under the bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is shown
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, [screen]);
  return <ScreenOf key={screen} name={screen} />;
}

function ScreenOf({ name }: { readonly name: ScreenName }) {
  switch (name) {
    case 'match':
      return <MatchScreen />;
    case 'compare':
      return <CompareScreen />;
    case 'hand-over':
      return <HandOverScreen />;
    case 'together':
      return <TogetherScreen />;
    case 'log':
      return <LogScreen />;
    case 'client':
      return <ClientScreen />;
    case 'sheet':
      return <SheetScreen />;
    case 'cards':
      return <CardsScreen />;
    case 'lists':
      return <ListsScreen />;
    case 'data':
      return <DataScreen />;
  }
}
