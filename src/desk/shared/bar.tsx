import { deployment } from 'virtual:app-build';
import { exitSiteOf } from '../../page/exit-site.ts';
import { useLanguage, useTranslation } from '../../page/translation.tsx';
import { ExitLink } from '../../ui/exit/exit-link.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { AlwaysThere } from './always-there.tsx';

/** The bar that stays: urgent help and the way out. */
export function Bar({ onUrgent }: { readonly onUrgent: () => void }) {
  const { t } = useTranslation('common');
  const exitHref = exitSiteOf(deployment.exit_sites, useLanguage());
  return (
    <>
      {/* A button, not a link: a link to a place in the page would change the address (EX-5). */}
      <button type="button" className="skip" onClick={focusMain}>
        {t('skip')}
      </button>
      <header className="bar">
        <AlwaysThere>
          <ExitLink href={exitHref} label={t('exitHidden')} look="hidden" />
        </AlwaysThere>
        <span className="bar-title">{deployment.neutral_name}</span>
        <button type="button" className="button-quiet bar-urgent" onClick={onUrgent}>
          <Icon name="phone" />
          {t('urgent')}
        </button>
        <AlwaysThere>
          <ExitLink href={exitHref} label={t('exit')} look="bar" />
        </AlwaysThere>
      </header>
    </>
  );
}

/** Says how many more presses of Shift leave. */
export function ExitStatus() {
  const { t } = useTranslation('common');
  return (
    <AlwaysThere>
      <p
        id="exit-status"
        role="status"
        className="visually-hidden"
        data-one={t('exitOne')}
        data-two={t('exitTwo')}
      />
    </AlwaysThere>
  );
}

export function focusMain(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus();
}
