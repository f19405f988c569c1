import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { type MapTile, pmtilesFile } from './pmtiles-file.ts';

const INFO = { box: [-1.5, 50, 2.25, 53.5], zooms: [0, 14], metadata: { attribution: 'Nobody' } } as const;

function open(bytes: Uint8Array): PMTiles {
  return new PMTiles({
    getKey: () => 'here',
    getBytes: async (offset, length) => ({
      data: bytes.slice(offset, offset + length).buffer as ArrayBuffer,
    }),
  });
}

function tile(z: number, x: number, y: number, text: string): MapTile {
  return { z, x, y, bytes: new TextEncoder().encode(text) };
}

async function textAt(map: PMTiles, { z, x, y }: MapTile): Promise<string | null> {
  const found = await map.getZxy(z, x, y);
  return found ? new TextDecoder().decode(found.data) : null;
}

describe('a PMTiles file', () => {
  it('is read back by the library that the guide reads with: every tile, the header and who is to be named', async () => {
    const tiles = [
      tile(0, 0, 0, 'world'),
      tile(1, 0, 1, 'a'),
      tile(1, 1, 1, 'a'),
      tile(14, 8000, 5000, 'street'),
    ];
    const map = open(pmtilesFile(tiles, INFO));
    for (const one of tiles) expect(await textAt(map, one)).toBe(new TextDecoder().decode(one.bytes));
    expect(await map.getZxy(3, 1, 1)).toBeUndefined();
    expect(await map.getMetadata()).toEqual({ attribution: 'Nobody' });
    const header = await map.getHeader();
    expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 14, minLon: -1.5, maxLat: 53.5 });
    expect(header).toMatchObject({ numAddressedTiles: 4, numTileContents: 3, clustered: true });
  });

  it('gives back any set of tiles, in whatever order they came, also with leaf directories', async () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(127), fc.nat(127), fc.string({ maxLength: 8 })), {
      maxLength: 60,
      selector: ([x, y]) => `${x} ${y}`,
    });
    await fc.assert(
      fc.asyncProperty(places, async (drawn) => {
        const tiles = drawn.map(([x, y, text]) => tile(7, x, y, text));
        const bytes = pmtilesFile(tiles, INFO);
        expect(pmtilesFile([...tiles].reverse(), INFO)).toEqual(bytes);
        const map = open(bytes);
        for (const one of tiles) expect(await textAt(map, one)).toBe(new TextDecoder().decode(one.bytes));
      }),
      { numRuns: 30 },
    );
    // So many different tiles that their directory does not fit into the first 16 KiB.
    // Scattered, so that no two entries are alike.
    const many = Array.from({ length: 6000 }, (_, index) => {
      const hash = createHash('sha256').update(`${index}`).digest();
      return tile(14, hash.readUInt16LE(0) >> 2, hash.readUInt16LE(2) >> 2, hash.toString('hex'));
    });
    const large = open(pmtilesFile(many, INFO));
    expect((await large.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
    for (const one of many.filter((_, index) => index % 977 === 0))
      expect(await textAt(large, one)).toBe(new TextDecoder().decode(one.bytes));
  });

  it('holds the same content once, and a run of it in one entry', async () => {
    const same = Array.from({ length: 16 }, (_, index) => tile(2, index % 4, index >> 2, 'sea'));
    const header = await open(pmtilesFile(same, INFO)).getHeader();
    expect(header).toMatchObject({ numAddressedTiles: 16, numTileEntries: 1, numTileContents: 1 });
    expect(zxyToTileId(2, 0, 0)).toBe(5);
  });
});
