import { Dexie } from 'dexie';
import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import {
  anyTime,
  INDEX,
  installed,
  listOf,
  listsOf,
  NOW,
  preparePhone,
  refused,
  SEED,
  SIGNATURE,
} from '../../tests/fixtures/phone.ts';
import { release } from '../../tests/fixtures/release.ts';
import type { Database } from './database.ts';

const phone = preparePhone();
const bothLists = { ...listOf('world'), ...listOf('city') };
const SETTINGS = { language: 'es', textSize: 'xl', theme: 'dark' } as const;

describe('a phone without space (ST-3)', () => {
  // What Dexie makes of a full disk (Dexie issue 776): another error, with the real one inside.
  const asDexieSaysIt = () =>
    Object.assign(new Error('QuotaExceededError '), {
      name: 'AbortError',
      inner: new DOMException('full', 'QuotaExceededError'),
    });
  const refuseTransactions = (error: Error) =>
    vi.spyOn(Dexie.prototype, 'transaction').mockRejectedValue(error as never);
  const refuseRows = (error: Error) =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw error;
    });

  it.each([
    ['as the library says it', () => refuseTransactions(asDexieSaysIt())],
    ['as the browser says it', () => refuseTransactions(new DOMException('full', 'QuotaExceededError'))],
    ['by a row', () => refuseRows(new DOMException('full', 'QuotaExceededError'))],
    ['in any other way', () => refuseRows(new DOMException('no', 'UnknownError'))],
  ])('works from memory and says that nothing is saved, told %s', async (_, refuse) => {
    const { store } = await phone.start();
    refuse();
    expect(await store.install('city', NOW, anyTime())).toMatchObject({
      ok: true,
      value: { isSaved: false },
    });
    expect(await listsOf(store)).toEqual(bothLists);
    vi.restoreAllMocks();
    const again = await phone.start();
    expect(again.directory.isSaved).toBe(true);
    expect(await listsOf(again.store)).toEqual(listOf('world'));
  });

  it('keeps the old list whole when there is no space for the new (ST-1)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    refuseRows(new DOMException('full', 'QuotaExceededError'));
    await store.update(NOW, anyTime());
    expect(await listsOf(store)).toMatchObject(listOf('city', 2));
    vi.restoreAllMocks();
    expect(await listsOf((await phone.start()).store)).toMatchObject(listOf('city'));
  });

  it('needs no second copy beside the database', async () => {
    phone.caches.refusal = new DOMException('full', 'QuotaExceededError');
    const { store } = await phone.start();
    expect(await store.install('city', NOW, anyTime())).toMatchObject({ ok: true, value: { isSaved: true } });
    expect(await listsOf((await phone.start()).store)).toEqual(bothLists);
  });

  it.each([
    ['there is no space', 'QuotaExceededError', 'storage-full'],
    ['something else is wrong', 'UnknownError', 'not-saved'],
  ])('says that settings are not remembered where %s', async (_, name, kind) => {
    const { store } = await phone.start();
    refuseRows(new DOMException('no', name));
    expect(await store.remember(SETTINGS)).toEqual(refused(kind));
  });
});

describe('a database that the browser has damaged (ST-4, SG-13)', () => {
  const cityPack = () => phone.first.entries.city?.sha256 ?? '';
  const spoilSection = async ({ sections }: Database, change: (bytes: Uint8Array) => Uint8Array) => {
    const row = await sections.get([cityPack(), 'c001']);
    if (row) await sections.put({ ...row, bytes: change(row.bytes) });
  };
  const firstBit = (bytes: Uint8Array) => bytes.with(0, (bytes[0] ?? 0) ^ 1);

  it.each<[string, (database: Database) => Promise<unknown>, string[]]>([
    ['emptied', ({ tables }) => Promise.all(tables.map((table) => table.clear())), [SEED]],
    ['emptied of its sections', ({ sections }) => sections.clear(), [SEED]],
    ['emptied of its generations', ({ generations }) => generations.clear(), [SEED]],
    [
      'written by an earlier build',
      ({ generations }) =>
        generations.toCollection().modify((one) => {
          delete (one as { listedAs?: unknown }).listedAs;
        }),
      [SEED],
    ],
    ['robbed of a section', ({ sections }) => sections.delete([cityPack(), 'c001']), []],
    [
      'left with a section that is cut short',
      (database) => spoilSection(database, (all) => all.slice(0, -1)),
      [],
    ],
    ['left with a bit that has changed', (database) => spoilSection(database, firstBit), []],
  ])(
    'and %s is mended from the kept files and the seed, the same lists as before',
    async (_, damage, paths) => {
      await phone.startWithCity();
      await phone.inDatabase(damage);
      const { store, directory } = await phone.start();
      expect(await listsOf(store)).toEqual(bothLists);
      expect(directory.isSaved).toBe(true);
      // The seed is of the precache, which needs no network either.
      expect(phone.host.takePaths()).toEqual(paths);
      const again = await phone.start();
      expect(await listsOf(again.store)).toEqual(bothLists);
      expect(phone.host.takePaths()).toEqual([]);
    },
  );

  const keep = async (path: string, bytes: Uint8Array) =>
    (await phone.caches.open('files')).put(path, new Response(new Uint8Array(bytes)));

  it('and whose kept file is damaged too shows nothing of it: the region is to be fetched again', async () => {
    await phone.startWithCity();
    await phone.inDatabase(({ sections }) => sections.clear());
    await keep(phone.pathOf('city'), firstBit(phone.packOf('city')));
    const { store, directory } = await phone.start();
    expect(installed(directory, 'city')).toBeNull();
    expect(await store.install('city', NOW, anyTime())).toMatchObject({ ok: true });
    expect(await listsOf(store)).toEqual(bothLists);
  });

  it.each([
    ['has been changed', async () => firstBit(phone.second.index)],
    ['is older than the app', async () => (await release({ world: 1 }, { version: 3 })).index],
    ['is no index', async () => new TextEncoder().encode('<!doctype html>')],
  ])('starts from the index in the app where the kept one %s (SG-4)', async (_, bytes) => {
    await phone.start();
    await keep(INDEX, await bytes());
    await keep(SIGNATURE, phone.second.signature);
    expect((await phone.start()).directory.issuedOn).toBe('2026-11-21');
  });
});

describe('a database that will not open (ST-5)', () => {
  const useDatabase = (indexedDB: unknown) => {
    Dexie.dependencies = { indexedDB: indexedDB as IDBFactory, IDBKeyRange };
  };

  it('is waited for three seconds, then everything works from memory and says so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    useDatabase({ open: () => ({}) });
    const starting = phone.start();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(await Promise.race([starting, 'still waiting'])).toBe('still waiting');
    await vi.advanceTimersByTimeAsync(200);
    const { store, directory } = await starting;
    expect(directory.isSaved).toBe(false);
    expect(await store.install('city', NOW, anyTime())).toMatchObject({
      ok: true,
      value: { isSaved: false },
    });
    expect(await listsOf(store)).toEqual(bothLists);
    expect(await store.remember(SETTINGS)).toEqual(refused('not-saved'));
  });

  it.each(['UnknownError', 'InvalidStateError', 'SecurityError', 'VersionError', 'QuotaExceededError'])(
    'with %s works from memory, says so, and is tried again at the next start',
    async (name) => {
      const open = () => {
        const request = { error: new DOMException('no', name), onerror: (_event: object) => undefined };
        const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined };
        setTimeout(() => request.onerror(event));
        return request;
      };
      // Dexie tells the console of its own attempts.
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      useDatabase({ open });
      const { store, directory } = await phone.start();
      expect(directory.isSaved).toBe(false);
      expect(await listsOf(store)).toEqual(listOf('world'));
      useDatabase(indexedDB);
      expect((await phone.start()).directory.isSaved).toBe(true);
    },
  );

  it('because the browser has none, nor any cache, works from memory', async () => {
    useDatabase(undefined);
    vi.stubGlobal('caches', undefined);
    const { store, directory } = await phone.start();
    expect(directory.isSaved).toBe(false);
    expect(await store.install('city', NOW, anyTime())).toMatchObject({ ok: true });
    expect(await listsOf(store)).toEqual(bothLists);
  });
});

describe('settings (settled 27)', () => {
  it('are remembered only when that is asked, and forgotten when that is', async () => {
    const store = await phone.startWithCity();
    await store.update(NOW, anyTime());
    expect(await phone.inDatabase(({ settings }) => settings.count())).toBe(0);
    await store.remember(SETTINGS);
    const again = await phone.start();
    expect(again.directory.settings).toEqual(SETTINGS);
    await again.store.remember(null);
    expect((await phone.start()).directory.settings).toBeNull();
    expect(await phone.inDatabase(({ settings }) => settings.count())).toBe(0);
  });
});

describe('erase (TR-7, TR-9)', () => {
  it('leaves no database and no cache, of ours or of an older app', async () => {
    const store = await phone.startWithCity();
    await store.update(NOW, anyTime());
    await phone.caches.open('older');
    await store.erase();
    expect(await indexedDB.databases()).toEqual([]);
    expect(await phone.caches.keys()).toEqual([]);
    expect(store.installedRegions()).toEqual([]);
  });

  it('is not undone by settings that come late', async () => {
    const store = await phone.startWithCity();
    await store.erase();
    expect(await store.remember(SETTINGS)).toEqual(refused('not-saved'));
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('does what it can where the browser has neither (TR-8)', async () => {
    const { store } = await phone.start();
    vi.stubGlobal('caches', undefined);
    vi.stubGlobal('indexedDB', undefined);
    await store.erase();
    expect(store.installedRegions()).toEqual([]);
  });

  it('does not wait for ever for a database that will not be deleted (TR-8)', async () => {
    const { store } = await phone.start();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'deleteDatabase').mockReturnValue({} as IDBOpenDBRequest);
    const erasing = store.erase();
    await vi.advanceTimersByTimeAsync(2_000);
    await erasing;
    expect(await phone.caches.keys()).toEqual([]);
  });
});
