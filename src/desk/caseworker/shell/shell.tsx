import { deployment } from 'virtual:app-build';
import { type ReactNode, useCallback, useState } from 'react';
import { exitSiteOf } from '../../../page/exit-site.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { ExitLink } from '../../../ui/exit/exit-link.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { useShortcuts } from '../shortcuts.ts';
import type { ScreenName } from '../workspace.ts';
import { LookChoices } from './look-choices.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';

const SCREENS: readonly ScreenName[] = ['match', 'compare', 'lists'];

/** What stands around every screen: the neutral name, the ways between screens, how it looks, and the way out. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const { t: shell } = useTranslation('desk-shell');
  const { workspace } = useDesk();
  const { screen, language } = useWorkspace();
  const [showsKeys, setShowsKeys] = useState(false);
  useShortcuts(useCallback(() => setShowsKeys(true), []));
  const exitHref = exitSiteOf(deployment.exit_sites, language);
  return (
    <>
      {/* A button, not a link: a link to a place in the page would change the address (EX-5). */}
      <button type="button" className="skip" onClick={focusMain}>
        {t('skip')}
      </button>
      <header className="bar">
        <ExitLink href={exitHref} label={t('exitHidden')} look="hidden" />
        <span className="bar-title">{deployment.neutral_name}</span>
        <nav className="bar-nav" aria-label={t('menu')}>
          {SCREENS.map((name) => (
            <button
              key={name}
              type="button"
              className="bar-tab"
              aria-current={name === screen ? 'page' : undefined}
              onClick={() => workspace.set({ screen: name })}
            >
              {shell(`screens.${name}`)}
            </button>
          ))}
        </nav>
        <button type="button" className="button-quiet" onClick={() => setShowsKeys(true)}>
          {shell('keys.open')}
        </button>
        <LookChoices />
        <ExitLink href={exitHref} label={t('exit')} look="bar" />
      </header>
      <main id="main">{children}</main>
      {showsKeys && <ShortcutsHelp onClose={() => setShowsKeys(false)} />}
      <p
        id="exit-status"
        role="status"
        className="visually-hidden"
        data-one={t('exitOne')}
        data-two={t('exitTwo')}
      />
    </>
  );
}

function focusMain(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus();
}
