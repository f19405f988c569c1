import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useCaseload } from '../../desk-context.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { EraseAll } from './erase-all.tsx';
import { ExportFile } from './export-file.tsx';
import { ImportFile } from './import-file.tsx';
import { LockRules } from './lock-rules.tsx';

/** When it locks, the passphrase, files for another device, and erasing everything (C11). */
export function DataScreen() {
  const { t } = useTranslation('desk-clients');
  const state = useCaseload();
  const [isErased, setErased] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>{t('data.title')}</h1>
      <p>{t('data.why')}</p>
      <p role="status">{isErased && state.phase === 'none' ? t('eraseAll.done') : ''}</p>
      {state.phase === 'none' && <p>{t('data.nothing')}</p>}
      {state.phase === 'closed' && <p>{t('data.closed')}</p>}
      {state.phase === 'no-storage' && <p className="notice">{t('problem.noStorage')}</p>}
      {state.phase === 'open' && (
        <>
          {state.damaged > 0 && <p className="notice">{t('data.damaged', { number: state.damaged })}</p>}
          {state.cases.unread > 0 && (
            <p className="notice">{t('data.unread', { number: state.cases.unread })}</p>
          )}
          <LockRules />
          <ChangePassphrase />
          <ExportFile />
          <ImportFile />
        </>
      )}
      {(state.phase === 'open' || state.phase === 'closed') && <EraseAll onErased={() => setErased(true)} />}
    </>
  );
}
