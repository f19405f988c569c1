import { useTranslation } from '../../../../page/translation.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { ServicePanel } from '../service/service-panel.tsx';
import { MatchResults } from './match-results.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SearchedLists } from './searched-lists.tsx';
import { useMatch } from './use-match.ts';
import { WordsField } from './words-field.tsx';

/** A client's needs on one side, what fits and why on the other (C1). */
export function MatchScreen() {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { opened, regions } = useWorkspace();
  const matched = useMatch();
  const row = [...(matched.match?.rows ?? []), ...(matched.match?.refused ?? [])].find(
    ({ id }) => id === opened,
  );
  if (regions.length === 0)
    return (
      <>
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p>{t('noList')}</p>
        <button type="button" className="button" onClick={() => workspace.set({ screen: 'lists' })}>
          {t('chooseList')}
        </button>
      </>
    );
  return (
    <div className="two-sides">
      <section className="side" aria-labelledby="profile-title">
        <h1 id="profile-title" tabIndex={-1}>
          {t('title')}
        </h1>
        <SearchedLists />
        <WordsField />
        <ProfileForm />
      </section>
      {row ? <ServicePanel row={row} instant={matched.instant} /> : <MatchResults {...matched} />}
    </div>
  );
}
