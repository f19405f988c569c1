import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Catcher } from '../shared/catcher.tsx';
import { useStaffDesk, useWorkspace, VolunteerProvider } from './desk-context.tsx';
import { CallScreen } from './features/call/call-screen.tsx';
import { ChecklistScreen } from './features/checklist/checklist-screen.tsx';
import { CoverageScreen } from './features/coverage/coverage-screen.tsx';
import { DuplicatesScreen } from './features/duplicates/duplicates-screen.tsx';
import { EditorScreen } from './features/editor/editor-screen.tsx';
import { GuideScreen } from './features/guide/guide-screen.tsx';
import { HistoryScreen } from './features/history/history-screen.tsx';
import { ImportScreen } from './features/import/import-screen.tsx';
import { ListingsScreen } from './features/listings/listings-screen.tsx';
import { MergeScreen } from './features/merge/merge-screen.tsx';
import { OutboxScreen } from './features/outbox/outbox-screen.tsx';
import { OwnEdits } from './features/own-edits/own-edits.tsx';
import { PeopleScreen } from './features/people/people-screen.tsx';
import { ProviderScreen } from './features/provider/provider-screen.tsx';
import { QueueScreen } from './features/queue/queue-screen.tsx';
import { ReviewScreen } from './features/review/review-screen.tsx';
import { SignInScreen } from './features/sign-in/sign-in-screen.tsx';
import { TodayScreen } from './features/today/today-screen.tsx';
import { YouScreen } from './features/you/you-screen.tsx';
import type { StaffDesk } from './kept/staff-desk.ts';
import type { ScreenName } from './screen-names.ts';
import { Notices } from './shell/notices.tsx';
import { Shell } from './shell/shell.tsx';
import type { WorkspaceStore } from './workspace.ts';
import './volunteer.css';
import './screens.css';

interface AppProps {
  readonly workspace: WorkspaceStore;
  readonly desk: StaffDesk;
  readonly changeLanguage: (language: string) => Promise<void>;
}

/** The volunteers' side of the desk. */
export function VolunteerApp({ workspace, desk, changeLanguage }: AppProps) {
  const context = useMemo(() => ({ workspace, desk, changeLanguage }), [workspace, desk, changeLanguage]);
  return (
    <VolunteerProvider value={context}>
      <Localised>
        <Shell>
          <Catcher>
            <Notices />
            <OpenScreen />
          </Catcher>
        </Shell>
      </Localised>
    </VolunteerProvider>
  );
}

/** The library's own few words and its arrow keys follow the language of the page. */
function Localised({ children }: { readonly children: ReactNode }) {
  const { language } = useWorkspace();
  return <I18nProvider locale={language}>{children}</I18nProvider>;
}

/** Opened anew where something was forgotten: a form still has in it what is gone from the device (SV-12). */
function OpenScreen() {
  const { forgets } = useStaffDesk();
  return <Screen key={forgets} />;
}

function Screen() {
  const { screen, calling, merging, editing, remembering, doubling, importing, token, forProvider } =
    useWorkspace();
  const { me } = useStaffDesk();
  // Each begins at its top: half of a field would lie under the bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is shown
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, [screen, calling, merging, editing, remembering, doubling, importing]);
  if (forProvider && token) return <ProviderScreen token={token} />;
  if (!me) return <SignInScreen />;
  if (calling) return <CallScreen key={calling} listingId={calling} />;
  if (merging) return <MergeScreen key={merging} entryId={merging} />;
  if (editing) return <EditorScreen key={editing.listingId ?? 'new'} {...editing} />;
  if (remembering) return <HistoryScreen key={remembering} listingId={remembering} />;
  if (doubling) return <DuplicatesScreen key={doubling} listingId={doubling} />;
  if (importing) return <ImportScreen />;
  return <ScreenOf name={screen} />;
}

function ScreenOf({ name }: { readonly name: ScreenName }) {
  switch (name) {
    case 'today':
      return <TodayScreen />;
    case 'queue':
      return <QueueScreen />;
    case 'outbox':
      return (
        <>
          <OutboxScreen />
          <OwnEdits />
        </>
      );
    case 'listings':
      return <ListingsScreen />;
    case 'review':
      return <ReviewScreen />;
    case 'coverage':
      return <CoverageScreen />;
    case 'people':
      return <PeopleScreen />;
    case 'checklist':
      return <ChecklistScreen />;
    case 'guide':
      return <GuideScreen />;
    case 'you':
      return <YouScreen />;
  }
}
