import { useState } from 'react';
import type { Result } from '../../../../core/result.ts';
import {
  readSignals,
  type SignalReport,
  type SignalsProblem,
  signalsByListing,
} from '../../../../core/signals.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { readTextFile, type TextFileProblem } from '../../../shared/read-text-file.ts';
import { todayHere } from '../../../shared/use-today.ts';
import type { ApiProblem } from '../../api-client.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { FileField } from './file-field.tsx';

/** What caseworkers noticed of listings, from nobody and by the week: first shown, then given to the queue (settled 37). */
export function SignalsPart() {
  const { t } = useTranslation('vol-import');
  const [found, setFound] = useState<Result<SignalReport[], SignalsProblem | TextFileProblem> | null>(null);
  const read = async (file: Blob) => {
    const text = await readTextFile(file);
    setFound(text.ok ? readSignals(text.value, todayHere()) : text);
  };
  return (
    <section className="part form" aria-labelledby="signals-part">
      <h2 id="signals-part">{t('signals.title')}</h2>
      <p>{t('signals.why')}</p>
      <FileField
        label={t('signals.file')}
        accept=".json,application/json"
        onFile={(file) => void read(file)}
      />
      <div role="status">
        {found && !found.ok && (
          <p className="notice">
            {found.problem.kind === 'too-large' ? t('signals.tooLarge') : t(`problems.${found.problem.kind}`)}
          </p>
        )}
      </div>
      {found?.ok && <Found reports={found.value} />}
    </section>
  );
}

function Found({ reports }: { readonly reports: readonly SignalReport[] }) {
  const { t } = useTranslation('vol-import');
  const listed = useListed();
  const { desk } = useVolunteer();
  const { directory } = useStaffDesk();
  const problemWords = useProblemWords();
  const [outcome, setOutcome] = useState<ApiProblem | number | null>(null);
  const known = reports.filter(({ listingId }) => directory.has(listingId));
  const keep = async () => {
    const answer = await calls.keepReports(known);
    setOutcome(answer.ok ? answer.value.kept : answer.problem);
    if (answer.ok) await desk.exchange();
  };
  return (
    <>
      <p>
        {known.length === 0 ? t('signals.none') : t('signals.found', { count: known.length })}
        {known.length < reports.length &&
          ` ${t('signals.unknown', { count: reports.length - known.length })}`}
      </p>
      <ul className="plain-list">
        {signalsByListing(known).map(({ listingId, signals }) => {
          const listing = directory.get(listingId)?.listing;
          return (
            <li key={listingId} className="line-item">
              <ForeignText language={listing?.text_language}>{listing?.name ?? listingId}</ForeignText>
              <span className="quiet">{listed(signals.map(({ signal }) => t(`signals.${signal}`)))}</span>
            </li>
          );
        })}
      </ul>
      <p role="status">
        {typeof outcome === 'number'
          ? t('signals.kept', { count: outcome })
          : outcome && problemWords(outcome.kind === 'offline' ? 'offline' : outcome.code)}
      </p>
      {known.length > 0 && (
        <button type="button" className="button" onClick={() => void keep()}>
          {t('signals.keep')}
        </button>
      )}
    </>
  );
}
