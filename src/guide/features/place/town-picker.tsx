import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import type { Town } from '../../../search/towns.ts';
import type { RegionState } from '../../../store/messages.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { PrivateField } from '../../../ui/private-field/private-field.tsx';
import { useGuide } from '../../context.tsx';
import { useRegionName } from '../../place-name.ts';
import type { Place } from '../../session.ts';
import { useReply } from '../../use-reply.ts';
import { AwaitedTowns } from './awaited-towns.tsx';
import { DistanceChoice } from './distance-choice.tsx';

const MOST_TOWNS = 8;

/** A town by its first letters, in any script its names are known in, from the list on this phone, once that is here. */
export function TownPicker({ region, place }: { readonly region: RegionState; readonly place: Place }) {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const name = useRegionName()(region.id);
  const [typed, setTyped] = useState('');
  const towns = useReply(
    region.installed && typed.trim() !== ''
      ? { kind: 'towns', region: region.id, prefix: typed, limit: MOST_TOWNS }
      : null,
  );
  const choose = (town: Town | null) => {
    setTyped('');
    session.set({ place: { ...place, town, withinKm: town ? place.withinKm : null } });
  };
  const label = t('place.town', { region: name });
  return (
    <section className="town-picker">
      {region.installed ? (
        <PrivateField label={label} hint={t('place.townHint')} value={typed} onChange={setTyped} />
      ) : (
        <AwaitedTowns region={region} label={label} />
      )}
      <p role="status" className={towns?.length === 0 ? 'quiet' : 'visually-hidden'}>
        {towns && (towns.length === 0 ? t('place.townNone') : t('place.towns', { count: towns.length }))}
      </p>
      {towns && towns.length > 0 && (
        <ul className="plain-list rows">
          {towns.map((town) => (
            <li key={`${town.name} ${town.admin} ${town.latitude}`}>
              <button type="button" className="row-button" onClick={() => choose(town)}>
                <Icon name="place" />
                <ForeignText>{town.name}</ForeignText>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="chosen">
        {t('place.chosen', { place: place.town?.name ?? t('place.wholeRegion', { region: name }) })}{' '}
        {place.town && (
          <button type="button" className="link" onClick={() => choose(null)}>
            {t('place.wholeRegion', { region: name })}
          </button>
        )}
      </p>
      <DistanceChoice />
    </section>
  );
}
