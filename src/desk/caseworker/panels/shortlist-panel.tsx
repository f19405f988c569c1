import { useId } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { emptyShortlist } from '../bulk.ts';
import { useClient, useDesk, useWorkspace } from '../desk-context.tsx';
import { ServiceName } from '../service-name.tsx';
import { useServices } from '../use-services.ts';
import { toggleShortlisted } from '../workspace.ts';

/** What was chosen for the client, in order, and what can be made of it. */
export function ShortlistPanel() {
  const { t } = useTranslation('desk-shell');
  const { t: quick } = useTranslation('desk-quick');
  const { workspace } = useDesk();
  const { shortlist } = useWorkspace();
  const client = useClient();
  const serviceOf = useServices(shortlist);
  const titleId = useId();
  const move = (from: number, by: number) => {
    const next = [...shortlist];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(from + by, 0, moved);
    workspace.set({ shortlist: next });
  };
  return (
    <aside className="panel panel-shortlist" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {client ? t('shortlist.of', { code: client.code.words }) : t('shortlist.title')}{' '}
        <span className="quiet">{shortlist.length}</span>
      </h2>
      {shortlist.length === 0 && <p className="quiet">{t('shortlist.empty')}</p>}
      {shortlist.length > 0 && client === null && <p className="note">{t('shortlist.notKept')}</p>}
      <ol className="plain-list shortlist">
        {shortlist.map((id, at) => {
          const service = serviceOf(id);
          const { name } = service;
          return (
            <li key={id} className="shortlist-item">
              <span>
                <ServiceName service={service} />
              </span>
              <span className="actions">
                <button
                  type="button"
                  className="icon-button"
                  disabled={at === 0}
                  aria-label={t('shortlist.up', { name })}
                  onClick={() => move(at, -1)}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  disabled={at === shortlist.length - 1}
                  aria-label={t('shortlist.down', { name })}
                  onClick={() => move(at, 1)}
                >
                  <Icon name="down" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('shortlist.off', { name })}
                  onClick={() => toggleShortlisted(workspace, id)}
                >
                  <Icon name="close" />
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      {shortlist.length > 0 && (
        <button type="button" className="button-quiet" onClick={() => emptyShortlist(workspace)}>
          {quick('clear')}
        </button>
      )}
    </aside>
  );
}
