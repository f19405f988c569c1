import { useDeferredValue, useMemo, useState } from 'react';
import type { StaffListing } from '../../../../core/desk-api.ts';
import { FRESHNESS_ORDER, freshnessOf } from '../../../../core/freshness.ts';
import { NEEDS } from '../../../../core/taxonomy.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useNames } from '../../../shared/names.ts';
import { useToday } from '../../../shared/use-today.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { wayToDraft } from '../../draft-to-open.ts';
import { PlainField } from '../../fields/plain-field.tsx';
import { filterListings, type ListingFilters, NO_FILTERS, stateOf } from './filter-listings.ts';
import { ListingSheet } from './listing-sheet.tsx';

const AT_ONCE = 100;

/** Every listing that this person looks after: found, opened, and what was begun and not sent. */
export function ListingsScreen() {
  const { t } = useTranslation('vol-listings');
  const { workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const today = useToday();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [shown, setShown] = useState(AT_ONCE);
  const [opened, setOpened] = useState<string | null>(null);
  const asked = useDeferredValue(filters);
  const found = useMemo(
    () => filterListings([...directory.values()], asked, today),
    [directory, asked, today],
  );
  const kept = opened === null ? undefined : directory.get(opened);
  return (
    <div className="wide-screen">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <Drafts />
      <Filters filters={filters} onChange={setFilters} />
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => workspace.set({ editing: { listingId: null } })}
        >
          {t('add')}
        </button>
        <button type="button" className="button-quiet" onClick={() => workspace.set({ importing: true })}>
          {t('files')}
        </button>
        <span role="status" className="quiet">
          {t('found', { count: found.length })}
        </span>
      </div>
      <table className="table listings-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.checked')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('columns.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, shown).map((one) => (
            <Row key={one.listing.id} kept={one} onMore={() => setOpened(one.listing.id)} />
          ))}
        </tbody>
      </table>
      {found.length > shown && (
        <button type="button" className="button-quiet" onClick={() => setShown(shown + AT_ONCE)}>
          {t('more')}
        </button>
      )}
      {kept && <ListingSheet kept={kept} onClose={() => setOpened(null)} />}
    </div>
  );
}

function Row({ kept, onMore }: { readonly kept: StaffListing; readonly onMore: () => void }) {
  const { t } = useTranslation('vol-listings');
  const { workspace } = useVolunteer();
  const { day } = useDates();
  const today = useToday();
  const { listing } = kept;
  const state = stateOf(kept);
  const freshness = freshnessOf(listing, today);
  const { checked_on: checked } = listing.verification;
  return (
    <tr>
      <td>
        <button
          type="button"
          className="row-name"
          onClick={() => workspace.set({ editing: { listingId: listing.id } })}
        >
          <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
        </button>
        <span className="note">
          <ForeignText language={listing.text_language}>{listing.organization.name}</ForeignText>
          {' · '}
          {kept.region}
          {state !== 'there' && <strong className="state-mark">{t(`states.${state}`)}</strong>}
        </span>
      </td>
      <td>
        <span className={`fresh fresh-${freshness}`}>{t(`freshness.${freshness}`)}</span>
        {checked && <span className="note">{day(checked)}</span>}
      </td>
      <td>
        <button
          type="button"
          className="button-quiet"
          aria-label={t('moreOf', { name: listing.name })}
          onClick={onMore}
        >
          {t('columns.more')}
        </button>
      </td>
    </tr>
  );
}

interface FiltersProps {
  readonly filters: ListingFilters;
  readonly onChange: (filters: ListingFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation('vol-listings');
  const { directory } = useStaffDesk();
  const names = useNames();
  const regions = useMemo(
    () => [...new Set([...directory.values()].map(({ region }) => region))].toSorted(),
    [directory],
  );
  const set = (part: Partial<ListingFilters>) => onChange({ ...filters, ...part });
  const any = { id: 'all' as const, label: t('any') };
  return (
    <search className="filters">
      <PlainField
        label={t('search')}
        hint={t('searchHint')}
        value={filters.words}
        onChange={(words) => set({ words })}
      />
      <Choice
        label={t('state')}
        value={filters.state}
        options={(['there', 'hidden', 'closed', 'all'] as const).map((id) => ({
          id,
          label: t(`states.${id}`),
        }))}
        onChange={(state) => set({ state })}
      />
      <Choice
        label={t('fresh')}
        value={filters.freshness}
        options={[any, ...FRESHNESS_ORDER.map((id) => ({ id, label: t(`freshness.${id}`) }))]}
        onChange={(freshness) => set({ freshness })}
      />
      <Choice
        label={t('need')}
        value={filters.need}
        options={[any, ...NEEDS.map((id) => ({ id, label: names.need(id) }))]}
        onChange={(need) => set({ need })}
      />
      {regions.length > 1 && (
        <Choice
          label={t('region')}
          value={filters.region}
          options={[any, ...regions.map((id) => ({ id, label: id }))]}
          onChange={(region) => set({ region })}
        />
      )}
    </search>
  );
}

/** What was begun and is not sent. */
function Drafts() {
  const { t } = useTranslation('vol-listings');
  const { workspace } = useVolunteer();
  const { drafts, me, directory } = useStaffDesk();
  const mine = drafts.filter(({ by }) => by === me?.id);
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('drafts')}</h2>
      <ul className="plain-list">
        {mine.map((draft) => (
          <li key={draft.id}>
            <button type="button" className="row-button" onClick={() => workspace.set(wayToDraft(draft))}>
              {directory.get(draft.listingId)?.listing.name ?? nameIn(draft.edit.changes) ?? t('unnamed')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameIn(changes: readonly { readonly field: string; readonly after: unknown }[]): string | null {
  const name = changes.find(({ field }) => field === 'name')?.after;
  return typeof name === 'string' && name !== '' ? name : null;
}
