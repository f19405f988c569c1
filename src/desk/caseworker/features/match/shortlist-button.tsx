import { Button } from 'react-aria-components';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { toggleShortlisted } from '../../workspace.ts';

/** On the client's shortlist or not. */
export function ShortlistButton({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('desk-shell');
  const { workspace } = useDesk();
  const isOn = useWorkspace().shortlist.includes(id);
  return (
    <Button
      className={isOn ? 'button-quiet is-on' : 'button-quiet'}
      aria-label={t(isOn ? 'shortlist.isOnName' : 'shortlist.onName', { name })}
      onPress={() => toggleShortlisted(workspace, id)}
    >
      <Icon name="star" /> {t(isOn ? 'shortlist.isOn' : 'shortlist.on')}
    </Button>
  );
}
