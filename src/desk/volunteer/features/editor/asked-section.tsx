import { ANSWERS, REFERRERS } from '../../../../core/codes.ts';
import type { Listing } from '../../../../core/schema.ts';
import { IMMIGRATION_STATUSES } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { CodePicker } from '../../../shared/fields/code-picker.tsx';
import { useNames } from '../../../shared/names.ts';
import { ClaimField } from './claim-field.tsx';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TextField } from './text-field.tsx';

const BARRIERS = [
  'id_required',
  'police_report_required',
  'parental_consent_required',
  'mandatory_reporting',
] as const;
const QUESTIONS = {
  id_required: 'ask.id',
  police_report_required: 'ask.police',
  parental_consent_required: 'ask.consent',
  mandatory_reporting: 'ask.reporting',
} as const;

/** What they ask of whoever comes, and whom they tell: what people most need to be sure of, so each says how it is known. */
export function AskedSection() {
  const { t } = useTranslation('vol-editor');
  const { t: service } = useTranslation('service');
  return (
    <>
      <ClaimField
        field="immigration_eligibility"
        question={t('fields.status')}
        hint={t('fields.statusHint')}
      />
      <StatusConditions />
      <ClaimField field="status_check" question={t('fields.statusCheck')} />
      <ClaimField field="shares_with_immigration_authorities" question={t('fields.shares')} />
      {BARRIERS.map((field) => (
        <Barrier key={field} field={field} question={service(QUESTIONS[field])} />
      ))}
      <Referral />
    </>
  );
}

/** "Only with ...": a yes with a condition is a no with its conditions in words. */
function StatusConditions() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const names = useNames();
  const claim = listing.immigration_eligibility;
  const write = (change: Partial<Listing['immigration_eligibility']>) =>
    set({ immigration_eligibility: { ...claim, ...change } });
  if (claim.value !== 'no') return null;
  return (
    <div className="row-set">
      <TextField
        label={t('fields.conditions')}
        value={claim.conditions ?? ''}
        language={listing.text_language}
        onChange={(conditions) => write({ conditions: conditions || undefined })}
      />
      <CodePicker
        label={t('fields.accepted')}
        options={IMMIGRATION_STATUSES.filter((id) => id !== 'any').map((id) => ({
          id,
          label: names.status(id),
        }))}
        chosen={claim.accepted_statuses ?? []}
        onChange={(chosen) => write({ accepted_statuses: chosen.length > 0 ? [...chosen] : undefined })}
      />
    </div>
  );
}

function Barrier({
  field,
  question,
}: {
  readonly field: (typeof BARRIERS)[number];
  readonly question: string;
}) {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const barrier = listing[field];
  return (
    <div className="row-line" data-field={field}>
      <Choice
        label={question}
        value={barrier.value}
        options={ANSWERS.map((id) => ({ id, label: t(`answers.${id}`) }))}
        onChange={(value) => set({ [field]: { ...barrier, value } })}
      />
      {barrier.value !== 'unknown' && (
        <TextField
          label={t('fields.note')}
          value={barrier.note ?? ''}
          language={listing.text_language}
          onChange={(note) => set({ [field]: { ...barrier, note: note || undefined } })}
        />
      )}
      <FieldFindings field={field} />
    </div>
  );
}

function Referral() {
  const { t } = useTranslation('vol-editor');
  const { t: service } = useTranslation('service');
  const { listing, set } = useEditor();
  const referral = listing.referral_required;
  const { by: _, ...open } = referral;
  return (
    <div className="row-line" data-field="referral_required">
      <Choice
        label={service('ask.referral')}
        value={referral.value}
        options={ANSWERS.map((id) => ({ id, label: t(`answers.${id}`) }))}
        onChange={(value) => set({ referral_required: { ...open, value } })}
      />
      {referral.value !== 'unknown' && (
        <Choice
          label={t('fields.referrer')}
          value={referral.by ?? 'self'}
          options={REFERRERS.map((id) => ({ id, label: service(`ask.by.${id}`) }))}
          onChange={(by) => set({ referral_required: { ...referral, by } })}
        />
      )}
    </div>
  );
}
