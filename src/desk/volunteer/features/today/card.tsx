import { useState } from 'react';
import { addDays } from '../../../../core/dates.ts';
import type { Check, CheckAnswer, Edit, VerifyMethod } from '../../../../core/edits/edit.ts';
import type { Question } from '../../../../core/edits/questions.ts';
import type { Why } from '../../../../core/edits/queue.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { checksOfAnswer } from '../../checks-of-answer.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { KeptListing } from '../../kept/desk-database.ts';
import { newId } from '../../new-id.ts';
import { useFieldDraft } from '../../use-field-draft.ts';
import { WhyNow } from '../../why-now.tsx';
import { FieldForm } from '../editor/field-form.tsx';
import { Answers } from './answers.tsx';
import { HowKnown } from './how-known.tsx';
import { MoreOfListing } from './more-of-listing.tsx';

const SNOOZE_DAYS = 30;

interface CardProps {
  readonly kept: KeptListing;
  readonly question: Question;
  readonly why: readonly Why[];
  /** What was kept, and whether the next question may be of the same listing. */
  readonly onAnswered: (checks: readonly Check[], isStaying: boolean) => void;
  readonly onSnooze: (until: string) => void;
}

/** One listing, one question, what it says now, and four answers. */
export function Card({ kept, question, why, onAnswered, onSnooze }: CardProps) {
  const { t } = useTranslation('vol-today');
  const { desk, workspace } = useVolunteer();
  const { day } = useDates();
  const say = useFieldWords();
  const { preferences } = useStaffDesk();
  const draft = useFieldDraft(kept, question.field);
  const [isChanging, setIsChanging] = useState(draft.typed !== null);
  const [method, setMethod] = useState<VerifyMethod | null>(null);
  const { listing } = kept;
  const { field, value, checkedOn } = question;
  const answer = (said: CheckAnswer, how: VerifyMethod | null = method) => {
    const at = new Date().toISOString();
    const checks = checksOfAnswer(listing, { field, answer: said, method: how, at, newId });
    void desk.addChecks(checks);
    onAnswered(checks, said === 'still-right' || said === 'changed');
  };
  const propose = (edit: Edit) => {
    void desk.addEdit(edit, listing);
    answer('changed', edit.method ?? null);
  };
  const stopChanging = () => {
    setIsChanging(false);
    draft.drop();
  };
  return (
    <article className="deck-card" aria-labelledby="card-name">
      <header>
        <h2 id="card-name">
          <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
        </h2>
        <WhyNow why={why} />
      </header>
      <div className="question-part">
        <h3 className="asked">{say.question(field, value !== null)}</h3>
        {!isChanging && (
          <>
            <p className="quiet">{say.label(field)}</p>
            <div className="value-large">
              <FieldValue field={field} value={value} language={listing.text_language} />
            </div>
            <p className="note">{checkedOn ? t('checkedOn', { date: day(checkedOn) }) : t('neverChecked')}</p>
          </>
        )}
      </div>
      {isChanging ? (
        <FieldForm
          kept={kept}
          field={field}
          before={value}
          draft={draft}
          method={method}
          onDone={propose}
          onCancel={stopChanging}
        />
      ) : (
        <>
          <HowKnown method={method} onChange={setMethod} />
          <Answers hasValue={value !== null} onAnswer={answer} onChanged={() => setIsChanging(true)} />
        </>
      )}
      <div className="card-ways">
        <button
          type="button"
          className="button-quiet answer"
          onClick={() => workspace.set({ calling: kept.id })}
        >
          <Icon name="phone" />
          {t('call')}
        </button>
        <button
          type="button"
          className="button-quiet answer"
          onClick={() => onSnooze(addDays(todayHere(), SNOOZE_DAYS))}
        >
          {t('snooze')}
        </button>
      </div>
      <MoreOfListing listing={listing} isLight={preferences.isLight} />
    </article>
  );
}
