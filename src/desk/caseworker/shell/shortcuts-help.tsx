import { deployment } from 'virtual:app-build';
import { exitSiteOf } from '../../../page/exit-site.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { Check } from '../fields/check-group.tsx';
import { SHORTCUTS } from '../shortcuts.ts';

/** What the keys do, and that they can be turned off (C13). */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('desk-shell');
  const { t: common } = useTranslation('common');
  const { workspace } = useDesk();
  const { hasShortcuts, language } = useWorkspace();
  const exit = { href: exitSiteOf(deployment.exit_sites, language), label: common('exit') };
  return (
    <Sheet title={t('keys.title')} closeLabel={common('close')} exit={exit} onClose={onClose}>
      <dl className="keys">
        {Object.entries(SHORTCUTS).map(([key, action]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <Check
        label={t('keys.on')}
        isSelected={hasShortcuts}
        onChange={(isOn) => workspace.set({ hasShortcuts: isOn })}
      />
    </Sheet>
  );
}
