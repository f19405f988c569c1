import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useGuide } from '../../context.tsx';
import { eraseAndLeave } from './erase-and-leave.ts';

/** Two taps from every screen, and one to confirm (TR-6). What cannot be erased is said before, not after. */
export function Erase() {
  const { t } = useTranslation('safety');
  const { t: common } = useTranslation('common');
  const { client } = useGuide();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="row-button" onClick={() => setAsking(true)}>
        <strong>{t('erase.button')}</strong>
      </button>
    );
  }
  return (
    <section className="notice" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('erase.title')}</h2>
      <p>{t('erase.why')}</p>
      <p>{t('erase.remains')}</p>
      {!navigator.onLine && <p>{t('erase.offline')}</p>}
      <div className="actions">
        <button type="button" className="button" onClick={() => eraseAndLeave(client)}>
          {t('erase.confirm')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setAsking(false)}>
          {common('cancel')}
        </button>
      </div>
    </section>
  );
}
