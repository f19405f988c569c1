import { useTranslation } from '../../../page/translation.tsx';
import { Check } from '../../shared/check-group.tsx';
import { DeskSheet } from '../../shared/desk-sheet.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { SHORTCUTS } from '../shortcuts.ts';
import { useKeyNames } from './use-key-names.ts';

/** What the keys do, and that they can be turned off (C13). */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('desk-shell');
  const { t: quick } = useTranslation('desk-quick');
  const keyName = useKeyNames();
  const { workspace } = useDesk();
  const { hasShortcuts } = useWorkspace();
  const showTour = () => {
    onClose();
    workspace.set({ tour: 0 });
  };
  return (
    <DeskSheet title={t('keys.title')} onClose={onClose}>
      <dl className="keys">
        {Object.entries(SHORTCUTS).map(([key, action]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{keyName(action)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{quick('palette.title')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Shift</kbd>
          </dt>
          <dd>{quick('keys.range')}</dd>
        </div>
      </dl>
      <Check
        label={t('keys.on')}
        isSelected={hasShortcuts}
        onChange={(isOn) => workspace.set({ hasShortcuts: isOn })}
      />
      <p>
        <button type="button" className="button-quiet" onClick={showTour}>
          {quick('tour.open')}
        </button>
      </p>
    </DeskSheet>
  );
}
