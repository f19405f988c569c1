import { DANGER } from '../../../core/taxonomy.ts';
import { useListed } from '../../../page/listed.ts';
import { useTranslation } from '../../../page/translation.tsx';
import type { Answer } from '../../../search/query.ts';
import { useActiveFilters } from '../../active-filters.ts';
import { useGuide, useSession } from '../../context.tsx';
import { LinesToCall } from '../../lines-to-call.tsx';

interface EmptyAnswerProps {
  readonly answer: Answer;
}

/** Never a dead end: which filter to let go of and what that would give, and always somebody to call. */
export function EmptyAnswer({ answer }: EmptyAnswerProps) {
  const { t } = useTranslation('find');
  const listed = useListed();
  const { session } = useGuide();
  const { query, place } = useSession();
  const active = useActiveFilters(query);
  const advice = answer.relax.flatMap(({ kind, total }) => {
    const filters = active.filter((filter) => filter.kind === kind);
    const [only] = filters;
    if (kind === 'near')
      return [
        {
          label: t('filters.near'),
          total,
          apply: () => place && session.set({ place: { ...place, withinKm: null } }),
        },
      ];
    if (!only) return [];
    const label = listed(filters.map((filter) => filter.label));
    return [{ label, total, apply: () => session.set({ query: { ...query, ...emptied(kind) } }) }];
  });
  // In danger a voice now comes before any advice.
  const isInDanger = query.textNeeds.includes(DANGER);
  return (
    <section className="empty">
      {isInDanger && <LinesToCall />}
      <p>{t('results.empty')}</p>
      <ul className="plain-list">
        {advice.map(({ label, total, apply }) => (
          <li key={label}>
            <button type="button" className="button-quiet wide" onClick={apply}>
              {t('results.relax', { filter: label, count: total })}
            </button>
          </li>
        ))}
      </ul>
      {!isInDanger && <LinesToCall />}
    </section>
  );
}

function emptied(kind: string): object {
  if (kind === 'text') return { text: '', textNeeds: [] };
  return { [kind]: kind.startsWith('is') ? false : [] };
}
