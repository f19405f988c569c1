import { useEffect, useRef, useState } from 'react';
import type { Group, Need } from '../../core/taxonomy.ts';
import { needsIn } from '../../core/taxonomy.ts';
import { useTranslation } from '../../page/translation.tsx';
import { UrgentCountries } from '../../page/urgent-countries.tsx';
import { EMPTY_QUERY } from '../../search/query.ts';
import { useGuide, useSession } from '../context.tsx';
import { useCountries } from '../countries.ts';
import { useAnswer } from '../use-answer.ts';

type Safe = 'no' | 'maybe' | 'yes';
type Hardest = 'nowhere' | 'controlled' | 'hurt' | 'talk' | 'photos' | 'else';
type Who = 'me' | 'meAndChildren' | 'underEighteen' | 'someoneElse';

interface Answers {
  readonly safe: Safe | null;
  readonly hardest: Hardest | null;
  readonly who: Who | null;
}

const SAFE: readonly Safe[] = ['no', 'maybe', 'yes'];
const HARDEST: readonly Hardest[] = ['nowhere', 'controlled', 'hurt', 'talk', 'photos', 'else'];
const WHO: readonly Who[] = ['me', 'meAndChildren', 'underEighteen', 'someoneElse'];
const STEPS = 3;

const NEEDS_OF: Readonly<Record<Hardest, readonly Need[]>> = {
  nowhere: ['home.emergency', 'home.refuge'],
  controlled: ['help.trafficking', 'law.immigration', 'law.advice', 'live.benefits', 'help.advocate'],
  hurt: needsIn('health'),
  talk: ['safe.crisis-line', ...needsIn('mind')],
  photos: needsIn('online'),
  else: [],
};

/** Three plain questions, each of which can be skipped. What was understood shows as filters that can be taken off. */
export function NotSureScreen() {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  const { session } = useGuide();
  const { place, screens } = useSession();
  const countries = useCountries();
  const [step, setStep] = useState(1);
  const [answers, setAnswers] = useState<Answers>({ safe: null, hardest: null, who: null });
  const { answer } = useAnswer(0);
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is read out as it comes
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);

  const showResults = (final: Answers) => {
    session.set({ query: { ...EMPTY_QUERY, ...understood(final) } });
    const rest = screens.slice(0, -1);
    session.set({ screens: [...rest, { name: place ? 'results' : 'place' }] });
  };
  const take = (change: Partial<Answers>) => {
    const next = { ...answers, ...change };
    setAnswers(next);
    session.set({ query: { ...EMPTY_QUERY, ...understood(next) } });
    if (step === STEPS) showResults(next);
    else setStep(step + 1);
  };
  const skip = () => (step === STEPS ? showResults(answers) : setStep(step + 1));
  const isUrgent = answers.safe === 'no' || answers.safe === 'maybe';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('notSure.title')}
      </h1>
      <p className="quiet">{t('notSure.step', { step, steps: STEPS })}</p>
      {isUrgent && step === 2 && (
        <>
          <p>{t('notSure.askFirst')}</p>
          <UrgentCountries countries={countries} country={place?.country ?? null} />
        </>
      )}
      {step === 1 && (
        <Question
          title={t('notSure.safe')}
          options={SAFE}
          chosen={answers.safe}
          labelOf={(safe) =>
            t(`notSure.${({ no: 'safeNo', maybe: 'safeMaybe', yes: 'safeYes' } as const)[safe]}`)
          }
          onChoose={(safe) => take({ safe })}
        />
      )}
      {step === 2 && (
        <Question
          title={t('notSure.hardest')}
          options={HARDEST}
          chosen={answers.hardest}
          labelOf={(hardest) => t(`notSure.${hardest}`)}
          onChoose={(hardest) => take({ hardest })}
        />
      )}
      {step === 3 && (
        <Question
          title={t('notSure.who')}
          options={WHO}
          chosen={answers.who}
          labelOf={(who) => t(`notSure.${who}`)}
          onChoose={(who) => take({ who })}
        />
      )}
      <div className="step-actions">
        {step > 1 && (
          <button type="button" className="button-quiet" onClick={() => setStep(step - 1)}>
            {t('notSure.before')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={skip}>
          {common('skipStep')}
        </button>
      </div>
      <p role="status">{answer && place && t('notSure.count', { count: answer.all.total })}</p>
      {step > 1 && (
        <button type="button" className="button wide" onClick={() => showResults(answers)}>
          {t('notSure.showNow')}
        </button>
      )}
    </>
  );
}

/** What the answers say of needs and of who it is for; nothing more is read into them. */
function understood({ safe, hardest, who }: Answers): { needs: readonly Need[]; groups: readonly Group[] } {
  const urgent: Need[] = safe === 'no' || safe === 'maybe' ? ['safe.crisis-line', 'safe.escape'] : [];
  const needs = new Set<Need>([...urgent, ...(hardest ? NEEDS_OF[hardest] : [])]);
  return { needs: [...needs], groups: who === 'underEighteen' ? ['under-18'] : [] };
}

interface QuestionProps<Option extends string> {
  readonly title: string;
  readonly options: readonly Option[];
  readonly chosen: Option | null;
  readonly labelOf: (option: Option) => string;
  readonly onChoose: (option: Option) => void;
}

function Question<Option extends string>({
  title,
  options,
  chosen,
  labelOf,
  onChoose,
}: QuestionProps<Option>) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain-list rows">
        {options.map((option) => (
          <li key={option}>
            <button
              type="button"
              className="row-button"
              aria-pressed={option === chosen}
              onClick={() => onChoose(option)}
            >
              {labelOf(option)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
