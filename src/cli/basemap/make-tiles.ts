import { GeoJSONVT, type GeoJSONVTOptions, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Box } from './box.ts';
import { LAYERS, type MapFeature } from './map-features.ts';
import type { MapTile } from './pmtiles-file.ts';

export interface TileRange {
  readonly box: Box;
  readonly zooms: readonly [least: number, most: number];
  /** Tiles around the box as well, so that its edge is not the edge of the map. */
  readonly margin: number;
}

const EXTENT = 4096;

/** Every tile of the range that has something in it. `onTile` is told of each that was looked at. */
export function makeTiles(features: readonly MapFeature[], range: TileRange, onTile: () => void): MapTile[] {
  const indexes = LAYERS.map((layer) => {
    const own = features.filter(({ properties }) => properties.layer === layer);
    const options: GeoJSONVTOptions = {
      maxZoom: range.zooms[1],
      indexMaxZoom: 5,
      tolerance: 3,
      extent: EXTENT,
    };
    return {
      layer,
      index: own.length > 0 ? new GeoJSONVT({ type: 'FeatureCollection', features: own }, options) : null,
    };
  });
  const tiles: MapTile[] = [];
  for (const { z, x, y } of tilesOf(range)) {
    onTile();
    const layers: Record<string, GeoJSONVTTile> = {};
    for (const { layer, index } of indexes) {
      const tile = index?.getTile(z, x, y);
      const shown = tile ? drawnAt(tile, z) : null;
      if (shown && shown.features.length > 0) layers[layer] = shown;
    }
    if (Object.keys(layers).length > 0)
      tiles.push({ z, x, y, bytes: fromGeojsonVt(layers, { version: 2, extent: EXTENT }) });
  }
  return tiles;
}

/** What is drawn at this zoom, without the properties that only told so. */
function drawnAt(tile: GeoJSONVTTile, zoom: number): GeoJSONVTTile {
  const features = tile.features.flatMap((feature) => {
    const { layer: _layer, from, ...tags } = feature.tags ?? {};
    return Number(from) <= zoom ? [{ ...feature, tags }] : [];
  });
  return { ...tile, features } as GeoJSONVTTile;
}

/** How many tiles there are to make, before any is made. */
export function countTiles(range: TileRange): number {
  let count = 0;
  for (let zoom = range.zooms[0]; zoom <= range.zooms[1]; zoom += 1) {
    const [left, top, right, bottom] = span(range, zoom);
    count += (right - left + 1) * (bottom - top + 1);
  }
  return count;
}

function* tilesOf(range: TileRange): Generator<{ z: number; x: number; y: number }> {
  for (let z = range.zooms[0]; z <= range.zooms[1]; z += 1) {
    const [left, top, right, bottom] = span(range, z);
    for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) yield { z, x, y };
  }
}

function span(
  { box, margin }: TileRange,
  zoom: number,
): [left: number, top: number, right: number, bottom: number] {
  const size = 2 ** zoom;
  const within = (value: number) => Math.min(size - 1, Math.max(0, value));
  const [west, south, east, north] = box;
  return [
    within(column(west, size) - margin),
    within(row(north, size) - margin),
    within(column(east, size) + margin),
    within(row(south, size) + margin),
  ];
}

function column(longitude: number, size: number): number {
  return Math.floor(((longitude + 180) / 360) * size);
}

/** Web Mercator. */
function row(latitude: number, size: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
}
