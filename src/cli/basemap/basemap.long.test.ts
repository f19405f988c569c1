import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, describe, expect, it } from 'vitest';
import { pbfExtract } from '../../../tests/fixtures/osm/pbf-extract.ts';
import { regionBasemap, worldBasemap } from './basemap.ts';
import { readOsm } from './read-osm.ts';

const SAMPLE = 'data/maps/sample.osm';
const OPTIONS = { languages: ['en', 'ar'], onTile: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'waypost-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function mapOf(path: string) {
  const extract = await readOsm(path);
  const map = extract.ok ? regionBasemap(extract.value, OPTIONS) : extract;
  if (!map.ok) throw new Error(map.problem);
  return map.value;
}

async function problemOf(path: string): Promise<string> {
  return mapOf(path).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
}

type Drawn = Record<string, Record<string, unknown>[]>;

/** What is drawn in the tile of a place, by layer. */
async function drawnAt(
  bytes: Uint8Array,
  zoom: number,
  [longitude, latitude]: [number, number],
): Promise<Drawn> {
  const map = new PMTiles({
    getKey: () => 'here',
    getBytes: async (offset, length) => ({
      data: bytes.slice(offset, offset + length).buffer as ArrayBuffer,
    }),
  });
  const size = 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size;
  const found = await map.getZxy(zoom, Math.floor(((longitude + 180) / 360) * size), Math.floor(y));
  const { layers } = found ? new VectorTile(new PbfReader(new Uint8Array(found.data))) : { layers: {} };
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => layer.feature(index).properties),
    ]),
  );
}

describe('the map of the world', () => {
  const nairobi = {
    name: 'Nairobi',
    admin: '05',
    latitude: -1.2833,
    longitude: 36.8167,
    population: 2750547,
  };
  const towns = [
    { ...nairobi, aliases: ['نيروبي'] },
    { ...nairobi, name: 'Small', population: 20_000, aliases: [] },
  ];
  const world = worldBasemap(towns, OPTIONS);

  it('is at most 600 kB, and the same bytes every time', () => {
    expect(world.bytes.length).toBeLessThanOrEqual(600_000);
    expect(worldBasemap(towns, OPTIONS).bytes).toEqual(world.bytes);
  });

  it('has land, borders and the names of countries', async () => {
    const kenya = await drawnAt(world.bytes, 5, [37.5, 0.5]);
    expect(kenya.land?.length).toBeGreaterThan(0);
    const wide = await drawnAt(world.bytes, 3, [37.5, 0.5]);
    expect(wide.border?.length).toBeGreaterThan(0);
    expect(wide.place).toContainEqual({ kind: 'country', name: 'Kenya' });
    const near = await drawnAt(world.bytes, 5, [36.8, -1.3]);
    expect(near.place).toContainEqual({ kind: 'city', name: 'Nairobi', name_ar: 'نيروبي' });
    expect(JSON.stringify(near.place)).not.toContain('Small');
  });
});

describe('the map of a region, from an extract', () => {
  it('has roads with names, parks, water and places in the languages of the deployment', async () => {
    const { bytes } = await mapOf(SAMPLE);
    const market = await drawnAt(bytes, 14, [-30.008, 47.001]);
    expect(market.road).toContainEqual(expect.objectContaining({ kind: 'main', name: 'Storybook Row Road' }));
    expect(market.place).toContainEqual({
      kind: 'suburb',
      name: 'Madeup Market',
      name_ar: 'السوق المخترع',
    });
    expect(await drawnAt(bytes, 14, [-30.07, 47.063])).toMatchObject({ water: [{ name: 'Mirror Lake' }] });
    expect((await drawnAt(bytes, 12, [-30.12, 47.1])).green).toContainEqual({ name: 'Pretend Wood' });
  });

  it('draws an island as land in the sea, from afar and near', async () => {
    const { bytes } = await mapOf(SAMPLE);
    for (const zoom of [8, 12, 14])
      expect((await drawnAt(bytes, zoom, [-30.008, 47.001])).land, `${zoom}`).toHaveLength(1);
    expect((await drawnAt(bytes, 14, [-29.87, 46.88])).land).toBeUndefined();
  });

  it('never has a place with a purpose: an extract may hold where a refuge is', async () => {
    expect(readFileSync(SAMPLE, 'utf8')).toContain('Never Drawn House');
    const { bytes } = await mapOf(SAMPLE);
    const tile = await drawnAt(bytes, 14, [-29.9815, 46.9715]);
    expect(tile.road?.length).toBeGreaterThan(0);
    expect(JSON.stringify(tile)).not.toMatch(/Never Drawn|shelter|social/);
  });

  it('is the same bytes every time, and from a compressed file', async () => {
    const once = await mapOf(SAMPLE);
    expect((await mapOf(SAMPLE)).bytes).toEqual(once.bytes);
    const packed = fileOf('sample.osm.gz', gzipSync(readFileSync(SAMPLE)));
    expect((await mapOf(packed)).bytes).toEqual(once.bytes);
  });

  it('reads the binary form', async () => {
    const nodes = [
      { id: 1, latitude: 10, longitude: 20, tags: { place: 'town', name: 'Somewhere' } },
      { id: 2, latitude: 10.002, longitude: 20.003 },
    ];
    const way = { id: 7, refs: [1, 2], tags: { highway: 'primary', name: 'Long Road' } };
    const { bytes } = await mapOf(fileOf('town.osm.pbf', pbfExtract(nodes, [way])));
    const tile = await drawnAt(bytes, 14, [20.001, 10.001]);
    expect(tile.road).toEqual([{ kind: 'main', name: 'Long Road' }]);
    expect((await drawnAt(bytes, 14, [20, 10])).place).toEqual([{ kind: 'town', name: 'Somewhere' }]);
  });
});

const ROAD = '<node id="1" lat="10" lon="20"/><node id="2" lat="10.01" lon="20.01"/>';
const osm = (content: string) => `<osm version="0.6">${content}</osm>`;
const road = (name: string) =>
  `<way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="${name}"/></way>`;

describe('an extract that is not what it should be', () => {
  it.each([
    ['nothing.osm', '', /is empty: fetch the extract again/],
    ['page.osm', '<!doctype html><p>Too many requests</p>', /is no extract.*give a file \.osm/],
    ['cut.osm', `<osm version="0.6">${ROAD}${road('Long')}`, /is no extract/],
    ['bare.osm', osm(''), /holds nothing/],
    [
      'shops.osm',
      osm('<node id="1" lat="1" lon="2"><tag k="shop" v="yes"/></node>'),
      /no road and no place: choose/,
    ],
    ['broken.osm.gz', gzipSync(osm(ROAD)).subarray(0, 40), /cannot be read .*fetch it again/],
    ['broken.osm.pbf', pbfExtract([{ id: 1, latitude: 1, longitude: 1 }], []).subarray(0, 60), /.+: /],
    ['entities.osm', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${osm(ROAD)}`, /.+: /],
  ])('%s is refused with what to do', async (name, content, problem) => {
    expect(await problemOf(fileOf(name, content))).toMatch(problem);
  });

  it('is refused where it is not there', async () => {
    expect(await problemOf(join(folder, 'none.osm'))).toMatch(/cannot be read/);
  });

  it('is refused where it is a continent', async () => {
    const wide = '<node id="1" lat="10" lon="20"/><node id="2" lat="60" lon="90"/>';
    expect(await problemOf(fileOf('wide.osm', osm(wide + road('Long'))))).toMatch(
      /more than a phone takes: cut/,
    );
  });

  it('loses what lies nowhere, and names that would hide or reorder what follows', async () => {
    const nowhere =
      '<node id="8" lat="95" lon="20"><tag k="place" v="town"/><tag k="name" v="Beyond"/></node>';
    const odd = '<node id="9" lat="10.005" lon="20.005"><tag k="place" v="constructor"/></node>';
    const path = fileOf('odd.osm', osm(ROAD + nowhere + odd + road('Left\u202eRight')));
    const tile = await drawnAt((await mapOf(path)).bytes, 14, [20.005, 10.005]);
    expect(tile.road).toEqual([{ kind: 'main' }]);
    expect(tile.place).toBeUndefined();
  });

  it('keeps names as text, whatever markup they hold', async () => {
    const path = fileOf('markup.osm', osm(ROAD + road('&lt;img src=x&gt; &amp; Sons')));
    const tile = await drawnAt((await mapOf(path)).bytes, 14, [20.005, 10.005]);
    expect(tile.road).toEqual([{ kind: 'main', name: '<img src=x> & Sons' }]);
  });
});
