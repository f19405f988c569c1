import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';

export interface MapInfo {
  readonly zooms: readonly [least: number, most: number];
  readonly box: readonly [west: number, south: number, east: number, north: number];
  /** Whom to name beside the map. */
  readonly attribution: string;
}

type Layers = Readonly<Record<string, VectorTileLayer>>;

export interface LocalTiles extends MapInfo {
  /** Null where nothing is drawn. The same tile is read once. */
  tile(z: number, x: number, y: number): Promise<Layers | null>;
}

/** Tiles from bytes that are here: nothing that is looked at is asked of anybody (NW-8). */
export async function openTiles(bytes: Uint8Array): Promise<LocalTiles> {
  const archive = new PMTiles({
    getKey: () => 'here',
    getBytes: async (offset, length) => ({
      data: bytes.slice(offset, offset + length).buffer as ArrayBuffer,
    }),
  });
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader();
  const { attribution } = (await archive.getMetadata()) as { attribution?: unknown };
  const known = new Map<string, Promise<Layers | null>>();
  const read = async (z: number, x: number, y: number) => {
    const found = await archive.getZxy(z, x, y);
    return found ? new VectorTile(new PbfReader(new Uint8Array(found.data))).layers : null;
  };
  return {
    zooms: [minZoom, maxZoom],
    box: [minLon, minLat, maxLon, maxLat],
    attribution: typeof attribution === 'string' ? attribution : '',
    tile(z, x, y) {
      const key = `${z}/${x}/${y}`;
      const tile = known.get(key) ?? read(z, x, y).catch(() => null);
      known.set(key, tile);
      return tile;
    },
  };
}
