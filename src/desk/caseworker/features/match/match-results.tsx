import { useState } from 'react';
import { problemMessage } from '../../../../page/problem-message.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { useNames } from '../../../shared/names.ts';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import type { Match } from '../../domain/match.ts';
import { RESULTS_ID } from '../../shortcuts.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Rows } from './match-rows.tsx';
import type { Matched } from './use-match.ts';

/** What fits, best first, with the reasons; those that refuse are counted and can be seen (C1). */
export function MatchResults({ match, instant, problem, regionOf, isWhole }: Matched) {
  const { t: quick } = useTranslation('desk-quick');
  const { t } = useTranslation('desk-match');
  const { t: common } = useTranslation('common');
  if (problem) return <p className="side notice">{common(problemMessage(problem))}</p>;
  return (
    <section className="side" aria-labelledby={RESULTS_ID}>
      <h2 id={RESULTS_ID} tabIndex={-1}>
        {match ? t('found', { count: match.rows.length }) : t('results')}
      </h2>
      <p role="status" className="quiet">
        {match
          ? t('split', { confirmed: match.confirmed, ask: match.ask, refused: match.refused.length })
          : t('chooseNeed')}
      </p>
      {match && !isWhole && (
        <p className="notice">{quick('part', { many: match.rows.length + match.refused.length })}</p>
      )}
      {match && <Listed match={match} instant={instant} regionOf={regionOf} />}
    </section>
  );
}

interface ListedProps extends Pick<Matched, 'instant' | 'regionOf'> {
  readonly match: Match;
}

function Listed({ match, ...rest }: ListedProps) {
  const { t } = useTranslation('desk-match');
  const here = new Set([...match.rows, ...match.refused].map(({ id }) => id));
  const [showsRefused, setShowsRefused] = useState(false);
  return (
    <>
      <SoleProviders match={match} />
      <Widen match={match} />
      {here.size > 0 && <BulkBar here={here} />}
      <Rows rows={match.rows} label={t('results')} {...rest} />
      {match.refused.length > 0 && (
        <Check
          label={t('showRefused', { count: match.refused.length })}
          isSelected={showsRefused}
          onChange={setShowsRefused}
        />
      )}
      {showsRefused && <Rows rows={match.refused} label={t('refused')} {...rest} />}
    </>
  );
}

/** "This is the only one": known before a client is sent elsewhere. */
function SoleProviders({ match }: { readonly match: Match }) {
  const { t } = useTranslation('desk-match');
  const { profile } = useWorkspace();
  const names = useNames();
  return match.soleProviders.map(({ id, need, isInLanguage, withinKm }) => {
    const row = [...match.rows, ...match.refused].find((one) => one.id === id);
    const key = isInLanguage
      ? withinKm === null
        ? 'sole.language'
        : 'sole.both'
      : withinKm === null
        ? 'sole.plain'
        : 'sole.near';
    return (
      <p key={need} className="notice">
        {t(key, {
          need: names.need(need),
          language: names.listed(profile.languages.map(names.language)),
          km: withinKm,
        })}{' '}
        {row && <ForeignText language={row.listing.text_language}>{row.listing.name}</ForeignText>}
      </p>
    );
  });
}

/** What to let go of for more; never who the client is. */
function Widen({ match }: { readonly match: Match }) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { profile } = useWorkspace();
  if (match.widen.length === 0) return null;
  return (
    <p className="actions">
      {match.widen.map(({ fact, more }) => (
        <button
          key={fact}
          type="button"
          className="button-quiet"
          onClick={() =>
            workspace.set({ profile: { ...profile, importance: { ...profile.importance, [fact]: 'nice' } } })
          }
        >
          {t('widen', { what: t(`facts.${fact}`), count: more })}
        </button>
      ))}
    </p>
  );
}
