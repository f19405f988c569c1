import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useDesk } from '../desk-context.tsx';
import { PassphraseField } from '../fields/passphrase-field.tsx';
import { SlowForm } from '../fields/slow-form.tsx';
import { useSlowWork } from '../use-slow-work.ts';

/** What keeping clients means, in four lines, and choosing the passphrase (7.10). */
export function MakeCaseload() {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const work = useSlowWork();
  const [words, setWords] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const make = async () => {
    if (words !== again) return setWrong(t('problem.notTheSame'));
    setWrong(null);
    await work.run((waiting) => caseload.create(words, waiting));
  };
  return (
    <>
      <ul className="first-lines">
        <li>{t('first.here')}</li>
        <li>{t('first.noNames')}</li>
        <li>{t('first.lost')}</li>
        <li>{t('first.exit')}</li>
      </ul>
      {isChoosing ? (
        <SlowForm work={work} label={t('make')} wrong={wrong} onSend={() => void make()}>
          <p className="note">{t('passphraseHint')}</p>
          <PassphraseField label={t('passphraseNew')} value={words} onChange={setWords} />
          <PassphraseField label={t('passphraseAgain')} value={again} onChange={setAgain} />
        </SlowForm>
      ) : (
        <button type="button" className="button-quiet" onClick={() => setChoosing(true)}>
          {t('choose')}
        </button>
      )}
    </>
  );
}
