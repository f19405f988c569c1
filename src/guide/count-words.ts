import { useTranslation } from '../page/translation.tsx';
import type { Count } from '../search/query.ts';
import { useSession } from './context.tsx';

/** A count beside a filter: how many there would be; with the status filter on, how many are sure and how many to ask. */
export function useCountWords(): (count: Count | undefined) => string {
  const { t } = useTranslation('find');
  const { query } = useSession();
  return (count) => {
    const { sure, ask } = count ?? { sure: 0, ask: 0 };
    if (!query.isStatusSafe) return String(sure);
    return ask === 0 ? String(sure) : t('filters.countAsk', { sure, count: ask });
  };
}
