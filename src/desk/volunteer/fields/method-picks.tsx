import type { VerifyMethod } from '../../../core/edits/edit.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Picks } from './picks.tsx';

const METHODS = [
  'called-published-number',
  'called-old-number',
  'called-independent-contact',
  'met-in-person',
  'provider-web',
  'provider-letter',
] as const;

interface MethodPicksProps {
  readonly value: VerifyMethod | null;
  /** Whether it was tried to save without it. */
  readonly isMissing?: boolean;
  readonly onChange: (method: VerifyMethod) => void;
}

/** How somebody made sure of what they write; a provider's own link is never theirs to choose. */
export function MethodPicks({ value, isMissing, onChange }: MethodPicksProps) {
  const { t } = useTranslation('vol-fields');
  return (
    <>
      <Picks
        label={t('form.method')}
        options={METHODS.map((id) => ({ id, label: t(`methods.${id}`) }))}
        value={value}
        onChange={onChange}
      />
      {isMissing && <p className="field-problem">{t('form.problems.method')}</p>}
    </>
  );
}
