import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { listName } from '../../lists.ts';

/** Which lists are searched, and the way to choose others (C14). */
export function SearchedLists() {
  const { t } = useTranslation('desk-quick');
  const listed = useListed();
  const { workspace } = useDesk();
  const { directory } = useDirectory();
  const { regions, language } = useWorkspace();
  const names = (directory?.regions ?? [])
    .filter(({ id }) => regions.includes(id))
    .map((list) => listName(list, language));
  return (
    <p className="quiet">
      {t('lists.searched', { list: listed(names) })}{' '}
      <button type="button" className="link" onClick={() => workspace.set({ screen: 'lists' })}>
        {t('lists.see')}
      </button>
    </p>
  );
}
