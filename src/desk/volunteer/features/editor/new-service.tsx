import { type FormEvent, useState } from 'react';
import { findTwins, hostOf } from '../../../../core/edits/duplicates.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useLanguage, useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { readWrittenNumber } from '../../fields/written-number.ts';
import { newId } from '../../new-id.ts';
import { freshListing } from './fresh-listing.ts';
import { TwinsTable } from './twins-table.tsx';

export interface NewStart {
  readonly listing: Listing;
  readonly region: string;
}

const MOST_SHOWN = 3;

/** Before the form: name, number, address; and whatever looks like the same service, beside it (V5). */
export function NewService({ onStart }: { readonly onStart: (start: NewStart) => void }) {
  const { t } = useTranslation('vol-editor');
  const { workspace } = useVolunteer();
  const { directory, me } = useStaffDesk();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [url, setUrl] = useState('');
  const [looked, setLooked] = useState(false);
  const regions = regionsOf(
    [...directory.values()].map((one) => one.region),
    me?.regions ?? [],
  );
  const [region, setRegion] = useState(regions[0] ?? '');
  const listings = [...directory.values()].map((one) => one.listing);
  const country = countryOf(listings, [...directory.values()].find((one) => one.region === region)?.listing);
  const twins = looked
    ? findTwins({ name: orNone(name), number: orNone(number), url: orNone(url) }, listings)
    : [];
  const look = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
  };
  const again = (set: (words: string) => void) => (words: string) => {
    setLooked(false);
    set(words);
  };
  const begin = () => onStart({ region, listing: startOf({ name, number, url, country, language }) });
  return (
    <>
      <h1 tabIndex={-1}>{t('titleNew')}</h1>
      <form className="form" onSubmit={look}>
        <p className="lead">{t('new.why')}</p>
        <PlainField label={t('fields.name')} value={name} onChange={again(setName)} />
        <PlainField label={t('new.number')} value={number} isLeftToRight onChange={again(setNumber)} />
        <PlainField label={t('fields.website')} value={url} isLeftToRight onChange={again(setUrl)} />
        {regions.length > 1 && (
          <Choice
            label={t('new.region')}
            value={region}
            options={regions.map((id) => ({ id, label: id }))}
            onChange={setRegion}
          />
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t('new.look')}
          </button>
          <button type="button" className="button-quiet" onClick={() => workspace.set({ editing: null })}>
            {t('leave')}
          </button>
        </div>
      </form>
      {looked && (
        <section className="part" aria-labelledby="twins-title">
          <div role="status">
            <h2 id="twins-title">
              {twins.length > 0 ? t('new.found', { count: twins.length }) : t('new.none')}
            </h2>
          </div>
          {twins.length > 0 && (
            <TwinsTable
              labelledBy="twins-title"
              wanted={[number, url].filter(Boolean)}
              twins={twins.slice(0, MOST_SHOWN).flatMap(({ listingId, why }) => {
                const kept = directory.get(listingId);
                return kept ? [{ listing: kept.listing, why }] : [];
              })}
              onOpen={(listingId) => workspace.set({ editing: { listingId } })}
            />
          )}
          <button type="button" className="button" onClick={begin}>
            {twins.length > 0 ? t('new.other') : t('new.begin')}
          </button>
        </section>
      )}
    </>
  );
}

const orNone = (words: string) => words.trim() || undefined;

function regionsOf(known: readonly string[], looksAfter: readonly string[]): string[] {
  const all = [...new Set(known)].toSorted();
  return looksAfter.length > 0 ? all.filter((region) => looksAfter.includes(region)) : all;
}

function countryOf(listings: readonly Listing[], sample: Listing | undefined): string {
  return sample?.country ?? listings[0]?.country ?? 'ZZ';
}

interface Written {
  readonly name: string;
  readonly number: string;
  readonly url: string;
  readonly country: string;
  readonly language: string;
}

function startOf({ name, number, url, country, language }: Written): Listing {
  const value = readWrittenNumber(number, country);
  const host = hostOf(url);
  return freshListing({
    id: newId(),
    organizationId: newId(),
    name: name.trim(),
    country,
    language,
    channels: value ? [{ type: 'phone', value, cost: 'unknown', on_phone_bill: 'unknown' }] : [],
    website: host ? (/^https:/i.test(url.trim()) ? url.trim() : `https://${host}`) : null,
  });
}
