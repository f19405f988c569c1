import { useEffect, useRef, useState } from 'react';
import type { MapPlace } from '../../search/map-messages.ts';
import { useSession } from '../context.tsx';
import type { LocalTiles } from '../features/map/local-tiles.ts';
import { type ShownMap, showMap } from '../features/map/show-map.ts';
import { ServiceCard } from '../features/results/service-card.tsx';
import { ContactSheet } from '../features/service/contact-sheet.tsx';
import { useTranslation } from '../translation.tsx';

const FIRST_CARDS = 10;
const MORE_CARDS = 20;
const DARK = '(prefers-color-scheme: dark)';

interface MapViewProps {
  readonly tiles: LocalTiles;
  readonly places: readonly MapPlace[];
}

/** The map, and under it the same services as a list: what the map shows by place, the list says in words. */
export function MapView({ tiles, places }: MapViewProps) {
  const { t } = useTranslation('map');
  const [inView, setInView] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const choose = (numbers: readonly number[]) => {
    setChosen(numbers);
    heading.current?.focus();
  };
  const { container, zoomBy } = useMap({ tiles, places, onView: setInView, onChoose: choose });
  const numbers = chosen ?? inView;
  const listed = numbers.flatMap((number) => places[number] ?? []);
  const title = t(chosen ? 'here' : 'inView', { count: listed.length });
  return (
    <>
      <p className="quiet">{places.length > 0 ? t('onlyPublic') : t('noPlaces')}</p>
      <p id="map-keys" className="visually-hidden">
        {t('keys')}
      </p>
      <div className="map-frame">
        {/* Left is left on every map, whatever the direction of the words. */}
        <div
          ref={container}
          className="map"
          dir="ltr"
          role="application"
          aria-label={t('label')}
          aria-describedby="map-keys"
        />
        <div className="map-zoom">
          <button type="button" className="button-quiet" aria-label={t('closer')} onClick={() => zoomBy(1)}>
            +
          </button>
          <button type="button" className="button-quiet" aria-label={t('farther')} onClick={() => zoomBy(-1)}>
            −
          </button>
        </div>
      </div>
      <p className="quiet">
        <bdi>{t('data', { names: tiles.attribution })}</bdi>
      </p>
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

interface MapUse extends MapViewProps {
  readonly onView: (numbers: readonly number[]) => void;
  readonly onChoose: (numbers: readonly number[]) => void;
}

/** Leaflet lives as long as the screen; the page's own colours and words are put into it. */
function useMap({ tiles, places, onView, onChoose }: MapUse) {
  const { t } = useTranslation('map');
  const { language, theme } = useSession();
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<ShownMap | null>(null);
  const tell = useRef({ onView, onChoose });
  tell.current = { onView, onChoose };
  useEffect(() => {
    if (!container.current) return;
    const words = {
      one: ({ hit }: MapPlace) => hit.name,
      many: (count: number) => t('cluster', { count }),
    };
    map.current = showMap(container.current, {
      tiles,
      places,
      language,
      words,
      onView: (numbers) => tell.current.onView(numbers),
      onChoose: (numbers) => tell.current.onChoose(numbers),
    });
    return () => map.current?.remove();
  }, [tiles, places, language, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const redraw = () => map.current?.redraw();
    redraw();
    const dark = matchMedia(DARK);
    dark.addEventListener('change', redraw);
    return () => dark.removeEventListener('change', redraw);
  }, [theme]);
  return { container, zoomBy: (steps: number) => map.current?.zoomBy(steps) };
}
