import { useId } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { chooseNone, shortlistAll } from '../../bulk.ts';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { MOST_COMPARED } from '../../domain/compare.ts';

/** What can be done with all that is chosen (C13). It is there before anything is chosen, so that no row moves away. */
export function BulkBar({ here }: { readonly here: ReadonlySet<string> }) {
  const { t: match } = useTranslation('desk-match');
  const { t } = useTranslation('desk-quick');
  const { workspace } = useDesk();
  const workspaceNow = useWorkspace();
  const whyId = useId();
  const chosen = workspaceNow.chosen.filter((id) => here.has(id));
  const count = chosen.length;
  const why = count > MOST_COMPARED ? t('bulk.tooMany') : count < 2 ? t('bulk.how') : null;
  return (
    <fieldset className="bulk">
      <legend className="visually-hidden">{t('bulk.title')}</legend>
      <button
        type="button"
        className="button-quiet"
        disabled={count === 0}
        onClick={() => shortlistAll(workspace, chosen)}
      >
        {t('bulk.shortlist', { many: count })}
      </button>
      <button
        type="button"
        className="button-quiet"
        disabled={count < 2 || count > MOST_COMPARED}
        aria-describedby={why ? whyId : undefined}
        onClick={() => workspace.set({ chosen, screen: 'compare' })}
      >
        {match('compare', { count })}
      </button>
      <button
        type="button"
        className="button-quiet"
        disabled={count === 0}
        onClick={() => chooseNone(workspace)}
      >
        {t('bulk.none')}
      </button>
      <span id={whyId} className="quiet" role="status">
        {why}
      </span>
    </fieldset>
  );
}
