import { IMMIGRATION_STATUSES } from '../../../core/taxonomy.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useGuide, useSession } from '../../context.tsx';

const CHOICES = IMMIGRATION_STATUSES.filter((status) => status !== 'any');

/** An optional question, kept in memory only: those that name her come into view, still as conditional (settled 16). */
export function ClosestStatus({ naming }: { readonly naming: number }) {
  const { t } = useTranslation('find');
  const { t: needs } = useTranslation('needs');
  const { session } = useGuide();
  const { query } = useSession();
  const choose = (closestStatus: (typeof CHOICES)[number] | null) =>
    session.set({ query: { ...query, closestStatus } });
  return (
    <fieldset className="filter-group">
      <legend>{t('results.statusClosest')}</legend>
      <div className="chips">
        {CHOICES.map((status) => (
          <button
            key={status}
            type="button"
            className="chip"
            aria-pressed={query.closestStatus === status}
            onClick={() => choose(status)}
          >
            {needs(`statuses.${status}`)}
          </button>
        ))}
        <button
          type="button"
          className="chip"
          aria-pressed={query.closestStatus === null}
          onClick={() => choose(null)}
        >
          {t('results.ratherNot')}
        </button>
      </div>
      <p role="status">{query.closestStatus && t('results.naming', { count: naming })}</p>
    </fieldset>
  );
}
