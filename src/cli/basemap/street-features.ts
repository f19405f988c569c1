import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { isPlainText } from '../../core/text.ts';
import { type MapFeature, type MapProperties, mapFeature } from './map-features.ts';

// Which tags of OpenStreetMap are drawn. What is not named here is left out: above all every place with a purpose, because
// an extract may hold where a refuge is.

interface Kind {
  readonly kind: string;
  readonly from: number;
}

const ROADS: Readonly<Record<string, Kind>> = {
  motorway: { kind: 'main', from: 6 },
  trunk: { kind: 'main', from: 7 },
  primary: { kind: 'main', from: 8 },
  motorway_link: { kind: 'main', from: 11 },
  trunk_link: { kind: 'main', from: 11 },
  primary_link: { kind: 'main', from: 12 },
  secondary: { kind: 'through', from: 10 },
  secondary_link: { kind: 'through', from: 12 },
  tertiary: { kind: 'through', from: 12 },
  tertiary_link: { kind: 'through', from: 13 },
  unclassified: { kind: 'street', from: 13 },
  residential: { kind: 'street', from: 13 },
  living_street: { kind: 'street', from: 13 },
  road: { kind: 'street', from: 13 },
  pedestrian: { kind: 'street', from: 13 },
  service: { kind: 'path', from: 14 },
  footway: { kind: 'path', from: 14 },
  path: { kind: 'path', from: 14 },
  steps: { kind: 'path', from: 14 },
  cycleway: { kind: 'path', from: 14 },
  track: { kind: 'path', from: 14 },
};
const RAILWAYS = new Set(['rail', 'light_rail', 'subway', 'tram']);
const PLACES: Readonly<Record<string, number>> = {
  city: 4,
  town: 7,
  suburb: 11,
  village: 10,
  quarter: 12,
  neighbourhood: 13,
  hamlet: 12,
  island: 9,
};
const GREEN: Readonly<Record<string, readonly string[]>> = {
  leisure: ['park', 'garden', 'nature_reserve', 'recreation_ground'],
  landuse: ['forest', 'grass', 'meadow', 'recreation_ground', 'village_green', 'cemetery'],
  natural: ['wood', 'scrub', 'heath', 'grassland'],
};
const WATERWAYS = new Set(['river', 'canal', 'riverbank', 'dock']);
const WET = new Set(['reservoir', 'basin']);
const LONGEST_NAME = 80;

type Tags = Readonly<Record<string, string | undefined>>;

/** The features that are drawn, each with its layer. `languages` are those in which names are kept where there are any. */
export function streetFeatures({ features }: FeatureCollection, languages: readonly string[]): MapFeature[] {
  return features.flatMap((feature) => {
    if (!isOnEarth(feature.geometry)) return [];
    const tags = tagsOf(feature);
    const properties = propertiesOf(tags, feature.geometry);
    return properties
      ? [mapFeature(feature.geometry, { ...properties, ...namesOf(tags, properties, languages) })]
      : [];
  });
}

/** With ways it cannot make a form of, the library writes them as text. */
function tagsOf({ properties }: Feature): Tags {
  return Object.fromEntries(
    Object.entries(properties ?? {}).filter(([, value]) => typeof value === 'string'),
  ) as Tags;
}

function propertiesOf(tags: Tags, { type }: Geometry): MapProperties | null {
  if (type === 'Point') {
    const from = ownValue(PLACES, tags.place);
    return from === undefined ? null : { layer: 'place', kind: tags.place ?? '', from };
  }
  return type.endsWith('Polygon') ? areaProperties(tags) : lineProperties(tags);
}

function lineProperties(tags: Tags): MapProperties | null {
  const road = ownValue(ROADS, tags.highway);
  if (road) return { layer: 'road', ...road };
  if (RAILWAYS.has(tags.railway ?? '') && tags.tunnel === undefined)
    return { layer: 'road', kind: 'rail', from: 11 };
  if (WATERWAYS.has(tags.waterway ?? '')) return { layer: 'water', from: tags.waterway === 'river' ? 8 : 12 };
  return tags.boundary === 'administrative' && tags.admin_level === '2' ? { layer: 'border', from: 6 } : null;
}

function areaProperties(tags: Tags): MapProperties | null {
  // A square that people walk on.
  const road = ownValue(ROADS, tags.highway);
  if (road) return { layer: 'road', ...road };
  const isWater =
    tags.natural === 'water' || WET.has(tags.landuse ?? '') || WATERWAYS.has(tags.waterway ?? '');
  if (isWater) return { layer: 'water', from: 8 };
  const isGreen = Object.entries(GREEN).some(([key, values]) => values.includes(tags[key] ?? ''));
  return isGreen ? { layer: 'green', from: 11 } : null;
}

/** Names of roads, places, parks and waters; one that would hide or reorder what follows is left out. */
function namesOf(tags: Tags, { layer }: MapProperties, languages: readonly string[]) {
  if (layer === 'border') return {};
  const names: Record<string, string> = {};
  const plain = nameOf(tags.name);
  if (plain) names.name = plain;
  for (const language of languages) {
    const name = nameOf(tags[`name:${language}`]);
    if (name && name !== plain) names[`name_${language}`] = name;
  }
  return names;
}

function nameOf(text: string | undefined): string | null {
  const name = text?.normalize('NFC').trim() ?? '';
  return name !== '' && name.length <= LONGEST_NAME && isPlainText(name) && !name.includes('\n')
    ? name
    : null;
}

/** Not by `in`: a tag may be called "constructor". */
function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whether every coordinate is a place on the map; Web Mercator ends at 85 degrees. */
export function isOnEarth(geometry: Geometry): boolean {
  if (geometry.type === 'GeometryCollection') return false;
  return flat(geometry.coordinates).every(
    (number, index, all) => all.length % 2 === 0 && Math.abs(number) <= (index % 2 === 0 ? 180 : 85),
  );
}

function flat(coordinates: unknown): number[] {
  return (Array.isArray(coordinates) ? coordinates.flat(Infinity) : []).map(Number);
}
