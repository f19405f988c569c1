import { useDates } from '../../../page/dates.ts';
import { useListed } from '../../../page/listed.ts';
import { problemMessage } from '../../../page/problem-message.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useOnline } from '../../../page/use-online.ts';
import { useDesk, useDirectory, useWorkspace } from '../desk-context.tsx';
import { endPractice, listName } from '../lists.ts';

/** Quiet lines above a screen: no network and from when the lists are (C14), sample data, what failed. */
export function Notices() {
  const { t } = useTranslation('common');
  const { t: shell } = useTranslation('desk-shell');
  const { t: look } = useTranslation('desk-look');
  const { t: quick } = useTranslation('desk-quick');
  const listed = useListed();
  const { client, workspace } = useDesk();
  const { regions, language, practice } = useWorkspace();
  const { directory, problem } = useDirectory();
  const { day } = useDates();
  const isOnline = useOnline();
  const here = directory?.regions.filter(({ id, installed }) => installed && regions.includes(id)) ?? [];
  const names = listed(here.map((list) => listName(list, language)));
  const missing = regions.filter((id) => !here.some((one) => one.id === id));
  return (
    <div className="notices" role="status">
      {!isOnline && directory && (
        <p className="notice">
          {shell('offline', { date: day(directory.issuedOn) })} {names}
        </p>
      )}
      {practice && (
        <p className="notice">
          <strong>{quick('practice.line')}</strong> {quick('practice.notKept')}{' '}
          <button type="button" className="link" onClick={() => endPractice(workspace)}>
            {quick('practice.end')}
          </button>
        </p>
      )}
      {directory && missing.length > 0 && (
        <p className="notice">
          {quick('lists.missing')}{' '}
          <button type="button" className="link" onClick={() => workspace.set({ screen: 'lists' })}>
            {quick('lists.see')}
          </button>
        </p>
      )}
      {directory?.isDemo && <p className="notice notice-quiet">{t('sampleData')}</p>}
      {directory && !directory.isSaved && <p className="notice">{t('problem.notSaved')}</p>}
      {problem && (
        <p className="notice">
          {problem.kind === 'unexpected' ? look('broken') : t(problemMessage(problem))}{' '}
          <button type="button" className="link" onClick={() => client.dismissProblem()}>
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}
