import { deployment } from 'virtual:app-build';
import { Component, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useDates } from '../page/dates.ts';
import type { DirectoryClient } from '../page/directory-client.ts';
import { exitSiteOf } from '../page/exit-site.ts';
import { useTranslation } from '../page/translation.tsx';
import { CallTrace, UrgentNumbers } from '../page/urgent-countries.tsx';
import { useUpdates } from '../page/use-updates.ts';
import { GuideProvider, useDirectory, useGuide, useSession } from './context.tsx';
import { useCountries } from './countries.ts';
import { startKeeping, stopKeeping } from './features/keeping/keeping.ts';
import { useKeptList } from './features/kept-list/use-kept-list.ts';
import { Notices } from './features/notices/notices.tsx';
import { isDraft, LANGUAGES } from './languages.ts';
import { openTile } from './open-tile.ts';
import { usePlaceName } from './place-name.ts';
import { FirstScreen } from './screens/first-screen.tsx';
import { PlaceScreen } from './screens/place-screen.tsx';
import { ResultsScreen } from './screens/results-screen.tsx';
import { UrgentScreen } from './screens/urgent-screen.tsx';
import { type Screen, type SessionStore, screenOf } from './session.ts';
import { Shell, type Tab } from './shell.tsx';
import { fetchLaterScreens, useLaterScreens } from './use-later-screens.ts';
import { useLook } from './use-look.ts';
import { usePeeling } from './use-peeling.ts';
import { useRights } from './use-rights.ts';

interface AppProps {
  readonly session: SessionStore;
  readonly client: DirectoryClient;
  readonly changeLanguage: (language: string) => Promise<void>;
  readonly keepsAtStart: boolean;
  readonly openCountry: string | undefined;
}

export function App({ session, client, changeLanguage, keepsAtStart, openCountry }: AppProps) {
  const context = useMemo(
    () => ({ session, client, changeLanguage, keepsAtStart }),
    [session, client, changeLanguage, keepsAtStart],
  );
  return (
    <GuideProvider value={context}>
      <Catcher>
        <Screens openCountry={openCountry} />
      </Catcher>
    </GuideProvider>
  );
}

function Screens({ openCountry }: { readonly openCountry: string | undefined }) {
  const { session, client } = useGuide();
  const state = useSession();
  const screen = screenOf(state);
  useLook(state);
  const isHere = useLaterScreens() !== null || EARLY.has(screen.name);
  usePeeling(state.screens, session.back, isHere);
  useUpdates(client);
  useKeptList();
  return (
    <Shell
      title={deployment.neutral_name}
      exitHref={exitSiteOf(deployment.exit_sites, state.language)}
      tab={tabOf(state.screens)}
      onBack={state.screens.length > 1 ? session.back : undefined}
      onTab={(name) => session.jump({ name })}
    >
      <Notices />
      <PrintNote />
      <ScreenView key={`${state.screens.length} ${screen.name}`} screen={screen} openCountry={openCountry} />
    </Shell>
  );
}

/** On paper alone: how old it is, and that paper can be found (CT-10). */
function PrintNote() {
  const { t } = useTranslation('common');
  const { directory } = useDirectory();
  const { day } = useDates();
  return directory && <p className="print-only">{t('printed', { date: day(directory.issuedOn) })}</p>;
}

/** Screens that need no later file. */
const EARLY: ReadonlySet<Screen['name']> = new Set(['first', 'place', 'results', 'urgent']);

function tabOf(screens: readonly Screen[]): Tab | null {
  const name = screens[1]?.name ?? 'first';
  return name === 'saved' || name === 'urgent' || name === 'settings' ? name : 'first';
}

function ScreenView({
  screen,
  openCountry,
}: {
  readonly screen: Screen;
  readonly openCountry: string | undefined;
}) {
  switch (screen.name) {
    case 'first':
      return <First openCountry={openCountry} />;
    case 'place':
      return <PlaceScreen />;
    case 'results':
      return <ResultsScreen />;
    case 'urgent':
      return <UrgentScreen />;
    default:
      return <LaterScreen screen={screen} />;
  }
}

/** A screen of the file that is fetched later; where it cannot be had, the page ends on the numbers as on any error. */
function LaterScreen({ screen }: { readonly screen: Screen }) {
  const later = useLaterScreens();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (!later) fetchLaterScreens().catch(() => setMissing(true));
  }, [later]);
  if (isMissing) throw new Error('guide: the later screens could not be fetched');
  if (!later) return null;
  switch (screen.name) {
    case 'not-sure':
      return <later.NotSureScreen />;
    case 'filters':
      return <later.FiltersScreen />;
    case 'map':
      return <later.MapDoor />;
    case 'service':
      return <later.ServiceScreen id={screen.id} />;
    case 'rights':
      return <later.RightsScreen question={screen.question} />;
    case 'cards':
      return <later.CardsScreen />;
    case 'saved':
      return <later.SavedScreen />;
    case 'receive':
      return <later.ReceiveScreen />;
    case 'received':
      return <later.ReceivedScreen list={screen.list} />;
    case 'settings':
      return <later.SettingsScreen />;
    case 'hide':
      return <later.HideScreen />;
    default:
      return null;
  }
}

function First({ openCountry }: { readonly openCountry: string | undefined }) {
  const { session, client, changeLanguage, keepsAtStart } = useGuide();
  const { language, place, knowsFirstNotice } = useSession();
  const { directory } = useDirectory();
  const placeName = usePlaceName(place);
  const countries = useCountries();
  const hasRights = (useRights('')?.pages.length ?? 0) > 0;
  // Of the place as it was when the screen opened: numbers that move while she reaches for one would be tapped wrongly.
  const [country] = useState(place?.country ?? null);
  return (
    <FirstScreen
      languages={LANGUAGES}
      language={language}
      countries={countries}
      country={country}
      placeName={place ? placeName : null}
      openCountry={openCountry}
      isDraft={isDraft(language)}
      showsNotice={!knowsFirstNotice}
      keeps={directory?.keeps ?? keepsAtStart}
      onLanguage={(code) => void changeLanguage(code)}
      onTile={(tile) => void client.ready.then(() => openTile(session, tile))}
      onPlace={() => session.open({ name: 'place' })}
      onRights={hasRights && (() => session.open({ name: 'rights', question: null }))}
      onSafety={() => session.open({ name: 'hide' })}
      onKnown={() => session.set({ knowsFirstNotice: true })}
      onKeep={(isKept) => (isKept ? startKeeping(client) : stopKeeping(client))}
    />
  );
}

/** The page's only catcher: whatever breaks, the numbers are still there. */
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
  const { session } = useGuide();
  const { language, place } = useSession();
  const countries = useCountries();
  useEffect(() => session.jump({ name: 'first' }), [session]);
  return (
    <Shell title={deployment.neutral_name} exitHref={exitSiteOf(deployment.exit_sites, language)} tab={null}>
      <h1 tabIndex={-1}>{t('problem.title')}</h1>
      <p>{t('problem.unexpected')}</p>
      <button type="button" className="button" onClick={onStartAgain}>
        {t('problem.startAgain')}
      </button>
      {countries
        .filter(({ code }) => !place?.country || code === place.country)
        .map((country) => (
          <UrgentNumbers key={country.code} country={country} />
        ))}
      <CallTrace />
    </Shell>
  );
}
