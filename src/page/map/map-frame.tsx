import { useEffect, useRef } from 'react';
import { useTranslation } from '../translation.tsx';
import type { LocalTiles } from './local-tiles.ts';
import type { PinWords, Placed } from './placed.ts';
import { type ShownMap, showMap } from './show-map.ts';

const DARK = '(prefers-color-scheme: dark)';

interface MapFrameProps<Place extends Placed> {
  readonly tiles: LocalTiles;
  /** The same from drawing to drawing, as are the words: others are another map. */
  readonly places: readonly Place[];
  readonly words: PinWords<Place>;
  readonly language: string;
  readonly theme: string;
  /** Numbers of the places that can be seen, whenever the map has moved. */
  readonly onView?: (numbers: readonly number[]) => void;
  readonly onChoose: (numbers: readonly number[]) => void;
}

/** A map with its ways to look closer, its keys and whom to name: what it shows by place must stand beside it in words. */
export function MapFrame<Place extends Placed>(props: MapFrameProps<Place>) {
  const { t } = useTranslation('map');
  const { container, zoomBy } = useMap(props);
  return (
    <>
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
        <bdi>{t('data', { names: props.tiles.attribution })}</bdi>
      </p>
    </>
  );
}

/** Leaflet lives as long as the screen; the page's own colours and words are put into it. */
function useMap<Place extends Placed>(props: MapFrameProps<Place>) {
  const { tiles, places, words, language, theme } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<ShownMap | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!container.current) return;
    map.current = showMap(container.current, {
      tiles,
      places,
      language,
      words,
      onView: (numbers) => latest.current.onView?.(numbers),
      onChoose: (numbers) => latest.current.onChoose(numbers),
    });
    return () => map.current?.remove();
  }, [tiles, places, words, language]);
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
