import type { FeatureCollection, Geometry, Position } from 'geojson';
import { fail, type Result, succeed } from '../../core/result.ts';
import { MOST_MAP_BYTES } from '../../pack/maps.ts';
import type { Town } from '../../search/towns.ts';
import { type Box, boxAround, ringOf, WHOLE_WORLD, wider } from './box.ts';
import { countTiles, makeTiles, type TileRange } from './make-tiles.ts';
import { LAYERS, type MapFeature, mapFeature } from './map-features.ts';
import { type MapTile, pmtilesFile } from './pmtiles-file.ts';
import { isClosed, joinLines, seaOf } from './sea.ts';
import { isOnEarth, streetFeatures } from './street-features.ts';
import { townFeatures } from './town-features.ts';
import { worldFeatures } from './world-features.ts';

export interface Basemap {
  readonly bytes: Uint8Array;
  readonly tiles: number;
  readonly box: Box;
  readonly zooms: readonly [least: number, most: number];
}

export interface BasemapOptions {
  /** Whose data an extract is, where it is not OpenStreetMap's. */
  readonly attribution?: string | undefined;
  /** In which names are kept beside the local one. */
  readonly languages: readonly string[];
  /** After every tile. */
  readonly onTile: () => void;
}

// Measured: to zoom 5 the world is less than the 600 kB it may take; to zoom 6 it is 0.9 MB.
const WORLD_ZOOMS = [0, 5] as const;
/** A region is drawn from Natural Earth below its streets, cut around its box. */
const FIRST_AROUND = 4;
const FIRST_STREETS = 10;
const LAST_STREETS = 14;
// A phone would get more than it may take long before.
const MOST_TILES = 300_000;

const NATURAL_EARTH = 'Natural Earth (public domain)';
const GEONAMES = 'GeoNames (CC BY 4.0)';
const OPENSTREETMAP = '© OpenStreetMap contributors (ODbL)';

/** The coasts, borders and countries of the world, and the large towns of the deployment's regions. */
export function worldBasemap(towns: readonly Town[], { languages, onTile }: BasemapOptions): Basemap {
  const range = { box: WHOLE_WORLD, zooms: WORLD_ZOOMS, margin: 0 };
  const features = [...worldFeatures('50m', true), ...townFeatures(towns, languages)];
  const named = towns.length > 0 ? `${NATURAL_EARTH}; ${GEONAMES}` : NATURAL_EARTH;
  return finish(makeTiles(features, range, onTile), range, named);
}

/** One region down to its streets. The problem is what to do about the extract. */
export function regionBasemap(
  extract: FeatureCollection,
  { languages, onTile, attribution = OPENSTREETMAP }: BasemapOptions,
): Result<Basemap, string> {
  const streets = streetFeatures(extract, languages);
  const coast = joinLines(coastOf(extract));
  const box = boxOf(streets, coast.every(isClosed) ? coast : []);
  if (!box) return fail('holds no road and no place: choose an extract of where the services are');
  const range: TileRange = { box, zooms: [FIRST_STREETS, LAST_STREETS], margin: 0 };
  if (countTiles(range) > MOST_TILES)
    return fail('covers more than a phone takes: cut it down to the towns where the services are');
  const around: TileRange = { box, zooms: [FIRST_AROUND, FIRST_STREETS - 1], margin: 1 };
  const islands = coast.filter(isClosed).map((ring) => landOf([ring]));
  const far = [
    ...worldFeatures('10m', false),
    ...islands,
    ...streets.filter(({ properties }) => properties.layer !== 'border'),
  ];
  const near = [...groundOf(coast, box), ...streets];
  const tiles = [...makeTiles(far, around, onTile), ...makeTiles(near, range, onTile)];
  const map = finish(
    tiles,
    { ...range, zooms: [FIRST_AROUND, LAST_STREETS] },
    `${attribution}; ${NATURAL_EARTH}`,
  );
  return map.bytes.length > MOST_MAP_BYTES
    ? fail(`makes a map of ${map.bytes.length} bytes, and a phone takes ${MOST_MAP_BYTES}: cut it smaller`)
    : succeed(map);
}

function finish(
  tiles: readonly MapTile[],
  { box, zooms }: Pick<TileRange, 'box' | 'zooms'>,
  attribution: string,
): Basemap {
  const metadata = {
    attribution,
    vector_layers: LAYERS.map((id) => ({ id, fields: {} })),
  };
  return { bytes: pmtilesFile(tiles, { box, zooms, metadata }), tiles: tiles.length, box, zooms };
}

/** Of roads and places alone: a river or a forest may reach far beyond what the extract holds. */
function boxOf(streets: readonly MapFeature[], islands: readonly Position[][]): Box | null {
  const points = streets.flatMap(({ geometry, properties }): Position[] => {
    if (properties.layer === 'place' && geometry.type === 'Point') return [geometry.coordinates];
    return properties.layer === 'road' && geometry.type === 'LineString' ? geometry.coordinates : [];
  });
  // A road or a place there must be; then the islands that they lie on are drawn to their coast.
  return points.length > 0 ? boxAround([...points, ...islands.flat()]) : null;
}

function coastOf({ features }: FeatureCollection): Position[][] {
  return features.flatMap(({ geometry, properties }) => {
    if (properties?.natural !== 'coastline' || !isOnEarth(geometry)) return [];
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'Polygon' ? geometry.coordinates : [];
  });
}

/** Land everywhere, and over it the sea where the extract tells of a coast. */
function groundOf(coast: readonly Position[][], box: Box): MapFeature[] {
  // Islands alone: what is not land is sea, as everywhere that nothing is drawn.
  if (coast.length > 0 && coast.every(isClosed)) return coast.map((ring) => landOf([ring]));
  // As far as the tiles go beyond what the extract holds.
  const land = landOf([ringOf(wider(box, 360 / 2 ** FIRST_STREETS))]);
  const sea = seaOf(coast, box);
  if (!sea) return [land, ...coast.map((line) => waterOf({ type: 'LineString', coordinates: line }))];
  return [land, ...sea.map((polygon) => waterOf({ type: 'Polygon', coordinates: polygon }))];
}

function landOf(coordinates: Position[][]): MapFeature {
  return mapFeature({ type: 'Polygon', coordinates }, { layer: 'land', from: 0 });
}

function waterOf(geometry: Geometry): MapFeature {
  return mapFeature(geometry, { layer: 'water', from: 0 });
}
