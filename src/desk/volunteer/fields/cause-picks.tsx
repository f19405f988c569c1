import { ASKED_CAUSES, type AskedCause } from '../../../core/edits/edit.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Picks } from './picks.tsx';

interface CausePicksProps {
  readonly value: AskedCause | null;
  readonly onChange: (cause: AskedCause) => void;
}

/** Asked of whoever replaces a value: did it change, or was it always wrong (V2)? */
export function CausePicks({ value, onChange }: CausePicksProps) {
  const { t } = useTranslation('vol-fields');
  const options = ASKED_CAUSES.map((id) => ({ id, label: t(`causes.${id}`) }));
  return <Picks label={t('form.cause')} options={options} value={value} onChange={onChange} />;
}
