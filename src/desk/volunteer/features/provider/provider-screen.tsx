import { type FormEvent, useCallback, useState } from 'react';
import type { ProviderAnswers, ProviderQuestions } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import type { ApiProblem } from '../../api-client.ts';
import { FieldValue } from '../../fields/field-value.tsx';
import { Picks } from '../../fields/picks.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { useAnswer } from '../../use-answer.ts';
import { answersFrom, type Said } from './answers-from.ts';

/** What whoever runs a service is shown by a one-time link: each fact, right or changed. No account (V15). */
export function ProviderScreen({ token }: { readonly token: string }) {
  const { t } = useTranslation('vol-provider');
  const problemWords = useProblemWords();
  const [isSent, setIsSent] = useState(false);
  const { value, problem } = useAnswer(useCallback(() => calls.providerQuestions(token), [token]));
  if (isSent) return <Thanks />;
  if (problem)
    return (
      <>
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p role="status">{problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}</p>
      </>
    );
  if (!value) return <h1 tabIndex={-1}>{t('title')}</h1>;
  return <Questions questions={value} token={token} onSent={() => setIsSent(true)} />;
}

function Thanks() {
  const { t } = useTranslation('vol-provider');
  return (
    <>
      <h1 tabIndex={-1}>{t('thanks')}</h1>
      <p role="status">{t('after')}</p>
    </>
  );
}

interface QuestionsProps {
  readonly questions: ProviderQuestions;
  readonly token: string;
  readonly onSent: () => void;
}

function Questions({ questions, token, onSent }: QuestionsProps) {
  const { t } = useTranslation('vol-provider');
  const { day } = useDates();
  const problemWords = useProblemWords();
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [problem, setProblem] = useState<ApiProblem | 'nothing' | 'words' | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answers = answersFrom(questions.facts, said);
    if (!answers.ok) return setProblem(answers.problem);
    const answer = await calls.answerProvider(token, { answers: answers.value } satisfies ProviderAnswers);
    if (answer.ok) onSent();
    else setProblem(answer.problem);
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <h1 tabIndex={-1}>
        <ForeignText>{questions.name}</ForeignText>
      </h1>
      <p className="lead">{t('why')}</p>
      <p className="quiet">{t('ends', { date: day(questions.endsAt.slice(0, 10)) })}</p>
      {questions.facts.map(({ field, value }) => (
        <Fact
          key={field}
          field={field}
          value={value}
          said={said[field]}
          onSay={(one) => setSaid({ ...said, [field]: one })}
        />
      ))}
      <p role="alert" className={problem ? 'notice' : ''}>
        {typeof problem === 'string'
          ? t(`missing.${problem}`)
          : problem && problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}
      </p>
      <button type="submit" className="button button-wide">
        {t('send')}
      </button>
    </form>
  );
}

interface FactProps {
  readonly field: string;
  readonly value: ProviderQuestions['facts'][number]['value'];
  readonly said: Said | undefined;
  readonly onSay: (said: Said) => void;
}

function Fact({ field, value, said, onSay }: FactProps) {
  const { t } = useTranslation('vol-provider');
  const say = useFieldWords();
  return (
    <section className="part" aria-label={say.label(field)}>
      <h2>{say.label(field)}</h2>
      <FieldValue field={field} value={value} language={undefined} />
      <Picks
        label={t('question')}
        options={(['still-right', 'changed'] as const).map((id) => ({ id, label: t(`answers.${id}`) }))}
        value={said?.answer ?? null}
        onChange={(answer) => onSay({ words: '', ...said, answer })}
      />
      {said?.answer === 'changed' && (
        <PlainField
          label={t('words')}
          hint={t('wordsHint')}
          rows={2}
          value={said.words}
          onChange={(words) => onSay({ ...said, words })}
        />
      )}
    </section>
  );
}
