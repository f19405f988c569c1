import type { Feature, Geometry } from 'geojson';

/** What a map for finding a service shows, each a layer of its tiles, and nothing else: no shop, no refuge, no house. */
export const LAYERS = ['land', 'green', 'water', 'border', 'road', 'place'] as const;
export type Layer = (typeof LAYERS)[number];

export interface MapProperties {
  readonly layer: Layer;
  /** The first zoom at which it is drawn. */
  readonly from: number;
  /** Which kind of road or place. */
  readonly kind?: string;
  /** `name`, and `name_xx` in other languages. */
  readonly [name: `name${string}`]: string | undefined;
}

export type MapFeature = Feature<Geometry, MapProperties>;

export function mapFeature(geometry: Geometry, properties: MapProperties): MapFeature {
  return { type: 'Feature', geometry, properties };
}
