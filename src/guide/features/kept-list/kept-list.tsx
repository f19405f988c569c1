import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { SecretField } from '../../../ui/private-field/secret-field.tsx';
import { useDirectory, useGuide, useSession } from '../../context.tsx';
import { lockList } from './lock-list.ts';

/** Letters below which the screen says that the words are easily guessed; they are taken all the same (TR-14). */
const SHORT = 12;

/** Keeping the saved list on this phone: a step of its own, explained, and locked with words that only she knows. */
export function KeptList() {
  const { saved, isListOpen } = useSession();
  const { directory } = useDirectory();
  if (!directory?.keeps || !directory.isSaved) return null;
  if (isListOpen) return <Open />;
  if (directory.hasKeptList) return <Locked />;
  return saved.length > 0 ? <SetUp /> : null;
}

function SetUp() {
  const { t } = useTranslation('saved');
  const { t: common } = useTranslation('common');
  const { session, client } = useGuide();
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState('');
  const [status, setStatus] = useState('');
  const keep = async () => {
    if (!words.trim()) return setStatus(t('kept.none'));
    setStatus(common('wait'));
    const outcome = await client.keptList({ do: 'set-up', passphrase: words, ids: session.get().saved });
    if (outcome.ok) session.set({ isListOpen: true });
    else setStatus(common('problem.notSaved'));
  };
  if (!isAsking) {
    return (
      <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
        {t('kept.start')}
      </button>
    );
  }
  return (
    <section className="notice">
      <h2>{t('kept.start')}</h2>
      <p>{t('kept.why')}</p>
      <p>
        <strong>{t('kept.noWayBack')}</strong>
      </p>
      <p className="quiet">{t('kept.advice')}</p>
      <Words value={words} onChange={setWords} />
      {words.length > 0 && words.trim().length < SHORT && <p className="quiet">{t('kept.short')}</p>}
      <div className="actions">
        <button type="button" className="button" onClick={() => void keep()}>
          {t('kept.keep')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setAsking(false)}>
          {common('cancel')}
        </button>
      </div>
      <p role="status">{status}</p>
    </section>
  );
}

function Locked() {
  const { t } = useTranslation('saved');
  const { t: common } = useTranslation('common');
  const { session, client } = useGuide();
  const [words, setWords] = useState('');
  const [status, setStatus] = useState('');
  const open = async () => {
    setStatus(common('wait'));
    const outcome = await client.keptList({ do: 'open', passphrase: words });
    if (!outcome.ok) return setStatus(t('kept.wrong'));
    // What was saved since the page was opened joins what was kept.
    const added = session.get().saved.filter((id) => !outcome.value.includes(id));
    session.set({ isListOpen: true, saved: [...outcome.value, ...added] });
  };
  return (
    <section className="notice">
      <h2>{t('kept.locked')}</h2>
      <Words value={words} onChange={setWords} />
      <div className="actions">
        <button type="button" className="button" onClick={() => void open()}>
          {t('kept.open')}
        </button>
        <Delete />
      </div>
      <p role="status">{status}</p>
    </section>
  );
}

function Open() {
  const { t } = useTranslation('saved');
  const { session, client } = useGuide();
  return (
    <section className="notice">
      <p>{t('kept.isKept')}</p>
      <div className="actions">
        <button type="button" className="button-quiet" onClick={() => lockList(session, client)}>
          {t('kept.lock')}
        </button>
        <Delete />
      </div>
    </section>
  );
}

function Delete() {
  const { t } = useTranslation('saved');
  const { t: safety } = useTranslation('safety');
  const { session, client } = useGuide();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    const outcome = await client.keptList({ do: 'delete' });
    if (outcome.ok) session.set({ isListOpen: false });
  };
  return (
    <button
      type="button"
      className="button-quiet"
      onClick={() => (isAsking ? void remove() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {isAsking ? safety('erase.confirm') : t('kept.delete')}
    </button>
  );
}

interface WordsProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words(props: WordsProps) {
  const { t } = useTranslation('saved');
  return (
    <SecretField label={t('kept.words')} showLabel={t('kept.show')} hideLabel={t('kept.hide')} {...props} />
  );
}
