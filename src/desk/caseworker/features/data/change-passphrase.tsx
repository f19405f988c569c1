import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk } from '../../desk-context.tsx';
import { PassphraseField } from '../../fields/passphrase-field.tsx';
import { SlowForm } from '../../fields/slow-form.tsx';
import { useSlowWork } from '../../use-slow-work.ts';

const EMPTY = { current: '', next: '', again: '' };

/** Everything is sealed anew, so that the old words open nothing here any more. */
export function ChangePassphrase() {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const work = useSlowWork();
  const [words, setWords] = useState(EMPTY);
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const set = (change: Partial<typeof EMPTY>) => {
    setWords({ ...words, ...change });
    setSaid('');
  };
  const change = async () => {
    if (words.next !== words.again) return setWrong(t('problem.notTheSame'));
    setWrong(null);
    const done = await work.run((waiting) => caseload.changePassphrase(words.current, words.next, waiting));
    if (!done) return;
    setWords(EMPTY);
    setSaid(t('change.done'));
  };
  return (
    <section className="part" aria-labelledby="change-title">
      <h2 id="change-title">{t('change.title')}</h2>
      <div className="form-narrow">
        <SlowForm work={work} label={t('change.do')} wrong={wrong} said={said} onSend={() => void change()}>
          <PassphraseField
            label={t('change.current')}
            value={words.current}
            onChange={(current) => set({ current })}
          />
          <PassphraseField label={t('passphraseNew')} value={words.next} onChange={(next) => set({ next })} />
          <PassphraseField
            label={t('passphraseAgain')}
            value={words.again}
            onChange={(again) => set({ again })}
          />
          <p className="note">{t('passphraseHint')}</p>
        </SlowForm>
      </div>
    </section>
  );
}
