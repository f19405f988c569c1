import { type FormEvent, useId, useState } from 'react';
import { addDays, dayOf, isIsoDate } from '../../../../core/dates.ts';
import type { RiskyChange } from '../../../../core/desk-api.ts';
import { deskExportText } from '../../../../core/desk-export.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { ChangeView } from '../../fields/change-view.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { calls } from '../../staff-calls.ts';
import { ActionProblem, useAction } from './use-action.tsx';

const DAYS_BACK = 30;

/** What leaves the server: a file to build and sign lists from, after reading what in it could send somebody to a wrong door (SV-9). */
export function ReleasePart() {
  const { t } = useTranslation('vol-people');
  const id = useId();
  const [since, setSince] = useState(() => addDays(dayOf(Date.now()), -DAYS_BACK));
  const [changes, setChanges] = useState<readonly RiskyChange[] | null>(null);
  const act = useAction(() => undefined);
  const show = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await act.run(() => calls.riskyChanges(`${since}T00:00:00.000Z`));
    if (answer.ok) setChanges(answer.value);
  };
  const save = async () => {
    const answer = await act.run(() => calls.release());
    if (answer.ok) saveFile({ path: 'listings.json', text: deskExportText(answer.value) });
  };
  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('release.title')}</h2>
      <p className="quiet">{t('release.why')}</p>
      <form className="stack" onSubmit={(event) => void show(event)}>
        <label htmlFor={id}>{t('release.since')}</label>
        <input
          id={id}
          type="date"
          className="input"
          value={since}
          onChange={({ target }) => isIsoDate(target.value) && setSince(target.value)}
        />
        <button type="submit" className="button-quiet">
          {t('release.show')}
        </button>
      </form>
      {changes?.length === 0 && <p role="status">{t('release.nothing')}</p>}
      {changes && changes.length > 0 && <Changes changes={changes} />}
      <ActionProblem action={act} />
      <button type="button" className="button" onClick={() => void save()}>
        {t('release.save')}
      </button>
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly RiskyChange[] }) {
  const { label } = useFieldWords();
  const { directory } = useStaffDesk();
  return (
    <ul className="plain-list">
      {changes.map(({ listingId, name, version, change }) => (
        <li key={`${listingId} ${version} ${change.field}`} className="entry">
          <p className="entry-name">
            <ForeignText>{name}</ForeignText>
          </p>
          <p className="quiet">{label(change.field)}</p>
          <ChangeView change={change} language={directory.get(listingId)?.listing.text_language ?? 'en'} />
        </li>
      ))}
    </ul>
  );
}
