import { useState } from 'react';
import type { Listing } from '../../../../core/schema.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits } from '../../../../ui/foreign-text.tsx';
import type { ApiProblem } from '../../api-client.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { Letter } from './letter.tsx';

/** Whoever runs the service says what is right: by a link that works once, or on a letter (V15). */
export function AskProvider({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('vol-listings');
  const { day } = useDates();
  const problemWords = useProblemWords();
  const { desk } = useVolunteer();
  const { answerTo } = useStaffDesk().preferences;
  const [made, setMade] = useState<{ readonly link: string; readonly endsAt: string } | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const make = async () => {
    const answer = await calls.providerLink(listing.id);
    if (!answer.ok) return setProblem(answer.problem);
    // After the mark no server is told it: it stands in no log on the way.
    setMade({ link: `${location.origin}/#provider=${answer.value.token}`, endsAt: answer.value.endsAt });
  };
  return (
    <section className="part stack" aria-labelledby="provider-title">
      <h3 id="provider-title">{t('provider.title')}</h3>
      <p>{t('provider.why')}</p>
      <p role="status">{problem && problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}</p>
      {made ? (
        <p className="made-link">
          <Digits>{made.link}</Digits>
          <span className="note">{t('provider.ends', { date: day(made.endsAt.slice(0, 10)) })}</span>
        </p>
      ) : (
        <button type="button" className="button-quiet" onClick={() => void make()}>
          {t('provider.link')}
        </button>
      )}
      <PlainField
        label={t('provider.answerTo')}
        hint={t('provider.answerToHint')}
        value={answerTo}
        onChange={(words) => void desk.prefer({ answerTo: words })}
      />
      <button type="button" className="button-quiet" onClick={() => print()}>
        {t('provider.letter')}
      </button>
      <Letter listing={listing} answerTo={answerTo} />
    </section>
  );
}
