import { Dexie } from 'dexie';
import { forceCloseDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
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
const SETTINGS = { language: 'es', textSize: 'xl', theme: 'dark', forgetAfterDays: null } as const;

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
  const refuseNaming = (error: Error) => {
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (this.name === 'generations') throw error;
      return put.apply(this, row);
    });
  };

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

  it('keeps the old list and its name where the new one cannot be named (ST-1)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    refuseNaming(new DOMException('no', 'UnknownError'));
    await store.update(NOW, anyTime());
    vi.restoreAllMocks();
    // Looked at before the next start, which would mend it from the copy.
    const kept = await phone.inDatabase(async ({ generations, sections }) => ({
      named: (await generations.toArray()).map(({ sha256 }) => sha256),
      there: [...new Set((await sections.toArray()).map(({ sha256 }) => sha256))],
    }));
    const { city, world } = phone.first.entries;
    expect(kept.there.sort()).toEqual([city?.sha256, world?.sha256].sort());
    expect(kept.named.sort()).toEqual(kept.there);
  });

  it('drops maps first, and then has room for a list', async () => {
    const { store } = await phone.start();
    await (await phone.caches.open('maps')).put('/data/maps/x', new Response('a map'));
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (hasMaps) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    });
    let hasMaps = true;
    const drop = phone.caches.delete.bind(phone.caches);
    vi.spyOn(phone.caches, 'delete').mockImplementation(async (name) => {
      if (name === 'maps') hasMaps = false;
      return drop(name);
    });
    expect(await store.install('city', NOW, anyTime())).toMatchObject({ ok: true, value: { isSaved: true } });
    expect(await phone.caches.keys()).not.toContain('maps');
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
    expect(await store.remember(SETTINGS, NOW)).toEqual(refused(kind));
  });
});

describe('a database that the browser has damaged (ST-4, SG-13)', () => {
  const cityPack = () => phone.first.entries.city?.sha256 ?? '';
  const spoilSection = async ({ sections }: Database, change: (bytes: Uint8Array) => Uint8Array) => {
    const row = await sections.get([cityPack(), 'c001']);
    if (row) await sections.put({ ...row, bytes: change(row.bytes) });
  };
  const firstBit = (bytes: Uint8Array) => bytes.with(0, (bytes[0] ?? 0) ^ 1);

  const withoutCards = ({ generations }: Database) =>
    generations.toCollection().modify((one) => {
      (one as { sections: unknown }).sections = one.sections.filter(({ name }) => name !== 'card');
    });

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
    ['written before there were cards', withoutCards, [SEED]],
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

  it('and whose kept file is of an earlier version shows nothing of it, and the national lines of this app', async () => {
    await phone.startWithCity();
    await phone.inDatabase(withoutCards);
    await keep(phone.pathOf('city'), phone.packOf('city').with(4, 2));
    const { store, directory } = await phone.start();
    expect(installed(directory, 'city')).toBeNull();
    expect(await listsOf(store)).toEqual(listOf('world'));
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
    let hasStarted = false;
    const starting = phone.start().finally(() => {
      hasStarted = true;
    });
    await vi.advanceTimersByTimeAsync(2_900);
    expect(hasStarted).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await expect.poll(() => hasStarted, { timeout: 3000 }).toBe(true);
    const { store, directory } = await starting;
    expect(directory.isSaved).toBe(false);
    expect(await store.install('city', NOW, anyTime())).toMatchObject({
      ok: true,
      value: { isSaved: false },
    });
    expect(await listsOf(store)).toEqual(bothLists);
    expect(await store.remember(SETTINGS, NOW)).toEqual(refused('not-saved'));
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
    await store.remember(SETTINGS, NOW);
    const again = await phone.start();
    expect(again.directory.settings).toEqual(SETTINGS);
    await again.store.remember(null, NOW);
    expect((await phone.start()).directory.settings).toBeNull();
    expect(await phone.inDatabase(({ settings }) => settings.count())).toBe(0);
  });
});

describe('forgetting what is not used (TR-10)', () => {
  const DAY = 86_400_000;
  const chosen = { ...SETTINGS, forgetAfterDays: 7 } as const;
  const remembered = async (now = NOW) => {
    const { store } = await phone.start();
    await store.remember(chosen, now);
  };
  const isOverdue = async (now: number) => (await phone.start(phone.first, now)).directory.isOverdue;

  it('is due after so many days, and not a day before', async () => {
    await remembered();
    expect(await isOverdue(NOW)).toBe(false);
    await remembered();
    expect(await isOverdue(NOW + 6 * DAY)).toBe(false);
    expect(await isOverdue(NOW + 6 * DAY + 7 * DAY)).toBe(true);
  });

  it('counts from the last visit, not from the first', async () => {
    await remembered();
    for (const day of [5, 10, 15]) expect(await isOverdue(NOW + day * DAY)).toBe(false);
    expect(await isOverdue(NOW + 22 * DAY)).toBe(true);
  });

  it.each([
    ['goes back to 1970', 0],
    ['goes back a month', NOW - 30 * DAY],
  ])('is never brought about by a clock that %s, only delayed', async (_, wrong) => {
    await remembered();
    expect(await isOverdue(wrong)).toBe(false);
    expect(await isOverdue(NOW + 3 * DAY)).toBe(false);
    expect(await isOverdue(NOW + 9 * DAY)).toBe(false);
    expect(await isOverdue(NOW + 16 * DAY)).toBe(true);
  });

  it('never happens where it was not chosen, and keeps no day of use then', async () => {
    const { store } = await phone.start();
    await store.remember(SETTINGS, NOW);
    expect(await isOverdue(NOW + 4000 * DAY)).toBe(false);
    expect((await phone.inDatabase(({ settings }) => settings.toArray()))[0]?.lastUsedDay).toBeNull();
  });
});

describe('where nothing may be kept (TR-1)', () => {
  const nothing = async () => {
    expect(await indexedDB.databases()).toEqual([]);
    expect(await phone.caches.keys()).toEqual([]);
  };

  it('everything works from memory and nothing is written', async () => {
    const { store, directory } = await phone.start(phone.first, NOW, false);
    expect(directory.keeps).toBe(false);
    await store.install('city', NOW, anyTime());
    await store.update(NOW, anyTime());
    expect(await store.remember(SETTINGS, NOW)).toEqual(refused('not-saved'));
    expect(await store.keptList({ do: 'set-up', passphrase: 'six words', ids: ['a'] })).toEqual(
      refused('not-saved'),
    );
    expect(await listsOf(store)).toEqual(bothLists);
    await nothing();
  });

  it('a later yes keeps what is open, and the next start needs no network', async () => {
    const { store } = await phone.start(phone.first, NOW, false);
    await store.install('city', NOW, anyTime());
    expect(await store.keep()).toMatchObject({ ok: true, value: { keeps: true, isSaved: true } });
    expect(await listsOf(store)).toEqual(bothLists);
    phone.host.remove(SEED);
    phone.host.takePaths();
    expect(await listsOf((await phone.start()).store)).toEqual(bothLists);
    expect(phone.host.takePaths()).toEqual([]);
    expect(await phone.caches.keys()).toEqual(['files']);
  });

  it('a later no leaves nothing open in the database, and all that is here goes on from memory', async () => {
    const store = await phone.startWithCity();
    await store.update(NOW, anyTime());
    expect(await store.letGo()).toMatchObject({ ok: true, value: { keeps: false, settings: null } });
    await Dexie.delete('guide');
    for (const name of await phone.caches.keys()) await phone.caches.delete(name);
    expect(await listsOf(store)).toEqual(bothLists);
    await store.install('shire', NOW, anyTime());
    expect(Object.keys(await listsOf(store))).toEqual(['world', 'city', 'shire']);
    await nothing();
  });

  it('another window that wants the database gets it, and this one goes on from memory (TR-8)', async () => {
    const store = await phone.startWithCity();
    await Dexie.delete('guide');
    expect(await indexedDB.databases()).toEqual([]);
    expect(await listsOf(store)).toEqual(bothLists);
    expect(await indexedDB.databases()).toEqual([]);
  });

  describe('where the browser itself closes the database', () => {
    const opened: IDBDatabase[] = [];
    // Its type asks for the class instead of one of its objects.
    const forceClose = forceCloseDatabase as unknown as (database: IDBDatabase) => void;
    const watchOpening = () => {
      const { open } = IDBFactory.prototype;
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...how) {
        const request = open.apply(this, how);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      });
    };
    const closeBy = (close: (database: IDBDatabase) => void) => {
      for (const database of opened.splice(0)) close(database);
    };

    it.each([
      ['and says so', forceClose],
      ['and has not said so yet', (database: IDBDatabase) => database.close()],
    ])(
      '%s, one that was erased at the host’s word is never made anew by a reading (TR-9)',
      async (_, close) => {
        watchOpening();
        const store = await phone.startWithCity();
        closeBy(close);
        await Dexie.delete('guide');
        await store.openAgain('city');
        await listsOf(store).catch(() => 'those of the database are gone');
        expect(await indexedDB.databases()).toEqual([]);
      },
    );

    it('one that is still there is opened again, and shows its lists (ST-4)', async () => {
      watchOpening();
      const store = await phone.startWithCity();
      closeBy(forceClose);
      await store.openAgain('world');
      await store.openAgain('city');
      expect(await listsOf(store)).toEqual(bothLists);
    });
  });
});

describe('the saved list that is kept on purpose (TR-13, TR-14)', () => {
  const WORDS = 'copper lamp seven rivers quiet door';
  const IDS = ['zz-marker-one', 'zz-marker-two'];
  const kept = async () => {
    const store = await phone.startWithCity();
    expect(await store.keptList({ do: 'set-up', passphrase: WORDS, ids: IDS })).toMatchObject({ ok: true });
    return store;
  };
  const open = async (passphrase: string) => (await phone.start()).store.keptList({ do: 'open', passphrase });

  it('opens with its words at the next start, and with no others', async () => {
    await kept();
    expect((await phone.start()).directory.hasKeptList).toBe(true);
    expect(await open(WORDS)).toEqual({ ok: true, value: IDS });
    expect(await open(` ${WORDS.normalize('NFD')} `)).toEqual({ ok: true, value: IDS });
    for (const wrong of ['', 'copper', WORDS.toUpperCase()])
      expect(await open(wrong)).toEqual(refused('locked'));
  });

  it('says no more and writes nothing when the words are wrong', async () => {
    await kept();
    const rows = () => phone.inDatabase(async (database) => JSON.stringify(await database.kept.toArray()));
    const before = await rows();
    for (let attempt = 0; attempt < 3; attempt++) await open('wrong');
    expect(await rows()).toBe(before);
  });

  it('has nothing to read in the database but noise, as long for one service as for thirty', async () => {
    const store = await kept();
    const row = async () => (await phone.inDatabase(({ kept: rows }) => rows.toArray()))[0];
    const first = await row();
    expect(new TextDecoder('latin1').decode(first?.bytes)).not.toContain('marker');
    await store.keptList({ do: 'change', ids: Array.from({ length: 30 }, (_, at) => `zz-marker-${at}`) });
    const second = await row();
    expect(second?.bytes.length).toBe(first?.bytes.length);
    expect(second?.iv).not.toEqual(first?.iv);
  });

  it('cannot be changed or read once it is locked', async () => {
    const store = await kept();
    await store.keptList({ do: 'lock' });
    expect(await store.keptList({ do: 'change', ids: [] })).toEqual(refused('locked'));
    expect(await open(WORDS)).toEqual({ ok: true, value: IDS });
  });

  it('is gone when it is deleted', async () => {
    const store = await kept();
    await store.keptList({ do: 'delete' });
    expect((await phone.start()).directory.hasKeptList).toBe(false);
    expect(await open(WORDS)).toEqual(refused('locked'));
  });
});

describe('when the host was asked for newer lists (NW-9)', () => {
  it('is kept, to the next whole hour, also where nothing could be had', async () => {
    const store = await phone.startWithCity();
    phone.host.remove(INDEX);
    await store.update(NOW + 61_000, anyTime());
    const { directory } = await phone.start();
    expect(directory.askedAt).toBe(NOW + 3_600_000);
  });
});
