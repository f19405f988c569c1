import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/node-platform.ts';
import { anyTime, preparePhone } from '../../tests/fixtures/phone.ts';
import { type Release, release } from '../../tests/fixtures/release.ts';
import { endless, status, swapped, unreachable } from '../../tests/mocks/static-host.ts';
import { mapPath } from '../pack/maps.ts';
import { MAPS } from './kept-files.ts';
import { offerMap, readMap } from './map-file.ts';

const phone = preparePhone();

function mapOf(text: string) {
  const bytes = new TextEncoder().encode(text.repeat(100));
  const hash = sha256(bytes);
  return { bytes, path: `/data/${mapPath({ sha256: hash })}`, length: bytes.length, sha256: hash };
}
const world = mapOf('world');
const city = mapOf('city');

function withMaps(
  maps: Readonly<Record<string, ReturnType<typeof mapOf>>>,
  version: number,
): Promise<Release> {
  const named = Object.entries(maps).map(([region, { length, sha256: hash }]) => ({
    region,
    length,
    sha256: hash,
  }));
  return release({ world: 1, city: 1, shire: 1 }, { version, maps: named } as never);
}

async function start(maps = { world, city }, version = 12) {
  const { store } = await phone.start(await withMaps(maps, version));
  for (const { path, bytes } of [world, city]) phone.host.serve(path, bytes);
  phone.host.takePaths();
  const read = (region: string) => readMap(store, region, anyTime());
  return { store, read };
}

const keptMaps = async () => (await phone.caches.paths()).filter((path) => path.includes('maps/'));

describe('a map', () => {
  it('is offered with its size: a region’s own, else the world’s; asking for that makes no request (NW-8)', async () => {
    const { store } = await start();
    expect(await offerMap(store, 'city')).toEqual({
      length: city.length,
      sha256: city.sha256,
      isHere: false,
    });
    expect(await offerMap(store, 'shire')).toMatchObject({ length: world.length });
    expect(phone.host.takePaths()).toEqual([]);
    expect(await phone.caches.keys()).not.toContain(MAPS);
  });

  it('is none in an index of before there were any: an older list goes on', async () => {
    const { store } = await phone.start();
    expect(await offerMap(store, 'city')).toBeNull();
  });

  it('is fetched whole, in one request for one file, and read from this phone afterwards (NW-8)', async () => {
    const { store, read } = await start();
    expect(await read('city')).toEqual({ ok: true, value: city.bytes });
    expect(phone.host.takePaths()).toEqual([city.path]);
    expect(await offerMap(store, 'city')).toMatchObject({ isHere: true });
    phone.host.serve(city.path, unreachable);
    expect(await read('city')).toEqual({ ok: true, value: city.bytes });
    expect(phone.host.takePaths()).toEqual([]);
  });

  it.each([
    ['is another than was signed (SG-1)', () => swapped(city.bytes), 'pack-not-as-listed'],
    ['has no end (SG-11)', () => endless, 'pack-too-large'],
    ['is not there', () => status(404), 'offline'],
    ['cannot be reached', () => unreachable, 'offline'],
  ])('that %s is not taken, and nothing of it is kept', async (_what, answer, kind) => {
    const { read } = await start();
    phone.host.serve(city.path, answer());
    expect(await read('city')).toMatchObject({ ok: false, problem: { kind } });
    expect(await keptMaps()).toEqual([]);
  });

  it('that was damaged on this phone is fetched anew (SG-13)', async () => {
    const { read } = await start();
    await read('city');
    phone.host.takePaths();
    await (await phone.caches.open(MAPS)).put(city.path, new Response('something else'));
    expect(await read('city')).toEqual({ ok: true, value: city.bytes });
    expect(phone.host.takePaths()).toEqual([city.path]);
  });

  it('is not kept where nothing is to be kept (TR-1)', async () => {
    const { store, read } = await start();
    await store.letGo();
    expect(await read('city')).toMatchObject({ ok: true });
    expect(await keptMaps()).toEqual([]);
  });

  it('is shown where there is no room to keep it (ST-3)', async () => {
    const { read } = await start();
    phone.caches.refusal = new DOMException('full', 'QuotaExceededError');
    expect(await read('city')).toMatchObject({ ok: true });
    expect(await keptMaps()).toEqual([]);
  });

  it('gives way to what the index names now', async () => {
    const { read } = await start({ world, city });
    await read('city');
    expect(await keptMaps()).toEqual([city.path]);
    const later = await start({ world } as never, 13);
    await later.read('city');
    expect(await keptMaps()).toEqual([world.path]);
  });
});
