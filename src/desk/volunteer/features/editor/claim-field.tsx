import { ANSWERS } from '../../../../core/codes.ts';
import type { Evidence } from '../../../../core/facts.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { Picks } from '../../fields/picks.tsx';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TextField } from './text-field.tsx';

export type ClaimName = 'immigration_eligibility' | 'status_check' | 'shares_with_immigration_authorities';
type Claim = Listing[ClaimName];

const TYPES = ['provider-call', 'provider-letter', 'provider-web', 'published-policy', 'law'] as const;
/** What is read on a page, and what somebody said: a page has an address, and the day it was read. */
const PAGES: readonly string[] = ['provider-web', 'published-policy', 'law', 'source-field'];

interface ClaimFieldProps {
  readonly field: ClaimName;
  readonly question: string;
  readonly hint?: string;
}

/** Yes, no or not known. A yes or a no says where it is from and on which day it was so; without that it is not known. */
export function ClaimField({ field, question, hint }: ClaimFieldProps) {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const claim = listing[field];
  const answer = (value: Claim['value']) =>
    // What proved one answer proves nothing of the other.
    set({
      [field]:
        value === 'unknown' ? { value } : { value, evidence: [{ type: 'provider-call', checked_on: null }] },
    });
  return (
    <div className="claim" data-field={field}>
      <Picks
        label={question}
        options={ANSWERS.map((id) => ({ id, label: t(`answers.${id}`) }))}
        value={claim.value}
        onChange={(value) => value !== claim.value && answer(value)}
      />
      {hint && <p className="note">{hint}</p>}
      {claim.value !== 'unknown' && (
        <EvidenceFields
          evidence={latest(claim.evidence)}
          onChange={(evidence) => set({ [field]: { ...claim, evidence: [evidence] } })}
        />
      )}
      <FieldFindings field={field} />
    </div>
  );
}

function latest(evidence: readonly Evidence[] | undefined): Evidence {
  const dayOf = (one: Evidence) => one.checked_on ?? one.read_on ?? '';
  const [best] = [...(evidence ?? [])].sort((one, other) => (dayOf(one) > dayOf(other) ? -1 : 1));
  return best ?? { type: 'provider-call', checked_on: null };
}

interface EvidenceFieldsProps {
  readonly evidence: Evidence;
  readonly onChange: (evidence: Evidence) => void;
}

function EvidenceFields({ evidence, onChange }: EvidenceFieldsProps) {
  const { t } = useTranslation('vol-editor');
  const isPage = PAGES.includes(evidence.type);
  const day = evidence.checked_on ?? evidence.read_on ?? '';
  const write = (type: Evidence['type'], on: string) =>
    onChange({ ...without(evidence), type, ...dated(type, on) });
  return (
    <div className="row-set">
      <div className="row-line">
        <Choice
          label={t('fields.evidence')}
          value={evidence.type === 'source-field' ? 'provider-web' : evidence.type}
          options={TYPES.map((id) => ({ id, label: t(`evidence.${id}`) }))}
          onChange={(type) => write(type, day)}
        />
        <DateField
          label={isPage ? t('fields.readOn') : t('fields.saidOn')}
          value={day}
          onChange={(on) => write(evidence.type, on > todayHere() ? '' : on)}
        />
      </div>
      {isPage && (
        <TextField
          label={t('fields.evidenceUrl')}
          isLeftToRight
          value={evidence.url ?? ''}
          onChange={(url) => onChange({ ...evidence, url: url || undefined })}
        />
      )}
      <TextField
        label={t('fields.quote')}
        value={evidence.quote ?? ''}
        onChange={(quote) => onChange({ ...evidence, quote: quote || undefined })}
      />
    </div>
  );
}

function without({
  checked_on: _checked,
  read_on: _read,
  ...rest
}: Evidence): Omit<Evidence, 'checked_on' | 'read_on'> {
  return rest;
}

function dated(
  type: Evidence['type'],
  day: string,
): Pick<Evidence, 'checked_on' | 'read_on' | 'source_dated'> {
  if (day === '') return { checked_on: null };
  return PAGES.includes(type) ? { checked_on: null, read_on: day, source_dated: null } : { checked_on: day };
}
