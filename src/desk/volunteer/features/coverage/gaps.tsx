import { useState } from 'react';
import { type Coverage, type Gap, gapsIn } from '../../../../core/edits/coverage.ts';
import { NEEDS } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useNames } from '../../../shared/names.ts';
import type { ApiProblem } from '../../api-client.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { newId } from '../../new-id.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import type { AreaChoice } from './coverage-table.ts';

const AT_ONCE = 12;

interface GapsProps {
  readonly coverage: Coverage;
  readonly choice: AreaChoice;
  readonly languages: readonly string[];
}

/** What nobody offers, each to be taken on by somebody who will look for it (V14). */
export function Gaps({ coverage, choice, languages }: GapsProps) {
  const { t } = useTranslation('vol-coverage');
  const { work } = useStaffDesk();
  const [shown, setShown] = useState(AT_ONCE);
  const areas = [choice.kind === 'one' ? choice.area : null];
  const gaps = gapsIn(coverage, { needs: NEEDS, languages, areas });
  const taken = work.tasks.filter(({ doneAt }) => doneAt === null);
  return (
    <section className="part" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{t('gaps.title')}</h2>
      <p className="quiet">{t('gaps.why', { count: gaps.length })}</p>
      <ul className="plain-list">
        {gaps.slice(0, shown).map((gap) => (
          <GapLine
            key={`${gap.need} ${gap.language} ${gap.area}`}
            gap={gap}
            takenBy={
              taken.find(
                ({ need, language, area }) =>
                  need === gap.need && language === gap.language && area === gap.area,
              )?.adoptedBy?.name
            }
          />
        ))}
      </ul>
      {gaps.length > shown && (
        <button type="button" className="button-quiet" onClick={() => setShown(shown + AT_ONCE)}>
          {t('more', { count: gaps.length - shown })}
        </button>
      )}
    </section>
  );
}

function GapLine({ gap, takenBy }: { readonly gap: Gap; readonly takenBy: string | undefined }) {
  const { t } = useTranslation('vol-coverage');
  const { desk } = useVolunteer();
  const { directory, me } = useStaffDesk();
  const names = useNames();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const region = me?.regions[0] ?? [...directory.values()][0]?.region ?? '';
  const words = t('gaps.gap', { need: names.need(gap.need), language: names.language(gap.language) });
  const adopt = async () => {
    const answer = await calls.adopt({
      id: newId(),
      region,
      need: gap.need,
      language: gap.language,
      ...(gap.area ? { area: gap.area } : {}),
    });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await desk.exchange();
  };
  return (
    <li className="line-item">
      <span>{words}</span>
      {takenBy ? (
        <span className="quiet">{t('gaps.taken', { name: takenBy })}</span>
      ) : (
        <button
          type="button"
          className="link"
          aria-label={t('gaps.adoptWhat', { what: words })}
          onClick={() => void adopt()}
        >
          {t('gaps.adopt')}
        </button>
      )}
      {problem && (
        <span role="alert">{problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}</span>
      )}
    </li>
  );
}
