import { useTranslation } from '../../../page/translation.tsx';
import { TabRow } from '../../shared/tab-row.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { SCREENS } from '../workspace.ts';

export function ScreenTabs() {
  const { t } = useTranslation('desk-shell');
  const { workspace } = useDesk();
  const { screen } = useWorkspace();
  const tabs = SCREENS.map((name) => ({ name, label: t(`screens.${name}`) }));
  return <TabRow tabs={tabs} current={screen} onChoose={(to) => workspace.set({ screen: to })} />;
}
