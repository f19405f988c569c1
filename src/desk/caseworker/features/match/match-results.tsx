import { useState } from 'react';
import {
  Button,
  GridList,
  GridListItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { problemMessage } from '../../../../page/problem-message.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { MOST_COMPARED } from '../../domain/compare.ts';
import type { Match, MatchRow } from '../../domain/match.ts';
import { Check } from '../../fields/check-group.tsx';
import { useNames } from '../../names.ts';
import { RESULTS_ID } from '../../shortcuts.ts';
import { chooseCompared } from '../../workspace.ts';
import { Reasons } from './reason-words.tsx';
import { Space } from './space.tsx';
import type { Matched } from './use-match.ts';

/** Only long lists are drawn in part: in a short one the browser's own find works. */
const VIRTUAL_FROM = 100;
const ROW_HEIGHT = 150;

/** What fits, best first, with the reasons; those that refuse are counted and can be seen (C1). */
export function MatchResults({ match, instant, problem }: Matched) {
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
      {match && <Listed match={match} instant={instant} />}
    </section>
  );
}

function Listed({ match, instant }: { readonly match: Match; readonly instant: number }) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { compared } = useWorkspace();
  const [showsRefused, setShowsRefused] = useState(false);
  return (
    <>
      <SoleProviders match={match} />
      <Widen match={match} />
      {compared.length > 0 && (
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={compared.length < 2}
            onClick={() => workspace.set({ screen: 'compare' })}
          >
            {t('compare', { count: compared.length })}
          </button>
          <button type="button" className="button-quiet" onClick={() => chooseCompared(workspace, [])}>
            {t('compareNone')}
          </button>
        </p>
      )}
      <Rows rows={match.rows} label={t('results')} instant={instant} />
      {match.refused.length > 0 && (
        <Check
          label={t('showRefused', { count: match.refused.length })}
          isSelected={showsRefused}
          onChange={setShowsRefused}
        />
      )}
      {showsRefused && <Rows rows={match.refused} label={t('refused')} instant={instant} />}
    </>
  );
}

interface RowsProps {
  readonly rows: readonly MatchRow[];
  readonly label: string;
  readonly instant: number;
}

function Rows({ rows, label, instant }: RowsProps) {
  const { workspace } = useDesk();
  const { compared } = useWorkspace();
  if (rows.length === 0) return null;
  const ids = new Set(rows.map(({ id }) => id));
  const others = compared.filter((id) => !ids.has(id));
  const chosen = compared.filter((id) => ids.has(id));
  const isFull = compared.length >= MOST_COMPARED;
  const choose = (keys: Selection) => {
    const now = keys === 'all' ? [...ids] : [...keys].map(String);
    // In the order in which they were chosen.
    const kept = chosen.filter((id) => now.includes(id));
    chooseCompared(workspace, [...others, ...kept, ...now.filter((id) => !kept.includes(id))]);
  };
  const isLong = rows.length > VIRTUAL_FROM;
  const list = (
    <GridList
      className={isLong ? 'rows rows-long' : 'rows'}
      aria-label={label}
      items={rows}
      selectionMode="multiple"
      selectedKeys={chosen}
      disabledBehavior="selection"
      disabledKeys={isFull ? [...ids].filter((id) => !chosen.includes(id)) : []}
      onSelectionChange={choose}
      onAction={(id) => workspace.set({ opened: String(id) })}
    >
      {(row) => <Row row={row} instant={instant} />}
    </GridList>
  );
  return isLong ? (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: ROW_HEIGHT }}>
      {list}
    </Virtualizer>
  ) : (
    list
  );
}

function Row({ row, instant }: { readonly row: MatchRow; readonly instant: number }) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { listing, hit, reasons, group } = row;
  const { name } = listing;
  return (
    <GridListItem id={row.id} textValue={name} className={`row row-${group}`}>
      <Check slot="selection" label={t('compareOne')} fullLabel={t('compareNamed', { name })} />
      <div className="row-words">
        <Space hit={hit} instant={instant} />
        {/* A press anywhere in a row chooses it once another is chosen: this one opens it always. */}
        <Button className="row-name" onPress={() => workspace.set({ opened: row.id })}>
          <ForeignText language={listing.text_language}>{name}</ForeignText>
        </Button>
        <p className="quiet">
          <ForeignText language={listing.text_language}>{hit.summary}</ForeignText>
        </p>
        <Reasons reasons={reasons} />
      </div>
    </GridListItem>
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
          language: profile.languages.map(names.language).join(', '),
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
