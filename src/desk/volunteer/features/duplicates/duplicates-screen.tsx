import { useMemo, useState } from 'react';
import type { StaffListing } from '../../../../core/desk-api.ts';
import { findTwins } from '../../../../core/edits/duplicates.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { fold } from '../../../../search/fold.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { SideBySide } from './side-by-side.tsx';

const MOST = 8;

/** The same service twice: found, put side by side, made one (7.12). */
export function DuplicatesScreen({ listingId }: { readonly listingId: string }) {
  const { t } = useTranslation('vol-duplicates');
  const { workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const [words, setWords] = useState('');
  const [otherId, setOtherId] = useState<string | null>(null);
  const kept = directory.get(listingId);
  const listings = useMemo(() => [...directory.values()].map(({ listing }) => listing), [directory]);
  const found = useMemo(
    () => (kept ? candidates(kept.listing, listings, words) : []),
    [kept, listings, words],
  );
  const other = otherId === null ? undefined : directory.get(otherId);
  if (!kept) return <h1 tabIndex={-1}>{t('title')}</h1>;
  return (
    <div className="wide-screen">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <div className="actions">
        <button
          type="button"
          className="button-quiet"
          onClick={() => (other ? setOtherId(null) : workspace.set({ doubling: null }))}
        >
          {t('back')}
        </button>
      </div>
      {other ? (
        <SideBySide kept={kept} other={other} />
      ) : (
        <Candidates kept={kept} found={found} words={words} onWords={setWords} onChoose={setOtherId} />
      )}
    </div>
  );
}

interface CandidatesProps {
  readonly kept: StaffListing;
  readonly found: readonly Listing[];
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onChoose: (id: string) => void;
}

function Candidates({ kept, found, words, onWords, onChoose }: CandidatesProps) {
  const { t } = useTranslation('vol-duplicates');
  return (
    <div className="stack">
      <p className="lead">{t('why')}</p>
      <p>
        <strong>
          <ForeignText language={kept.listing.text_language}>{kept.listing.name}</ForeignText>
        </strong>
      </p>
      <PlainField label={t('search')} value={words} onChange={onWords} />
      <p role="status" className="quiet">
        {found.length === 0 ? t('none') : t('found')}
      </p>
      <ul className="plain-list">
        {found.map(({ id, name, text_language: language, organization }) => (
          <li key={id}>
            <button type="button" className="row-button" onClick={() => onChoose(id)}>
              <span>
                <ForeignText language={language}>{name}</ForeignText>{' '}
                <span className="note">
                  <ForeignText language={language}>{organization.name}</ForeignText>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** By what they have in common; by name, where somebody types one. */
function candidates(kept: Listing, listings: readonly Listing[], words: string): Listing[] {
  const others = listings.filter(({ id, status }) => id !== kept.id && status !== 'defunct');
  const wanted = fold(words);
  if (wanted !== '') return others.filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST);
  const number = kept.channels.flatMap(({ type, value }) =>
    type === 'phone' && typeof value === 'string' ? value : [],
  )[0];
  const twins = findTwins({ name: kept.name, number, url: kept.organization.website }, others);
  return twins.slice(0, MOST).flatMap(({ listingId }) => others.find(({ id }) => id === listingId) ?? []);
}
