import { deployment } from 'virtual:app-build';
import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { SheetBuilder } from '../../sheets/sheet-builder.tsx';
import { SheetForm } from '../../sheets/sheet-form.tsx';
import { OpenFile } from './open-file.tsx';
import { SaveFiles } from './save-files.tsx';
import { useSheet } from './use-sheet.ts';
import './files.css';

/** What is given to the client: on paper, on the screen, as a file (C4, S13, C12). */
export function SheetScreen() {
  const { t } = useTranslation('desk-files');
  const { workspace } = useDesk();
  const { shortlist } = useWorkspace();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {shortlist.length === 0 ? (
        <>
          <p>{t('empty')}</p>
          <button type="button" className="button" onClick={() => workspace.set({ screen: 'match' })}>
            {t('toMatch')}
          </button>
        </>
      ) : (
        <TheirSheet />
      )}
      <OpenFile />
    </>
  );
}

function TheirSheet() {
  const { t } = useTranslation('desk-files');
  const { workspace } = useDesk();
  const { sheet: choices, shortlist } = useWorkspace();
  const { listings, language, own, theirs, pair, hasFailed, today } = useSheet();
  const gone = shortlist.length - listings.length;
  return (
    <>
      {gone > 0 && listings.length > 0 && <p className="notice">{t('gone', { count: gone })}</p>}
      <SheetForm
        listings={listings}
        languages={deployment.languages}
        language={language}
        choices={choices}
        onChange={(change) => workspace.set({ sheet: { ...choices, ...change } })}
        words={own}
        theirs={theirs}
      />
      {hasFailed && <p role="alert">{t('noWords')}</p>}
      {pair && (
        <>
          <SheetBuilder {...pair} choices={choices} words={own} />
          <SaveFiles listings={listings} sheet={pair.theirs} today={today} />
        </>
      )}
    </>
  );
}
