import { useState } from 'react';
import type { LogAnswer } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits } from '../../../../ui/foreign-text.tsx';
import type { ApiProblem } from '../../api-client.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { useLogWords } from './use-log-words.ts';

/** What was done and by whom, the latest first: names of fields and never a value (SV-12, SV-14). */
export function LogPart() {
  const { t } = useTranslation('vol-people');
  const problemWords = useProblemWords();
  const [held, setHeld] = useState<LogAnswer | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const read = async () => {
    const answer = await calls.log(held?.entries.at(-1)?.seq ?? null);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    const { entries, more, names } = answer.value;
    setHeld({ entries: [...(held?.entries ?? []), ...entries], more, names: { ...held?.names, ...names } });
  };
  return (
    <section className="part" aria-labelledby="log-title">
      <h2 id="log-title">{t('log.title')}</h2>
      <p className="quiet">{t('log.why')}</p>
      <p role="status">{problem && problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}</p>
      {held && <LogTable {...held} />}
      {held?.more !== false && (
        <button type="button" className="button-quiet" onClick={() => void read()}>
          {held ? t('log.more') : t('log.show')}
        </button>
      )}
    </section>
  );
}

function LogTable({ entries, names }: Pick<LogAnswer, 'entries' | 'names'>) {
  const { t } = useTranslation('vol-people');
  const listed = useListed();
  const { directory } = useStaffDesk();
  /** The log has ids: people are found by the names they have today, services by what this device has. */
  const nameOf = (id: string) => names[id] ?? directory.get(id)?.listing.name ?? id;
  const words = useLogWords(nameOf);
  const { day } = useDates();
  return (
    <table className="table">
      <caption className="visually-hidden">{t('log.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('log.when')}</th>
          <th scope="col">{t('log.what')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ seq, at, actor, action, object, detail }) => (
          <tr key={seq}>
            <td>
              {day(at.slice(0, 10))}
              <span className="note">
                <Digits>{at.slice(11, 16)}</Digits>
              </span>
            </td>
            <td>
              <strong>
                <bdi>{words.actor(actor)}</bdi>
              </strong>
              {': '}
              {words.did(action)} {nameOf(object) !== object && <bdi>{nameOf(object)}</bdi>}
              {words.details(detail).map(({ label, words: said }) => (
                <span key={label} className="note">
                  {label}: <bdi>{listed(said)}</bdi>
                </span>
              ))}
              {nameOf(object) === object && (
                <span className="note">
                  <bdi dir="ltr">{object}</bdi>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
