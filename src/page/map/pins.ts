import * as L from 'leaflet/dist/leaflet-src.esm.js';
import Supercluster from 'supercluster';
import type { PinWords, Placed } from './placed.ts';

interface PinOptions<Place extends Placed> {
  readonly places: readonly Place[];
  readonly words: PinWords<Place>;
  /** Numbers of the places that are here: one, or several that no zoom can part. */
  readonly onChoose: (numbers: readonly number[]) => void;
}

interface At {
  readonly number: number;
}

const RADIUS = 60;
// A finger's width; the mark inside is smaller.
const SIZE = 48;

/** Pins, and one with a number where several would lie on each other. Those that stay where they are stay elements. */
export class Pins<Place extends Placed> extends L.LayerGroup {
  readonly #index: Supercluster<At>;
  readonly #options: PinOptions<Place>;
  readonly #shown = new Map<string, L.Marker>();

  constructor(options: PinOptions<Place>, mostZoom: number) {
    super();
    this.#options = options;
    this.#index = new Supercluster<At>({ radius: RADIUS, extent: 256, maxZoom: mostZoom });
    this.#index.load(
      options.places.flatMap(({ points }, number) =>
        points.map(({ latitude, longitude }) => ({
          type: 'Feature' as const,
          properties: { number },
          geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
        })),
      ),
    );
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    map.on('moveend', this.#update);
    this.#update();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off('moveend', this.#update);
    return super.onRemove(map);
  }

  readonly #update = (): void => {
    const map = this._map;
    const around = map.getBounds().pad(0.2);
    const box: [number, number, number, number] = [
      around.getWest(),
      around.getSouth(),
      around.getEast(),
      around.getNorth(),
    ];
    const wanted = new Map(
      this.#index.getClusters(box, Math.round(map.getZoom())).map((one) => [keyOf(one), one]),
    );
    for (const [key, marker] of this.#shown) {
      if (wanted.has(key)) continue;
      this.removeLayer(marker);
      this.#shown.delete(key);
    }
    for (const [key, one] of wanted) {
      if (this.#shown.has(key)) continue;
      const marker = this.#markerOf(one);
      this.#shown.set(key, marker);
      this.addLayer(marker);
    }
  };

  /** Where pins lie, for what must not be written under them. */
  positions(): L.LatLng[] {
    return [...this.#shown.values()].map((marker) => marker.getLatLng());
  }

  #markerOf({ geometry, properties }: Found): L.Marker {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    const { places, words, onChoose } = this.#options;
    const number = 'number' in properties ? properties.number : null;
    const count = 'point_count' in properties ? Number(properties.point_count) : 1;
    const place = number === null ? undefined : places[number];
    const mark = document.createElement('span');
    const text = number === null ? String(count) : place && words.mark?.(place);
    mark.className = number === null ? 'map-many' : text ? 'map-said' : 'map-one';
    // The map is left to right, its words are not always.
    mark.dir = 'auto';
    if (text) mark.textContent = text;
    const icon = L.divIcon({ html: mark, className: 'map-pin', iconSize: [SIZE, SIZE] });
    const marker = L.marker([latitude, longitude], { icon, keyboard: true, riseOnHover: false });
    marker.on('add', () => {
      const element = marker.getElement();
      element?.setAttribute('aria-label', place ? words.one(place) : words.many(count));
      const language = place && words.languageOf?.(place);
      if (language) element?.setAttribute('lang', language);
      // Leaflet makes it a button and hears of no key.
      element?.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        marker.fire('click');
      });
    });
    marker.on('click', () => {
      if (number !== null) onChoose([number]);
      else this.#lookCloser(Number((properties as { cluster_id: number }).cluster_id), marker.getLatLng());
    });
    return marker;
  }

  #lookCloser(cluster: number, at: L.LatLng): void {
    const zoom = this.#index.getClusterExpansionZoom(cluster);
    if (zoom <= this._map.getMaxZoom()) {
      this._map.setView(at, zoom);
      // The pin that was activated is gone: the map has the focus, not the page's beginning.
      this._map.getContainer().focus({ preventScroll: true });
    } else {
      const leaves = this.#index.getLeaves(cluster, Infinity);
      this.#options.onChoose(leaves.map(({ properties }) => properties.number));
    }
  }
}

type Found = ReturnType<Supercluster<At>['getClusters']>[number];

function keyOf({ properties, geometry }: Found): string {
  const id = 'cluster_id' in properties ? `many ${properties.cluster_id}` : `one ${properties.number}`;
  return `${id} ${geometry.coordinates.join(' ')}`;
}
