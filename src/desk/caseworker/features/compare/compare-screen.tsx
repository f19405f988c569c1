import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { useMatch } from '../match/use-match.ts';
import { FactsTable } from './facts-table.tsx';

/** Up to four services side by side, before anything is promised (C2). */
export function CompareScreen() {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { compared } = useWorkspace();
  const { match, instant } = useMatch();
  const rows = [...(match?.rows ?? []), ...(match?.refused ?? [])];
  const services = compared.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return (
    <>
      <h1 tabIndex={-1}>{t('table.title')}</h1>
      {services.length === 0 ? (
        <p>{t('table.none')}</p>
      ) : (
        <FactsTable services={services} instant={instant} />
      )}
      <button type="button" className="button-quiet" onClick={() => workspace.set({ screen: 'match' })}>
        {t('toList')}
      </button>
    </>
  );
}
