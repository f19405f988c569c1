import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useDesk } from '../desk-context.tsx';
import { PassphraseField } from '../fields/passphrase-field.tsx';
import { SlowForm } from '../fields/slow-form.tsx';
import { useSlowWork } from '../use-slow-work.ts';

/** The way in. What does not open it says no more than that (C11). */
export function OpenCaseload() {
  const { t } = useTranslation('desk-clients');
  const { caseload, workspace } = useDesk();
  const work = useSlowWork();
  const [words, setWords] = useState('');
  return (
    <>
      <SlowForm
        work={work}
        label={t('open')}
        onSend={() => void work.run((waiting) => caseload.open(words, waiting))}
      >
        <PassphraseField label={t('passphrase')} value={words} onChange={setWords} />
      </SlowForm>
      <button type="button" className="link" onClick={() => workspace.set({ screen: 'data' })}>
        {t('lost')}
      </button>
    </>
  );
}
