import { describe, expect, it } from 'vitest';
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
  TOMORROW,
} from '../../tests/fixtures/phone.ts';
import { release, SERVICES, type Versions } from '../../tests/fixtures/release.ts';
import {
  captivePortal,
  cutShort,
  endless,
  HOST,
  redirect,
  stalled,
  status,
  swapped,
  truncated,
  unreachable,
  whole,
} from '../../tests/mocks/static-host.ts';
import type { IndexFile } from '../pack/signed-index.ts';
import type { Directory } from './messages.ts';

const phone = preparePhone();
const unlisted = ({ regions }: Directory) => regions.filter((one) => !one.isListed).map(({ id }) => id);

describe('the first start', () => {
  it('shows the national lines from the seed and asks for nothing under /data (SG-8)', async () => {
    const { store, directory } = await phone.start();
    expect(phone.host.takePaths()).toEqual([SEED]);
    expect(directory).toMatchObject({ isSaved: true, isDemo: true, issuedOn: '2026-11-21', settings: null });
    expect(installed(directory, 'world')).toEqual({
      version: 1,
      records: SERVICES,
      savedOn: '2026-11-22',
      isSeed: true,
    });
    expect(installed(directory, 'city')).toBeNull();
    expect(await listsOf(store)).toEqual(listOf('world'));
  });

  it('needs no seed the next time, nor a network', async () => {
    await phone.start();
    phone.host.takePaths();
    phone.host.remove(SEED);
    const { store, directory } = await phone.start(phone.first, TOMORROW);
    expect(phone.host.takePaths()).toEqual([]);
    expect(await listsOf(store)).toEqual(listOf('world'));
    expect(installed(directory, 'world')?.savedOn).toBe('2026-11-22');
  });

  it.each([
    ['is not there', () => status(404), 'offline'],
    ['is a log-in page', () => captivePortal, 'pack-not-as-listed'],
    ['has been changed', () => swapped(phone.packOf('world')), 'pack-not-as-listed'],
  ])('fails with a reason where the seed %s, and works once it is whole (SG-1)', async (_, answer, kind) => {
    phone.host.serve(SEED, answer());
    await expect(phone.start()).rejects.toThrow(kind);
    phone.host.serve(SEED, phone.packOf('world'));
    expect(await listsOf((await phone.start()).store)).toEqual(listOf('world'));
  });
});

describe('a region is put on the phone', () => {
  it('whole, from one request for one file (NW-7)', async () => {
    const { store } = await phone.start();
    phone.host.takePaths();
    const seen: number[] = [];
    const { length = 0 } = phone.first.entries.city ?? {};
    const outcome = await store.install('city', NOW, {
      ...anyTime(),
      onProgress: ({ received, total }) => seen.push(received / total),
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(phone.host.takePaths()).toEqual([phone.pathOf('city')]);
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBe(Math.ceil(length / 1000));
    expect(await listsOf(store, 0)).toEqual({ world: 'world 1 service 0', city: 'city 1 service 0' });
  });

  it('and is there again the next time, without a network', async () => {
    await (await phone.start()).store.install('city', NOW, anyTime());
    phone.host.takePaths();
    const { store, directory } = await phone.start(phone.first, TOMORROW);
    expect(phone.host.takePaths()).toEqual([]);
    expect(installed(directory, 'city')).toEqual({
      version: 1,
      records: SERVICES,
      savedOn: '2026-11-22',
      isSeed: false,
    });
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city') });
  });

  it('only if the signed index names it', async () => {
    const { store } = await phone.start();
    phone.host.takePaths();
    for (const region of ['nowhere', '../city', 'constructor'])
      expect(await store.install(region, NOW, anyTime())).toEqual(refused('no-such-region'));
    expect(phone.host.takePaths()).toEqual([]);
  });

  it.each([
    ['cannot be reached', () => unreachable, 'offline'],
    ['has lost the file', () => status(404), 'offline'],
    ['is broken', () => status(503), 'offline'],
    ['sends elsewhere', () => redirect(`${HOST}/login`), 'offline'],
    ['breaks off in the middle', () => truncated(phone.packOf('city')), 'offline'],
    ['sends half the file', () => cutShort(phone.packOf('city')), 'pack-not-as-listed'],
    ['answers with a log-in page', () => captivePortal, 'pack-not-as-listed'],
    ['sends a changed file', () => swapped(phone.packOf('city')), 'pack-not-as-listed'],
    ['sends another region of the same publisher', () => whole(phone.packOf('shire')), 'pack-not-as-listed'],
    ['sends without an end', () => endless, 'pack-too-large'],
  ])('or not at all, where the host %s: the rest stays as it was (SG-1, SG-11)', async (_, answer, kind) => {
    const { store } = await phone.start();
    phone.host.serve(phone.pathOf('city'), answer());
    const outcome = await store.install('city', NOW, anyTime());
    expect(outcome).toMatchObject(refused(kind));
    expect(await listsOf(store)).toEqual(listOf('world'));
    const again = await phone.start();
    expect(installed(again.directory, 'city')).toBeNull();
    expect(await listsOf(again.store)).toEqual(listOf('world'));
    expect((await phone.caches.paths()).filter((path) => path.startsWith('/data/packs/'))).toEqual([]);
  });

  it('asked for once more where it did not come as listed, and no more than that (SG-11)', async () => {
    const { store } = await phone.start();
    phone.host.serve(phone.pathOf('city'), cutShort(phone.packOf('city')));
    phone.host.takePaths();
    expect(await store.install('city', NOW, anyTime())).toMatchObject(refused('pack-not-as-listed'));
    const city = phone.pathOf('city');
    expect(phone.host.takePaths()).toEqual([city, INDEX, SIGNATURE, city]);
  });

  it('or not at all, where she stops it', async () => {
    const { store } = await phone.start();
    phone.host.serve(phone.pathOf('city'), stalled(phone.packOf('city')));
    const controller = new AbortController();
    const outcome = await store.install('city', NOW, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(outcome).toEqual(refused('cancelled'));
    expect(store.installedRegions()).toEqual(['world']);
  });

  it('by way of a newer index, where the host has moved on since the app was built', async () => {
    const { store } = await phone.start();
    phone.publish(phone.second);
    phone.host.remove(phone.pathOf('city'));
    expect(await store.install('city', NOW, anyTime())).toMatchObject({ ok: true });
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
  });
});

describe('an update', () => {
  it('fetches the index and what has changed of what is here, nothing else (NW-5)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({
      ok: true,
      value: { updated: ['city'], directory: { issuedOn: '2026-11-22' } },
    });
    expect(phone.host.takePaths()).toEqual([INDEX, SIGNATURE, phone.pathOf('city', phone.second)]);
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
  });

  it('is there the next time, and the old list is gone from the phone (ST-1)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    await store.update(TOMORROW, anyTime());
    const again = await phone.start();
    expect(again.directory.issuedOn).toBe('2026-11-22');
    expect(installed(again.directory, 'city')).toMatchObject({ version: 2, savedOn: '2026-11-23' });
    expect(await listsOf(again.store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
    const sections = await phone.inDatabase((database) => database.sections.toArray());
    const packs = [phone.second.entries.city?.sha256, phone.first.entries.world?.sha256];
    expect(new Set(sections.map(({ sha256 }) => sha256))).toEqual(new Set(packs));
    await again.store.update(TOMORROW, anyTime());
    expect(await phone.caches.paths()).not.toContain(phone.pathOf('city'));
  });

  it('brings nothing where nothing has changed', async () => {
    const store = await phone.startWithCity();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: [] } });
    expect(phone.host.takePaths()).toEqual([INDEX, SIGNATURE]);
  });

  const offer = async (versions: Versions, changes: Partial<IndexFile>) =>
    phone.publish(await release(versions, changes));
  const offerOlder = () => offer({ world: 1, city: 1 }, { version: 11 });
  const offerForked = () => offer({ world: 1, city: 1 }, { issued: '2026-11-22T09:00:00Z' });
  const offerExpired = () => offer({ world: 1, city: 2 }, { version: 13, expires: '2026-11-20T09:00:00Z' });
  it.each<[string, string, () => Promise<void> | void]>([
    ['offers an older index', 'index-rolled-back', offerOlder],
    ['offers another index under the same number (SG-3)', 'index-forked', offerForked],
    ['offers an index that has expired (SG-6)', 'index-expired', offerExpired],
    ['has a log-in page for an index', 'too-few-signatures', () => phone.host.serve(INDEX, captivePortal)],
    [
      'has a log-in page for everything',
      'signatures-unreadable',
      () => {
        phone.host.serve(INDEX, captivePortal);
        phone.host.serve(SIGNATURE, captivePortal);
      },
    ],
    ['has a changed index', 'too-few-signatures', () => phone.host.serve(INDEX, swapped(phone.second.index))],
    [
      'has the signatures of another index',
      'too-few-signatures',
      () => phone.host.serve(SIGNATURE, phone.first.signature),
    ],
    ['has no signatures', 'offline', () => phone.host.remove(SIGNATURE)],
    ['has an index without an end', 'pack-too-large', () => phone.host.serve(INDEX, endless)],
    ['cannot be reached', 'offline', () => phone.host.serve(INDEX, unreachable)],
    ['sends elsewhere', 'offline', () => phone.host.serve(INDEX, redirect(`${HOST}/login`))],
    ['has lost the pack', 'offline', () => phone.host.remove(phone.pathOf('city', phone.second))],
    [
      'has half of the pack',
      'offline',
      () =>
        phone.host.serve(phone.pathOf('city', phone.second), truncated(phone.packOf('city', phone.second))),
    ],
    [
      'has a changed pack',
      'pack-not-as-listed',
      () => phone.host.serve(phone.pathOf('city', phone.second), swapped(phone.packOf('city', phone.second))),
    ],
  ])('changes nothing where the host %s', async (_, kind, spoil) => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    await spoil();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused(kind));
    const lists = { ...listOf('world'), ...listOf('city') };
    expect(await listsOf(store)).toEqual(lists);
    const again = await phone.start();
    expect(await listsOf(again.store)).toEqual(lists);
    expect(again.directory.issuedOn).toBe('2026-11-21');
  });

  it('never goes back to an index older than one it has taken, nor older than the app (SG-3, SG-4)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    await store.update(TOMORROW, anyTime());
    phone.publish(phone.first);
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused('index-rolled-back'));
    expect(await (await phone.start()).store.update(TOMORROW, anyTime())).toMatchObject(
      refused('index-rolled-back'),
    );
  });

  it('never goes below the index in the app, even on a phone that has kept nothing (SG-4)', async () => {
    const { store } = await phone.start(phone.second);
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused('index-rolled-back'));
  });

  it('leaves a list that the index no longer names, and says so, now and at every later start (SG-3)', async () => {
    const store = await phone.startWithCity();
    phone.publish(await release({ world: 1, shire: 1 }, { version: 13 }));
    const updated = await store.update(TOMORROW, anyTime());
    expect(updated).toMatchObject({ ok: true, value: { updated: [] } });
    expect(updated.ok && installed(updated.value.directory, 'city')).toMatchObject({ version: 1 });
    expect(updated.ok && unlisted(updated.value.directory)).toEqual(['city']);
    expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city') });
    await phone.inDatabase(({ sections }) => sections.clear());
    const again = await phone.start();
    expect(installed(again.directory, 'city')).toMatchObject({ version: 1 });
    expect(unlisted(again.directory)).toEqual(['city']);
    expect(await listsOf(again.store)).toEqual({ ...listOf('world'), ...listOf('city') });
    expect(await again.store.install('city', NOW, anyTime())).toEqual(refused('no-such-region'));
  });

  it('says so no more once the index names it again (SG-3)', async () => {
    const store = await phone.startWithCity();
    phone.publish(await release({ world: 1, shire: 1 }, { version: 13 }));
    await store.update(TOMORROW, anyTime());
    phone.publish(await release({ world: 1, city: 2, shire: 1 }, { version: 14 }));
    const updated = await store.update(TOMORROW, anyTime());
    expect(updated.ok && unlisted(updated.value.directory)).toEqual([]);
    expect(await listsOf(store)).toMatchObject(listOf('city', 2));
  });

  it('never takes an older list of a region, whatever the index says (SG-3)', async () => {
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    await store.update(TOMORROW, anyTime());
    phone.publish(await release({ world: 1, city: 1 }, { version: 14 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: [] } });
    expect(await listsOf(store)).toMatchObject(listOf('city', 2));
  });
});

describe('an app that is newer than the lists on the phone', () => {
  it('keeps what is here until it can fetch the new', async () => {
    const { store } = await phone.start();
    await store.install('city', NOW, anyTime());
    phone.host.takePaths();
    const newer = await phone.start(phone.second, TOMORROW);
    expect(await listsOf(newer.store)).toEqual({ ...listOf('world'), ...listOf('city') });
    phone.publish(phone.second);
    expect(await newer.store.update(TOMORROW, anyTime())).toMatchObject({
      ok: true,
      value: { updated: ['city'] },
    });
  });

  it('shows its own national lines at once: they came with it', async () => {
    await phone.start();
    const newer = await release({ world: 2, city: 1, shire: 1 }, { version: 13 });
    phone.host.serve(SEED, newer.packs.world ?? new Uint8Array());
    const { store } = await phone.start(newer, TOMORROW);
    expect(await listsOf(store)).toEqual(listOf('world', 2));
    // And an older app, served by mistake, does not bring back the old ones.
    phone.host.serve(SEED, phone.packOf('world'));
    expect(await listsOf((await phone.start()).store)).toEqual(listOf('world', 2));
  });
});
