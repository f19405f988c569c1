import { describe, expect, it } from 'vitest';
import { mapFor, readMaps } from './maps.ts';
import { writeJson } from './write-json.ts';

const SHA = 'ab'.repeat(32);
const ENTRY = { region: 'world', length: 500_000, sha256: SHA };

function read(index: unknown) {
  return readMaps(writeJson(index));
}

describe('the maps that an index names', () => {
  it('are read, and what this version does not know is ignored', () => {
    expect(read({ maps: [{ ...ENTRY, zooms: [0, 5] }] })).toEqual({ ok: true, value: [ENTRY] });
  });

  it('are none in an index of before there were any', () => {
    expect(read({ regions: [] })).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['maps', 'maps', {}],
    ['maps.0.region', 'region', [{ ...ENTRY, region: 'Nairobi!' }]],
    ['maps.0.sha256', 'hash', [{ ...ENTRY, sha256: 'x' }]],
    ['maps.0.length', 'more than a phone takes (SG-11)', [{ ...ENTRY, length: 40 * 1024 * 1024 + 1 }]],
    ['maps.1.region', 'a region twice', [ENTRY, ENTRY]],
    ['maps.0.is not an object', 'an entry', [null]],
  ])('are refused at %s: %s', (problem, _what, maps) => {
    expect(read({ maps })).toEqual({ ok: false, problem });
  });

  it('are a region’s own, else the world’s, else none', () => {
    const own = { ...ENTRY, region: 'ke' };
    expect(mapFor([ENTRY, own], 'ke')).toBe(own);
    expect(mapFor([ENTRY, own], 'gb')).toBe(ENTRY);
    expect(mapFor([own], 'gb')).toBeNull();
  });
});
