import { useMemo, useRef, useState } from 'react';
import type { LocalTiles } from '../../page/map/local-tiles.ts';
import { MapFrame } from '../../page/map/map-frame.tsx';
import { useTranslation } from '../../page/translation.tsx';
import type { MapPlace } from '../../search/map-messages.ts';
import { useSession } from '../context.tsx';
import { ServiceCard } from '../features/results/service-card.tsx';
import { ContactSheet } from '../features/service/contact-sheet.tsx';

const FIRST_CARDS = 10;
const MORE_CARDS = 20;

interface MapViewProps {
  readonly tiles: LocalTiles;
  readonly places: readonly MapPlace[];
}

/** The map, and under it the same services as a list: what the map shows by place, the list says in words. */
export function MapView({ tiles, places }: MapViewProps) {
  const { t } = useTranslation('map');
  const { language, theme } = useSession();
  const [inView, setInView] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useMemo(
    () => ({
      one: ({ hit }: MapPlace) => hit.name,
      many: (count: number) => t('cluster', { count }),
      languageOf: ({ hit }: MapPlace) => hit.textLanguage,
    }),
    [t],
  );
  const choose = (numbers: readonly number[]) => {
    setChosen(numbers);
    heading.current?.focus();
  };
  const numbers = chosen ?? inView;
  const listed = numbers.flatMap((number) => places[number] ?? []);
  const title = t(chosen ? 'here' : 'inView', { count: listed.length });
  return (
    <>
      <p className="quiet">{places.length > 0 ? t('onlyPublic') : t('noPlaces')}</p>
      <MapFrame
        tiles={tiles}
        places={places}
        words={words}
        language={language}
        theme={theme}
        onView={setInView}
        onChoose={choose}
      />
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p role="status" className="visually-hidden">
        {title}
      </p>
      {chosen && (
        <button type="button" className="button-quiet" onClick={() => setChosen(null)}>
          {t('all')}
        </button>
      )}
      <Cards key={numbers.join(' ')} places={listed} />
    </>
  );
}

function Cards({ places }: { readonly places: readonly MapPlace[] }) {
  const { t } = useTranslation('map');
  const [limit, setLimit] = useState(FIRST_CARDS);
  const [contact, setContact] = useState<string | null>(null);
  const [instant] = useState(Date.now);
  return (
    <>
      <div className="cards">
        {places.slice(0, limit).map(({ hit }) => (
          <ServiceCard key={hit.id} hit={hit} instant={instant} onContact={setContact} heading="h3" />
        ))}
      </div>
      {places.length > limit && (
        <button type="button" className="button-quiet wide" onClick={() => setLimit(limit + MORE_CARDS)}>
          {t('more')}
        </button>
      )}
      {contact && <ContactSheet id={contact} onClose={() => setContact(null)} />}
    </>
  );
}
