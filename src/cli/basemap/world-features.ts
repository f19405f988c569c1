import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type MapFeature, mapFeature } from './map-features.ts';

// Natural Earth (public domain) as the npm package world-atlas carries it.

type Detail = '50m' | '10m';
const require = createRequire(import.meta.url);
const FILES: Readonly<Record<Detail, string>> = {
  '50m': require.resolve('world-atlas/countries-50m.json'),
  '10m': require.resolve('world-atlas/countries-10m.json'),
};
type Countries = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/** Land, borders and, where they are asked for, the names of countries. */
export function worldFeatures(detail: Detail, hasNames: boolean): MapFeature[] {
  const topology = readAtlas(detail);
  const { countries, land } = topology.objects;
  const features = feature(topology, land).features.map(({ geometry }) =>
    mapFeature(geometry, { layer: 'land', from: 0 }),
  );
  const between = mesh(topology, countries as never, (one, other) => one !== other);
  features.push(mapFeature(between, { layer: 'border', from: 1 }));
  return hasNames ? [...features, ...countryNames(topology)] : features;
}

function countryNames(topology: Countries): MapFeature[] {
  return feature(topology, topology.objects.countries).features.flatMap(({ geometry, properties }) => {
    const { centre, area } = largestPart(geometry);
    if (!centre) return [];
    const name = { layer: 'place', kind: 'country', from: zoomForArea(area), name: properties.name } as const;
    return [mapFeature({ type: 'Point', coordinates: centre }, name)];
  });
}

/** Small countries are named where there is room for their names. Areas are in square degrees. */
function zoomForArea(area: number): number {
  if (area > 100) return 2;
  return area > 10 ? 3 : 4;
}

function readAtlas(detail: Detail): Countries {
  return JSON.parse(readFileSync(FILES[detail], 'utf8')) as Countries;
}

interface Part {
  readonly centre: Position | null;
  readonly area: number;
}

function largestPart(geometry: Geometry): Part {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return { centre: null, area: 0 };
  return ringsOf(geometry)
    .map(centreOf)
    .reduce((largest, part) => (part.area > largest.area ? part : largest), { centre: null, area: 0 });
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap(([outer]) => (outer ? [outer] : []));
}

/** Centre of gravity of a ring, by the shoelace formula. */
function centreOf(ring: readonly Position[]): Part {
  let [twice, x, y] = [0, 0, 0];
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  if (twice === 0) return { centre: null, area: 0 };
  return { centre: [x / (3 * twice), y / (3 * twice)], area: Math.abs(twice) / 2 };
}
