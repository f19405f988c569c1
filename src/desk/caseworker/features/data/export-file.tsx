import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { saveBytes } from '../../../shared/save-file.ts';
import { useDesk } from '../../desk-context.tsx';
import { PassphraseField } from '../../fields/passphrase-field.tsx';
import { SlowForm } from '../../fields/slow-form.tsx';
import { useSlowWork } from '../../use-slow-work.ts';

/** Says nothing of what it is, whose, or from when. */
const FILE_NAME = 'pages.age';

/** Everything in one sealed file, for another device. */
export function ExportFile() {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const work = useSlowWork();
  const [words, setWords] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const save = async () => {
    setSaid('');
    if (words !== again) return setWrong(t('problem.notTheSame'));
    setWrong(null);
    const file = await work.run((waiting) => caseload.exportFile(words, waiting));
    if (!file) return;
    saveBytes(file.value.bytes, FILE_NAME);
    setWords('');
    setAgain('');
    const number = file.value.damaged.length;
    setSaid(
      number === 0
        ? t('export.done', { name: FILE_NAME })
        : t('export.doneDamaged', { name: FILE_NAME, number }),
    );
  };
  return (
    <section className="part" aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <p>{t('export.what')}</p>
      <p>{t('export.trace', { name: FILE_NAME })}</p>
      <div className="form-narrow">
        <SlowForm work={work} label={t('export.do')} wrong={wrong} said={said} onSend={() => void save()}>
          <PassphraseField label={t('export.passphrase')} value={words} onChange={setWords} />
          <PassphraseField label={t('passphraseAgain')} value={again} onChange={setAgain} />
        </SlowForm>
      </div>
    </section>
  );
}
