import { countries } from 'virtual:app-build';
import { atBuild } from 'virtual:at-build';
import { useMemo } from 'react';
import { reviewInterval } from '../../../../core/freshness.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { CommandLinePart } from './command-line-part.tsx';
import { deskPoints } from './desk-points.ts';
import { GroupPart } from './group-part.tsx';

const INTERVALS = {
  crisis: reviewInterval(['safe.crisis-line']),
  shelter: reviewInterval(['home.refuge']),
  careful: reviewInterval(['law.advice']),
  other: reviewInterval(['live.basics']),
};

/** What is open before the lists may be published, by the rules of the command line (7.14). It shows, and publishes nothing. */
export function ChecklistScreen() {
  const { t } = useTranslation('vol-checklist');
  const { directory } = useStaffDesk();
  const today = useToday();
  const groups = useMemo(() => {
    const services = [...directory.values()].filter(({ hidden }) => !hidden);
    return deskPoints({ services, atBuild, countries, today });
  }, [directory, today]);
  const count = (state: string) => groups.filter((one) => one.state === state).length;
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{t('why')}</p>
      <p>
        <strong>
          {t('summary', { blocking: count('blocks'), open: count('open'), unknown: count('unknown') })}
        </strong>
      </p>
      <p className="quiet">{t('asOf')}</p>
      {groups.map((group) => (
        <GroupPart key={group.group} {...group} />
      ))}
      <p className="quiet">{t('intervals', INTERVALS)}</p>
      <CommandLinePart />
    </>
  );
}
