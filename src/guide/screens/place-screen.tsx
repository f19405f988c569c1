import { useRef } from 'react';
import { sizeWords } from '../../page/size-words.ts';
import { useTranslation } from '../../page/translation.tsx';
import type { RegionState } from '../../store/messages.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import { useDirectory, useGuide, useSession } from '../context.tsx';
import { useCountries } from '../countries.ts';
import { AllLists } from '../features/place/all-lists.tsx';
import { TownPicker } from '../features/place/town-picker.tsx';
import { useCountryName, useRegionName } from '../place-name.ts';
import { ANYWHERE, type Place, type Screen } from '../session.ts';

/** Where she is, because she says so: never from the phone. Choosing among what is here makes no request. */
export function PlaceScreen() {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const { place, query, screens } = useSession();
  const { directory } = useDirectory();
  const heading = useRef<HTMLHeadingElement>(null);
  const region = directory?.regions.find(({ id }) => id === place?.region);
  const choose = (chosen: Place) => {
    session.set({ place: chosen });
    // A region with towns asks for one next, at the top of this screen; everything else goes on.
    if (!chosen.region) return goOn();
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  };
  // Reached from results, it goes back there; reached from a tile, it goes on to them; from the first screen, back.
  const goOn = () => {
    const before = screens.at(-2);
    const rest = screens.slice(0, -1) as readonly Screen[];
    if (before?.name === 'results') session.back();
    else if (query.needs.length > 0 || query.text) session.set({ screens: [...rest, { name: 'results' }] });
    else session.back();
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('place.title')}
      </h1>
      <p className="quiet">{t('place.why')}</p>
      {region && place ? (
        <>
          <TownPicker region={region} place={place} />
          <button type="button" className="button wide" onClick={goOn}>
            {t('place.show')}
          </button>
        </>
      ) : null}
      <Choices regions={directory?.regions ?? []} place={place} onChoose={choose} />
      <AllLists />
    </>
  );
}

interface ChoicesProps {
  readonly regions: readonly RegionState[];
  readonly place: Place | null;
  readonly onChoose: (place: Place) => void;
}

function Choices({ regions, place, onChoose }: ChoicesProps) {
  const { t } = useTranslation('find');
  const countryName = useCountryName();
  const regionName = useRegionName();
  const countries = useCountries();
  const lists = regions.filter(({ kind }) => kind !== 'world');
  const covered = new Set(
    lists.filter(({ kind, id }) => kind === 'region' && id.length === 2).map(({ country }) => country),
  );
  const others = countries
    .filter(({ code }) => !covered.has(code))
    .sort((a, b) => (countryName(a.code) < countryName(b.code) ? -1 : 1));
  return (
    <section aria-labelledby="place-choices">
      <h2 id="place-choices">{t('place.country')}</h2>
      <ul className="plain-list rows">
        {lists.map((region) => (
          <li key={region.id}>
            <button
              type="button"
              className="row-button"
              aria-pressed={place?.region === region.id}
              onClick={() => onChoose({ ...ANYWHERE, region: region.id, country: region.country })}
            >
              <Icon name="place" />
              <span className="row-button-words">
                <strong>{regionName(region.id)}</strong>
                <span className="quiet">
                  {region.kind === 'sample' && `${t('place.sample')} · `}
                  {t('place.services', { count: region.records })}
                  {' · '}
                  {region.installed ? t('place.onPhone') : <bdi dir="ltr">{sizeWords(region.length)}</bdi>}
                </span>
              </span>
            </button>
          </li>
        ))}
        {others.map(({ code, lines }) => (
          <li key={code}>
            <button
              type="button"
              className="row-button"
              aria-pressed={!place?.region && place?.country === code}
              onClick={() => onChoose({ ...ANYWHERE, country: code })}
            >
              <Icon name="phone" />
              <span className="row-button-words">
                <strong>{countryName(code)}</strong>
                {lines.length > 0 && <span className="quiet">{t('place.nationalOnly')}</span>}
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="row-button"
            aria-pressed={place !== null && !place.region && !place.country}
            onClick={() => onChoose(ANYWHERE)}
          >
            <Icon name="globe" />
            <span className="row-button-words">
              <strong>{t('place.anywhere')}</strong>
              <span className="quiet">{t('place.anywhereHint')}</span>
            </span>
          </button>
        </li>
      </ul>
    </section>
  );
}
