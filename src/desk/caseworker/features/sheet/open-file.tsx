import { useId, useMemo, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { likelyMapping, type Mapping, rowsOf } from '../../domain/brought/columns.ts';
import { dryRun, type KnownListing } from '../../domain/brought/dry-run.ts';
import { ColumnChoices } from './column-choices.tsx';
import { DryRunTable } from './dry-run-table.tsx';
import { knownListings } from './known-listings.ts';
import { type Brought, type FileProblem, readFile } from './read-file.ts';

type Problem = FileProblem['kind'] | 'no-lists';
type Step =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'opened'; readonly brought: Brought; readonly known: readonly KnownListing[] }
  | { readonly kind: 'added'; readonly count: number; readonly before: readonly string[] };

/** A list from a colleague or a table from elsewhere: what of it is on this device, before anything is put anywhere (C12). */
export function OpenFile() {
  const { t } = useTranslation('desk-files');
  const { workspace, client } = useDesk();
  const { directory } = useDirectory();
  const { regions } = useWorkspace();
  const [step, setStep] = useState<Step>({ kind: 'nothing' });
  const titleId = useId();
  const open = async (file: File | undefined) => {
    if (!file || !directory) return;
    setStep({ kind: 'reading' });
    const brought = await readFile(file);
    if (!brought.ok) return setStep({ kind: 'problem', problem: brought.problem.kind });
    const known = await knownListings(client, directory, regions);
    setStep(
      known ? { kind: 'opened', brought: brought.value, known } : { kind: 'problem', problem: 'no-lists' },
    );
  };
  const add = (ids: readonly string[]) => {
    const { shortlist: before } = workspace.get();
    workspace.set({ shortlist: [...before, ...ids.filter((id) => !before.includes(id))] });
    setStep({ kind: 'added', count: ids.length, before });
  };
  const undo = (before: readonly string[]) => {
    workspace.set({ shortlist: before });
    setStep({ kind: 'nothing' });
  };
  return (
    <section className="files" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('open.title')}</h2>
      <p>{t('open.why')}</p>
      <p className="quiet">{t('open.trace')}</p>
      <FileTrigger
        acceptedFileTypes={['.csv', '.json', 'text/csv', 'application/json']}
        onSelect={(files) => void open(files?.[0])}
      >
        <Button className="button-quiet">{t('open.choose')}</Button>
      </FileTrigger>
      <p role="status">
        {step.kind === 'reading' && t('open.reading')}
        {step.kind === 'added' && (
          <>
            {t('open.added', { count: step.count })}{' '}
            <button type="button" className="link" onClick={() => undo(step.before)}>
              {t('open.undo')}
            </button>
          </>
        )}
      </p>
      {step.kind === 'problem' && (
        <p className="notice" role="alert">
          {t(`open.problem.${step.problem}`)}
        </p>
      )}
      {step.kind === 'opened' && (
        <Opened {...step} onAdd={add} onLeave={() => setStep({ kind: 'nothing' })} />
      )}
    </section>
  );
}

interface OpenedProps {
  readonly brought: Brought;
  readonly known: readonly KnownListing[];
  readonly onAdd: (ids: readonly string[]) => void;
  readonly onLeave: () => void;
}

function Opened({ brought, known, onAdd, onLeave }: OpenedProps) {
  const { t } = useTranslation('desk-files');
  const { shortlist } = useWorkspace();
  const [mapping, setMapping] = useState<Mapping | null>(() =>
    brought.kind === 'table' ? likelyMapping(brought.table.columns) : null,
  );
  const plan = useMemo(() => {
    const rows = brought.kind === 'table' ? (mapping ? rowsOf(brought.table, mapping) : []) : brought.rows;
    return dryRun(rows, { listings: known, shortlist });
  }, [brought, mapping, known, shortlist]);
  return (
    <>
      {brought.kind === 'list' && brought.name && <h3>{t('open.called', { name: brought.name })}</h3>}
      {brought.kind === 'table' && mapping && (
        <ColumnChoices columns={brought.table.columns} mapping={mapping} onChange={setMapping} />
      )}
      <DryRunTable plan={plan} faults={brought.kind === 'table' ? brought.table.faults : []} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={plan.added.length === 0}
          onClick={() => onAdd(plan.added)}
        >
          {t('open.add', { count: plan.added.length })}
        </button>
        <button type="button" className="button-quiet" onClick={onLeave}>
          {t('open.leave')}
        </button>
      </div>
    </>
  );
}
