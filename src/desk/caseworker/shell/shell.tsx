import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { Bar, ExitStatus } from '../../shared/bar.tsx';
import { LISTS_ID } from '../../shared/list-popover.tsx';
import { LookChoices } from '../../shared/look-choices.tsx';
import { UrgentHelp } from '../../shared/urgent-help.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { useCountries } from '../use-countries.ts';
import { Palette } from './palette.tsx';
import { ScreenTabs } from './screen-tabs.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { Tour } from './tour.tsx';
import { UndoToast } from './undo-toast.tsx';

type OpenSheet = 'keys' | 'palette' | 'urgent' | null;

/**
 * What stands around every screen: urgent help and the way out in a bar that stays; the ways between screens and how they
 * look in a second one, which on a small screen goes with the page.
 */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t: shell } = useTranslation('desk-shell');
  const { t: quick } = useTranslation('desk-quick');
  const { workspace, changeLanguage } = useDesk();
  const { language, theme } = useWorkspace();
  const countries = useCountries();
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const open = useCallback((which: OpenSheet) => {
    // One at a time: a second would lie over the first one's way out.
    if (!document.querySelector('dialog[open]')) setSheet(which);
  }, []);
  const onHelp = useCallback(() => open('keys'), [open]);
  const onPalette = useCallback(() => open('palette'), [open]);
  useShortcuts({ onHelp, onPalette });
  const close = () => setSheet(null);
  return (
    <>
      <Bar onUrgent={() => setSheet('urgent')} />
      <div className="bar-ways">
        <ScreenTabs />
        <div className="bar-look">
          <button type="button" className="button-quiet" onClick={onPalette}>
            {quick('palette.open')}
          </button>
          <button type="button" className="button-quiet" onClick={onHelp}>
            {shell('keys.open')}
          </button>
          <LookChoices
            language={language}
            theme={theme}
            onLanguage={(code) => void changeLanguage(code)}
            onTheme={(id) => workspace.set({ theme: id })}
          />
        </div>
      </div>
      <main id="main">{children}</main>
      <div className="foot">
        <UndoToast />
        <Tour />
      </div>
      <div id={LISTS_ID} />
      {sheet === 'keys' && <ShortcutsHelp onClose={close} />}
      {sheet === 'palette' && <Palette onClose={close} onHelp={onHelp} />}
      {sheet === 'urgent' && <UrgentHelp {...countries} onClose={close} />}
      <ExitStatus />
    </>
  );
}
