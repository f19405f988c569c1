import { countries } from 'virtual:app-build';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { Bar, ExitStatus } from '../../shared/bar.tsx';
import { LISTS_ID } from '../../shared/list-popover.tsx';
import { LookChoices } from '../../shared/look-choices.tsx';
import { TabRow } from '../../shared/tab-row.tsx';
import { UrgentHelp } from '../../shared/urgent-help.tsx';
import { useStaffDesk, useVolunteer, useWorkspace } from '../desk-context.tsx';
import { screensFor } from '../screen-names.ts';
import { NOTHING_OVER } from '../workspace.ts';

/** What stands around every screen. On a phone the ways between screens are at its foot, under the thumb. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { workspace, changeLanguage } = useVolunteer();
  const { language, theme } = useWorkspace();
  const { me } = useStaffDesk();
  const [isUrgent, setIsUrgent] = useState(false);
  return (
    <>
      <Bar onUrgent={() => setIsUrgent(true)} />
      <div className="bar-ways">
        <LookChoices
          language={language}
          theme={theme}
          onLanguage={(code) => void changeLanguage(code)}
          onTheme={(id) => workspace.set({ theme: id })}
        />
      </div>
      <main id="main">{children}</main>
      {me && <Tabs />}
      <div id={LISTS_ID} />
      {isUrgent && <UrgentHelp here={[]} others={countries} onClose={() => setIsUrgent(false)} />}
      <ExitStatus />
    </>
  );
}

function Tabs() {
  const { t } = useTranslation('vol-shell');
  const { workspace } = useVolunteer();
  const { screen } = useWorkspace();
  const { outbox, me } = useStaffDesk();
  const tabs = screensFor(me?.roles ?? []).map((name) => ({
    name,
    label:
      name === 'outbox' && outbox.length > 0
        ? t('screens.outboxMany', { many: outbox.length })
        : t(`screens.${name}`),
  }));
  return (
    <div className="foot-tabs">
      <TabRow
        tabs={tabs}
        current={screen}
        onChoose={(to) => workspace.set({ screen: to, ...NOTHING_OVER })}
      />
    </div>
  );
}
