import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { groundLayer } from './ground-layer.ts';
import { LabelLayer } from './label-layer.ts';
import type { LocalTiles } from './local-tiles.ts';
import { Pins } from './pins.ts';
import type { PinWords, Placed } from './placed.ts';

export interface ShownMap {
  /** By one step closer, or with -1 farther. */
  zoomBy(steps: number): void;
  /** In other colours, after the theme has changed. */
  redraw(): void;
  remove(): void;
}

export interface MapOptions<Place extends Placed> {
  readonly tiles: LocalTiles;
  readonly places: readonly Place[];
  readonly language: string;
  readonly words: PinWords<Place>;
  /** Numbers of the places that can be seen, whenever the map has moved. */
  readonly onView: (numbers: readonly number[]) => void;
  readonly onChoose: (numbers: readonly number[]) => void;
}

// Streets can be told apart at this zoom; closer nothing more is drawn.
const CLOSEST = 18;
// Of the world's map, whose tiles end at zoom 5, it is far enough to part the pins of a town.
const BEYOND_TILES = 7;
const CLOSEST_AT_FIRST = 15;
// At first no pin lies under the buttons at the side.
const PADDING: L.PointTuple = [64, 24];

/** Leaflet, with nothing that moves by itself, asks anybody anything, or knows where this phone is (TR-16). */
export function showMap<Place extends Placed>(container: HTMLElement, options: MapOptions<Place>): ShownMap {
  const { tiles, places, language, words, onView, onChoose } = options;
  const [west, south, east, north] = tiles.box;
  const maxZoom = Math.min(CLOSEST, tiles.zooms[1] + BEYOND_TILES);
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    // It is Shift and a pointer: Shift is the way out (EX-13).
    boxZoom: false,
    minZoom: tiles.zooms[0],
    maxZoom,
    maxBounds: L.latLngBounds([south, west], [north, east]).pad(0.25),
  });
  const points = places.flatMap((place) => place.points);
  const seen = L.latLngBounds(points.map(({ latitude, longitude }) => [latitude, longitude]));
  map.fitBounds(seen.isValid() ? seen : L.latLngBounds([south, west], [north, east]), {
    padding: PADDING,
    maxZoom: Math.min(CLOSEST_AT_FIRST, maxZoom),
  });
  const ground = groundLayer(tiles).addTo(map);
  const pins = new Pins({ places, words, onChoose }, maxZoom).addTo(map);
  const names = new LabelLayer({ tiles, language, positions: () => pins.positions() }).addTo(map);
  const tellView = () => onView(inView(places, map.getBounds()));
  map.on('moveend', tellView);
  tellView();
  return {
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    redraw() {
      ground.redraw();
      names.redraw();
    },
    remove: () => void map.remove(),
  };
}

function inView(places: readonly Placed[], bounds: L.LatLngBounds): number[] {
  return places.flatMap(({ points }, number) =>
    points.some(({ latitude, longitude }) => bounds.contains([latitude, longitude])) ? [number] : [],
  );
}
