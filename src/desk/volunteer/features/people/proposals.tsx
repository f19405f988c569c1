import type { Proposal } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { calls } from '../../staff-calls.ts';
import { ActionProblem, useAction } from './use-action.tsx';

interface ProposalsProps {
  readonly proposals: readonly Proposal[];
  readonly nameOf: (id: string) => string;
  readonly onChanged: () => void;
}

/** What one coordinator wants and a second one has to agree to. */
export function Proposals({ proposals, nameOf, onChanged }: ProposalsProps) {
  const { t } = useTranslation('vol-people');
  const { t: shell } = useTranslation('vol-shell');
  const listed = useListed();
  const { day } = useDates();
  const { me, directory } = useStaffDesk();
  const act = useAction(onChanged);
  if (proposals.length === 0) return null;
  return (
    <section className="part" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{t('proposals.title')}</h2>
      <ActionProblem action={act} />
      <ul className="plain-list">
        {proposals.map(({ id, kind, subject, roles, by, at }) => (
          <li key={id} className="line-item">
            <span>
              {t(`proposals.${kind}`, {
                name: kind === 'unhide' ? (directory.get(subject)?.listing.name ?? subject) : nameOf(subject),
                roles: listed((roles ?? []).map((role) => shell(`roles.${role}`))),
              })}
              <span className="note">{t('proposals.by', { name: by.name, date: day(at.slice(0, 10)) })}</span>
            </span>
            {by.id === me?.id ? (
              <span className="quiet">{t('proposals.own')}</span>
            ) : (
              <button
                type="button"
                className="button-quiet"
                onClick={() => void act.run(() => calls.agree(id))}
              >
                {t('proposals.agree')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
