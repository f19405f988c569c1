import { useMemo, useState } from 'react';
import type { ExportedFile } from '../../../../core/export/exported-file.ts';
import { sheetsOf } from '../../../../core/sheet/sheet.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { useToday } from '../../../shared/use-today.ts';
import { SHIPPED_LANGUAGES } from '../../../shared/words-in.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { DryRun } from './dry-run.tsx';
import { FileField } from './file-field.tsx';
import { useSheetReading } from './use-sheet-reading.ts';

/** Out as a sheet, and back: first what it would do, and only then into the outbox (V12). */
export function SheetPart() {
  const { t } = useTranslation('vol-import');
  const { directory } = useStaffDesk();
  const today = useToday();
  // What is hidden for now may be so for what it says, and a file goes further than this device (SV-19).
  const open = useMemo(() => [...directory.values()].filter(({ hidden }) => hidden === null), [directory]);
  const { reading, read, stop } = useSheetReading(directory);
  const [parts, setParts] = useState<readonly ExportedFile[]>([]);
  const save = () => {
    const languages = SHIPPED_LANGUAGES.map(({ code }) => code);
    const sheets = sheetsOf(open, languages);
    const [text = '', ...more] = sheets;
    if (more.length === 0) saveFile({ path: `listings-${today}.csv`, text });
    else setParts(sheets.map((one, place) => ({ path: `listings-${today}-${place + 1}.csv`, text: one })));
  };
  return (
    <section className="part form" aria-labelledby="sheet-part">
      <h2 id="sheet-part">{t('sheet.title')}</h2>
      <p>{t('sheet.why')}</p>
      <button type="button" className="button-quiet" onClick={save}>
        {t('sheet.save', { count: open.length })}
      </button>
      <div role="status">{parts.length > 0 && <p>{t('sheet.parts')}</p>}</div>
      {parts.map((file, place) => (
        <button key={file.path} type="button" className="button-quiet" onClick={() => saveFile(file)}>
          {t('sheet.part', { part: place + 1, of: parts.length })}
        </button>
      ))}
      <FileField
        label={t('sheet.file')}
        hint={t('sheet.limits')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onFile={(file) => void read(file)}
      />
      {reading.phase === 'reading' && <Progress part={reading.part} onStop={stop} />}
      <div role="status">
        {reading.phase === 'refused' && <p className="notice">{t(`problems.${reading.kind}`)}</p>}
        {reading.phase === 'stopped' && <p>{t('reading.stopped')}</p>}
        {reading.phase === 'read' && <p>{t('reading.done')}</p>}
      </div>
      {reading.phase === 'read' && <DryRun plan={reading.plan} seen={reading.seen} />}
    </section>
  );
}

function Progress({ part, onStop }: { readonly part: number; readonly onStop: () => void }) {
  const { t } = useTranslation('vol-import');
  return (
    <>
      <progress value={part} max={1} aria-label={t('reading.title')} />
      <button type="button" className="button-quiet" onClick={onStop}>
        {t('reading.stop')}
      </button>
    </>
  );
}
