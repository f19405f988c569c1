import { Component, type ReactNode, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DirectoryClient } from '../../page/directory-client.ts';
import { useTranslation } from '../../page/translation.tsx';
import { useUpdates } from '../../page/use-updates.ts';
import { DeskProvider, useWorkspace } from './desk-context.tsx';
import { CompareScreen } from './features/compare/compare-screen.tsx';
import { ListsScreen } from './features/lists/lists-screen.tsx';
import { MatchScreen } from './features/match/match-screen.tsx';
import { Notices } from './shell/notices.tsx';
import { Shell } from './shell/shell.tsx';
import type { ScreenName, WorkspaceStore } from './workspace.ts';

interface AppProps {
  readonly workspace: WorkspaceStore;
  readonly client: DirectoryClient;
  readonly changeLanguage: (language: string) => Promise<void>;
}

/** The caseworkers' side of the desk. */
export function CaseworkerApp({ workspace, client, changeLanguage }: AppProps) {
  const context = useMemo(() => ({ workspace, client, changeLanguage }), [workspace, client, changeLanguage]);
  useUpdates(client);
  return (
    <DeskProvider value={context}>
      <Localised>
        <Shell>
          <Catcher>
            <Notices />
            <Screen />
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
  return <ScreenOf key={screen} name={screen} />;
}

function ScreenOf({ name }: { readonly name: ScreenName }) {
  switch (name) {
    case 'match':
      return <MatchScreen />;
    case 'compare':
      return <CompareScreen />;
    case 'lists':
      return <ListsScreen />;
  }
}

/** The page's only catcher. The way out is outside of it. */
class Catcher extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Broken onStartAgain={() => this.setState({ hasFailed: false })} />;
  }
}

function Broken({ onStartAgain }: { readonly onStartAgain: () => void }) {
  const { t } = useTranslation('common');
  const { t: shell } = useTranslation('desk-shell');
  return (
    <>
      <h1 tabIndex={-1}>{t('problem.title')}</h1>
      <p>{shell('broken')}</p>
      <button type="button" className="button" onClick={onStartAgain}>
        {t('problem.startAgain')}
      </button>
    </>
  );
}
