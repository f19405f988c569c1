import { useState } from 'react';
import { useDates } from '../../../../page/dates.ts';
import { sizeWords } from '../../../../page/size-words.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import type { RegionState } from '../../../../store/messages.ts';
import { Check } from '../../../shared/check-group.tsx';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { listName, samplesOf, toggleRegion, workWith } from '../../lists.ts';

/** The lists on this device, and those that can be fetched: the same files as everybody's (invariant 1). */
export function ListsScreen() {
  const { t } = useTranslation('desk-shell');
  const { t: find } = useTranslation('find');
  const { client } = useDesk();
  const { directory } = useDirectory();
  const [said, setSaid] = useState('');
  const update = async () => {
    const outcome = await client.update();
    if (outcome.ok) setSaid(find('results.updated'));
    else client.report(outcome.problem);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('lists.title')}</h1>
      <p>{t('lists.why')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('lists.list')}</th>
            <th scope="col">{t('lists.services')}</th>
            <th scope="col">{t('lists.state')}</th>
            <th scope="col">{t('lists.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {directory?.regions.map((region) => (
            <RegionRow key={region.id} region={region} />
          ))}
        </tbody>
      </table>
      <p className="actions">
        <button type="button" className="button-quiet" onClick={() => void update()}>
          {find('results.update')}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}

function RegionRow({ region }: { readonly region: RegionState }) {
  const { t } = useTranslation('desk-shell');
  const { t: quick } = useTranslation('desk-quick');
  const { t: find } = useTranslation('find');
  const { t: common } = useTranslation('common');
  const { workspace, client } = useDesk();
  const { directory, downloads } = useDirectory();
  const { language, regions } = useWorkspace();
  const { day } = useDates();
  const samples = samplesOf(directory);
  const progress = downloads[region.id];
  const name = listName(region, language);
  const work = () => {
    workWith(workspace, [region.id], samples);
    workspace.set({ screen: 'match' });
  };
  const get = async () => {
    if ((await client.install(region.id)).ok) work();
  };
  return (
    <tr>
      <th scope="row">
        {name}
        {region.kind === 'sample' && (
          <span className="note">
            {find('place.sample')} {quick('practice.notKept')}
          </span>
        )}
      </th>
      <td className="number">{region.records}</td>
      <td>
        {region.installed ? t('lists.here', { date: day(region.installed.savedOn) }) : t('lists.notHere')}
      </td>
      <td>
        {progress ? (
          <>
            <progress max={progress.total} value={progress.received} aria-label={name} />{' '}
            <button type="button" className="button-quiet" onClick={() => client.cancel(region.id)}>
              {common('cancel')}
            </button>
          </>
        ) : region.kind === 'world' ? null : region.installed ? (
          <div className="actions">
            <button
              type="button"
              className="button"
              aria-label={
                region.kind === 'sample'
                  ? quick('palette.practise', { name })
                  : t('lists.workWithName', { name })
              }
              onClick={work}
            >
              {region.kind === 'sample' ? quick('lists.practise') : t('lists.workWith')}
            </button>
            {region.kind !== 'sample' && (
              <Check
                label={t('lists.also')}
                fullLabel={t('lists.alsoName', { name })}
                isSelected={regions.includes(region.id)}
                onChange={() => toggleRegion(workspace, region.id, samples)}
              />
            )}
          </div>
        ) : (
          <button type="button" className="button-quiet" onClick={() => void get()}>
            {t('lists.get', { name, size: sizeWords(region.length) })}
          </button>
        )}
      </td>
    </tr>
  );
}
