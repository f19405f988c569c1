import { useId, useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk } from '../../desk-context.tsx';
import { PassphraseField } from '../../fields/passphrase-field.tsx';
import { SlowForm } from '../../fields/slow-form.tsx';
import { useSlowWork } from '../../use-slow-work.ts';
import { takeUpClient } from '../../workspace.ts';

/** Ten thousand clients are some twenty megabytes; a larger file is none of ours, and would fill the memory. */
const MOST_BYTES = 100_000_000;

/** Brings in what a file from another device has more, or newer. */
export function ImportFile() {
  const { t } = useTranslation('desk-clients');
  const { caseload, workspace } = useDesk();
  const work = useSlowWork();
  const fileId = useId();
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const bringIn = async () => {
    setSaid('');
    if (!file) return setWrong(t('import.noFile'));
    if (file.size > MOST_BYTES) return setWrong(t('problem.fileNotOpened'));
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return setWrong(t('import.unreadable'));
    setWrong(null);
    const done = await work.run((waiting) => caseload.importFile(new Uint8Array(bytes), words, waiting));
    if (!done) return;
    setWords('');
    const { added, updated, kept } = done.value;
    setSaid(t('import.done', { added, updated, kept }));
    // The client on the screens may be one of those that the file has newer.
    const state = caseload.get();
    const client =
      state.phase === 'open' && state.cases.clients.find(({ id }) => id === workspace.get().client);
    if (client) takeUpClient(workspace, client);
  };
  return (
    <section className="part" aria-labelledby="import-title">
      <h2 id="import-title">{t('import.title')}</h2>
      <p>{t('import.what')}</p>
      <div className="form-narrow">
        <SlowForm work={work} label={t('import.do')} wrong={wrong} said={said} onSend={() => void bringIn()}>
          <div className="field">
            <label htmlFor={fileId}>{t('import.file')}</label>
            <input id={fileId} type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
          </div>
          <PassphraseField label={t('import.passphrase')} value={words} onChange={setWords} />
        </SlowForm>
      </div>
    </section>
  );
}
