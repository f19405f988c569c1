import { useTranslation } from '../../../page/translation.tsx';
import { SecretField } from '../../../ui/private-field/secret-field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A passphrase: no browser offers to keep it, pasting is allowed. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation('desk-clients');
  return (
    <div className="field">
      <SecretField {...props} showLabel={t('show')} hideLabel={t('hide')} />
    </div>
  );
}
