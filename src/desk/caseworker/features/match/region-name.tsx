import { useTranslation } from '../../../../page/translation.tsx';
import { useDirectory, useWorkspace } from '../../desk-context.tsx';
import { listName } from '../../lists.ts';

/** Which list a service is in, where several are searched (C14). */
export function RegionName({ region }: { readonly region: string | null }) {
  const { t } = useTranslation('desk-quick');
  const { directory } = useDirectory();
  const { regions, language } = useWorkspace();
  if (regions.length < 2) return null;
  const list = directory?.regions.find(({ id }) => id === region);
  return <span className="row-region">{list ? listName(list, language) : t('national')}</span>;
}
