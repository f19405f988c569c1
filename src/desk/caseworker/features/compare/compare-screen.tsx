import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { MOST_COMPARED } from '../../domain/compare.ts';
import { useMatch } from '../match/use-match.ts';
import { FactsTable } from './facts-table.tsx';

/** Up to four services side by side, before anything is promised (C2). */
export function CompareScreen() {
  const { t } = useTranslation('desk-match');
  const { t: quick } = useTranslation('desk-quick');
  const { workspace } = useDesk();
  const { chosen } = useWorkspace();
  const { match, instant } = useMatch();
  const rows = [...(match?.rows ?? []), ...(match?.refused ?? [])];
  const services = chosen.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return (
    <>
      <h1 tabIndex={-1}>{t('table.title')}</h1>
      {services.length === 0 || services.length > MOST_COMPARED ? (
        <p>{services.length === 0 ? t('table.none') : quick('bulk.tooMany')}</p>
      ) : (
        <FactsTable services={services} instant={instant} />
      )}
      <button type="button" className="button-quiet" onClick={() => workspace.set({ screen: 'match' })}>
        {t('toList')}
      </button>
    </>
  );
}
