import { useMemo, useState } from 'react';
import type { Decision, KeptEdit } from '../../../../core/desk-api.ts';
import { applyChanges } from '../../../../core/edits/changes.ts';
import { risksOf } from '../../../../core/edits/risk.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { ChangeView } from '../../fields/change-view.tsx';
import { pairedChanges } from '../../fields/paired-changes.ts';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { DecisionForm } from './decision-form.tsx';
import { useListingName } from './use-listing-name.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface EditReviewProps {
  readonly kept: KeptEdit;
  readonly onDecided: (words: string) => void;
}

/** One proposal: who says so and how they know, each change, what a survivor would see, and the decision. */
export function EditReview({ kept, onDecided }: EditReviewProps) {
  const { t } = useTranslation('vol-review');
  const { directory } = useStaffDesk();
  const nameOf = useListingName();
  const [choice, setChoice] = useState<Decision | null>(null);
  const current = directory.get(kept.edit.listingId);
  const base = kept.edit.kind === 'new' ? null : (current?.listing ?? null);
  const after = useMemo(() => applyChanges(base, kept.edit.changes), [base, kept]);
  const language = base?.text_language ?? (after.ok ? after.value.text_language : 'en');
  const mayDecide = kept.cannotDecide === null;
  const choose = (decision: Decision) => () => mayDecide && setChoice(decision);
  useReviewKeys({ a: choose('approve'), r: choose('reject'), '?': choose('ask') });
  return (
    <section className="review-edit" aria-labelledby="edit-title">
      <h2 id="edit-title" tabIndex={-1}>
        <ForeignText language={language}>{nameOf(kept)}</ForeignText>
      </h2>
      <About kept={kept} />
      {!after.ok && <p className="notice">{t('moved')}</p>}
      <Changes kept={kept} language={language} />
      <BeforeAndAfter before={base} after={after.ok ? after.value : null} />
      {mayDecide ? (
        <DecisionForm kept={kept} choice={choice} onChoice={setChoice} onDecided={onDecided} />
      ) : (
        <p className="notice">{t(`cannot.${kept.cannotDecide ?? 'not-allowed'}`)}</p>
      )}
    </section>
  );
}

function About({ kept }: { readonly kept: KeptEdit }) {
  const { t } = useTranslation('vol-review');
  const { day } = useDates();
  const say = useFieldWords();
  const { edit, author, madeAt, decisions, isProviderStated } = kept;
  const asked = decisions.filter(({ isVoid }) => !isVoid);
  return (
    <>
      <p className="quiet">
        {t(`kinds.${edit.kind}`)} · {t('by', { name: author.name, date: day(madeAt.slice(0, 10)) })}
        {edit.method && ` · ${say.word('methods', edit.method)}`}
        {edit.verifiedOn && ` (${day(edit.verifiedOn)})`}
      </p>
      {isProviderStated && <p className="notice notice-quiet">{t('provider')}</p>}
      {edit.comment && (
        <blockquote className="was">
          <ForeignText>{edit.comment}</ForeignText>
        </blockquote>
      )}
      {edit.overrides.map(({ rule, field, reason }) => (
        <p key={`${rule} ${field}`} className="notice">
          {t('override', { field: say.label(field.split('.')[0] ?? field), reason })}
        </p>
      ))}
      {asked.map(({ by, at, comment, decision }) => (
        <p key={at} className="quiet">
          {t(`past.${decision}`, { name: by.name, date: day(at.slice(0, 10)) })}{' '}
          {comment && <ForeignText>{comment}</ForeignText>}
        </p>
      ))}
    </>
  );
}

function Changes({ kept: { edit }, language }: { readonly kept: KeptEdit; readonly language: string }) {
  const { t } = useTranslation('vol-review');
  const { t: fields } = useTranslation('vol-fields');
  const say = useFieldWords();
  const risks = risksOf(edit);
  return (
    <ul className="plain-list change-list">
      {pairedChanges(edit.changes).map((change) => {
        const risk = risks.get(change.field);
        return (
          <li key={change.field}>
            <h3>
              {say.label(change.field)} {risk && <span className="risk-mark">{t(`risks.${risk}`)}</span>}
            </h3>
            <ChangeView change={change} language={language} />
            {change.cause && change.cause !== 'added' && (
              <p className="note">{fields(`causes.${change.cause}`)}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
