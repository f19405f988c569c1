import type { ReactNode } from 'react';
import { useTranslation } from '../page/translation.tsx';
import { ExitLink } from '../ui/exit/exit-link.tsx';
import { Icon, type IconName } from '../ui/icons/icon.tsx';

export type Tab = 'first' | 'saved' | 'urgent' | 'settings';

interface ShellProps {
  readonly title: string;
  readonly exitHref: string;
  readonly tab: Tab | null;
  readonly onBack?: (() => void) | undefined;
  readonly onTab?: (tab: Tab) => void;
  readonly children: ReactNode;
}

const TABS: readonly { id: Tab; icon: IconName; word: 'find' | 'saved' | 'urgent' | 'settings' }[] = [
  { id: 'first', icon: 'find', word: 'find' },
  { id: 'saved', icon: 'star', word: 'saved' },
  { id: 'urgent', icon: 'phone', word: 'urgent' },
  { id: 'settings', icon: 'sliders', word: 'settings' },
];

/** What stands around every screen: back, the neutral name, the way out, and four ways on. */
export function Shell({ title, exitHref, tab, onBack, onTab, children }: ShellProps) {
  const { t } = useTranslation('common');
  return (
    <>
      {/* A button, not a link: a link to a place in the page would change the address (EX-5). */}
      <button type="button" className="skip scripted-only" onClick={focusMain}>
        {t('skip')}
      </button>
      <header className="bar">
        <ExitLink href={exitHref} label={t('exitHidden')} look="hidden" />
        <div className="bar-start">
          {onBack && (
            <button type="button" className="back" onClick={onBack}>
              <Icon name="back" isDirectional />
              <span>{t('back')}</span>
            </button>
          )}
        </div>
        <span className="bar-title">{title}</span>
        <ExitLink href={exitHref} label={t('exit')} look="bar" />
      </header>
      <main id="main">{children}</main>
      <nav className="tabs scripted-only" aria-label={t('menu')}>
        {TABS.map(({ id, icon, word }) => (
          <button
            key={id}
            type="button"
            className="tab"
            aria-current={tab === id ? 'page' : undefined}
            onClick={() => onTab?.(id)}
          >
            <Icon name={icon} />
            <span>{t(word)}</span>
          </button>
        ))}
      </nav>
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
