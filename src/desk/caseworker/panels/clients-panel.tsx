import { useId } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useCaseload, useDesk } from '../desk-context.tsx';
import { vaultProblemWords } from '../vault-words.ts';
import { ClientList } from './client-list.tsx';
import { MakeCaseload } from './make-caseload.tsx';
import { OpenCaseload } from './open-caseload.tsx';

/** Who is worked with (7.10). Everything else works without anybody being kept. */
export function ClientsPanel() {
  const { t } = useTranslation('desk-clients');
  const titleId = useId();
  return (
    <aside className="panel panel-clients" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('title')}</h2>
      <Unkept />
      <Inside />
    </aside>
  );
}

function Inside() {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const { phase } = useCaseload();
  switch (phase) {
    case 'unknown':
      return null;
    case 'no-storage':
      return (
        <>
          <p className="note">{t('problem.noStorage')}</p>
          <button type="button" className="button-quiet" onClick={() => void caseload.look()}>
            {t('tryAgain')}
          </button>
        </>
      );
    case 'none':
      return <MakeCaseload />;
    case 'closed':
      return <OpenCaseload />;
    case 'open':
      return <ClientList />;
  }
}

/** Nothing that could not be kept goes by unsaid, whichever screen it was changed on. */
function Unkept() {
  const { t } = useTranslation('desk-clients');
  const state = useCaseload();
  const unkept = state.phase === 'open' ? state.unkept : null;
  return (
    <p role="alert" className={unkept ? 'notice' : undefined}>
      {unkept && vaultProblemWords(t, unkept)}
    </p>
  );
}
