import { useTranslation } from '../../../../page/translation.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import { SheetPart } from './sheet-part.tsx';
import { SignalsPart } from './signals-part.tsx';

/** Files: a sheet that goes out and comes back, and what caseworkers noticed (V12, settled 37). */
export function ImportScreen() {
  const { t } = useTranslation('vol-import');
  const { workspace } = useVolunteer();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <div className="actions">
        <button type="button" className="button-quiet" onClick={() => workspace.set({ importing: false })}>
          {t('back')}
        </button>
      </div>
      <SheetPart />
      <SignalsPart />
    </>
  );
}
