import { beforeAll, expect, it } from 'vitest';
import { sampleEntry, sampleIndex, signatureFile, testKeys } from '../../tests/fixtures/pack/sample.ts';
import { anyTime, installed, NOW, preparePhone, TOMORROW } from '../../tests/fixtures/phone.ts';
import type { Release } from '../../tests/fixtures/release.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { contentOfBuilt, offerDeltas } from '../cli/offer-deltas.ts';
import { generateSampleListings } from '../cli/sample-city/generate.ts';
import { toColumns } from '../core/columns.ts';
import type { Listing } from '../core/schema.ts';
import { compactListing } from '../core/shown-listing.ts';
import { buildPack } from '../pack/build-pack.ts';
import { FORMAT_VERSION, MAGIC } from '../pack/format.ts';
import { openPack } from '../pack/open-pack.ts';
import { writeJson } from '../pack/write-json.ts';
import { buildIndex, buildSearchFiles } from '../search/build-index.ts';
import type { DirectoryStore } from './directory-store.ts';
import { readAllListings } from './region-files.ts';

const phone = preparePhone();
const WAS = generateSampleListings(300, 11);
const IS = WAS.slice(1).map((listing, place) =>
  place < 3 ? { ...listing, name: `${listing.name} (moved)` } : listing,
);

interface City {
  readonly pack: Uint8Array;
  readonly lists: Release;
  /** Paths on the host. */
  readonly delta: string | undefined;
}
let first: City;
let second: City;

beforeAll(async () => {
  first = await cityOf(WAS, 1, []);
  second = await cityOf(IS, 2, [first.pack]);
});

/** The city's list as the builder makes it, with what has changed since earlier packs. */
async function cityOf(listings: readonly Listing[], version: number, earlier: Uint8Array[]): Promise<City> {
  const meta = { region: 'city', version, schema: 1, built_on: '2026-11-21', licence: 'CC0-1.0' };
  const pack = await buildPack(
    { meta, ...buildSearchFiles(listings), towns: [], listings: listings.map(compactListing) },
    nodePlatform,
  );
  const deltas = await offerDeltas(earlier, pack, { ...meta, records: listings.length });
  const entry = sampleEntry(pack, {
    id: 'city',
    kind: 'region',
    version,
    records: listings.length,
    content: await contentOfBuilt(pack),
    deltas: deltas.map((delta) => delta.entry),
  });
  const { world } = phone.first.entries;
  if (!world) throw new Error('tests: no world');
  const body = writeJson(sampleIndex([world, entry], { version: 20 + version }));
  const lists = {
    index: body,
    signature: signatureFile(body, testKeys.slice(0, 2)),
    entries: { world, city: entry },
    packs: { world: phone.first.packs.world ?? new Uint8Array(), city: pack },
  };
  for (const { entry: named, bytes } of deltas) FILES.set(`/data/packs/${named.sha256}.bin`, bytes);
  return { pack, lists, delta: deltas[0] && `/data/packs/${deltas[0].entry.sha256}.bin` };
}
const FILES = new Map<string, Uint8Array>();

/** A phone with the first list of the city, and the host with the second. */
async function phoneWithFirst(): Promise<DirectoryStore> {
  phone.publish(first.lists);
  const { store } = await phone.start(first.lists);
  expect((await store.install('city', NOW, anyTime())).ok).toBe(true);
  phone.publish(second.lists);
  for (const [path, bytes] of FILES) phone.host.serve(path, bytes);
  phone.host.takePaths();
  return store;
}

async function namesIn(store: DirectoryStore): Promise<string[]> {
  const files = store.files('city');
  const listings = files ? await readAllListings(files) : null;
  return listings?.ok ? listings.value.map((one) => (one as Listing).name) : [];
}
const namesOf = (listings: readonly Listing[]) =>
  listings.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ name }) => name);

it('offers nothing from a pack of an older version of the format, and builds all the same', async () => {
  const older = first.pack.slice();
  new DataView(older.buffer).setUint16(MAGIC.length, FORMAT_VERSION - 1, true);
  expect(openPack(older)).toMatchObject({ ok: false });
  const { delta } = await cityOf(IS, 3, [older]);
  expect(delta).toBeUndefined();
  expect((await cityOf(IS, 3, [older, first.pack])).delta).toBeDefined();
});

it('settled 14: an update fetches what has changed, and the list is the whole new one', async () => {
  const store = await phoneWithFirst();
  const updated = await store.update(TOMORROW, anyTime());
  expect(updated).toMatchObject({ ok: true, value: { updated: ['city'] } });
  expect(phone.host.takePaths()).toEqual(['/data/index.json', '/data/index.json.sig', second.delta]);
  expect(await namesIn(store)).toEqual(namesOf(IS));
  const index = await store.files('city')?.section('indx');
  expect(index).toEqual({ ok: true, value: buildIndex(IS) });
});

it('settled 14: what was made from a delta is there at the next start, and mended where the database lost it', async () => {
  await (await phoneWithFirst()).update(TOMORROW, anyTime());
  const { store, directory } = await phone.start(first.lists, TOMORROW);
  expect(installed(directory, 'city')?.version).toBe(2);
  expect(await namesIn(store)).toEqual(namesOf(IS));
  await phone.inDatabase((database) => database.sections.clear());
  phone.host.takePaths();
  const mended = await phone.start(first.lists, TOMORROW);
  expect(await namesIn(mended.store)).toEqual(namesOf(IS));
  expect(phone.host.takePaths().filter((path) => path.startsWith('/data/'))).toEqual([]);
});

it('settled 14: from a list that was itself made from a delta the next one leads on', async () => {
  const store = await phoneWithFirst();
  await store.update(TOMORROW, anyTime());
  const third = await cityOf(WAS, 3, [second.pack]);
  phone.publish(third.lists);
  for (const [path, bytes] of FILES) phone.host.serve(path, bytes);
  phone.host.takePaths();
  expect((await store.update(TOMORROW, anyTime())).ok).toBe(true);
  expect(phone.host.takePaths()).toEqual(['/data/index.json', '/data/index.json.sig', third.delta]);
  expect(await namesIn(store)).toEqual(namesOf(WAS));
});

it.each([
  ['is not there', () => phone.host.remove(second.delta ?? '')],
  ['has other bytes', () => phone.host.serve(second.delta ?? '', new Uint8Array(100))],
  ['is longer than it was signed', () => phone.host.serve(second.delta ?? '', new Uint8Array(200_000))],
])('settled 14: where the delta %s, the whole is fetched and nothing is said', async (_, spoil) => {
  const store = await phoneWithFirst();
  spoil();
  expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: ['city'] } });
  expect(phone.host.takePaths()).toContain(`/data/${second.lists.entries.city?.path}`);
  expect(await namesIn(store)).toEqual(namesOf(IS));
});

it('settled 14: a delta with a record that is no listing changes nothing: the whole is fetched', async () => {
  const { city: entry, world } = second.lists.entries;
  if (!entry || !world) throw new Error('tests: no entries');
  const meta = {
    region: 'city',
    version: 2,
    records: WAS.length + 1,
    schema: 1,
    built_on: '2026-11-21',
    licence: 'CC0-1.0',
  };
  const put = toColumns([{ id: 'ffffffff-no-listing' }]);
  const delta = await nodePlatform.deflate(writeJson({ meta, removed: [], put }));
  const sha256 = await nodePlatform.sha256(delta);
  const store = await phoneWithFirst();
  const from = first.lists.entries.city?.content ?? '';
  const deltas = [{ from, sha256, length: delta.length }];
  const body = writeJson(sampleIndex([world, { ...entry, deltas }], { version: 23 }));
  phone.host.serve('/data/index.json', body);
  phone.host.serve('/data/index.json.sig', signatureFile(body, testKeys.slice(0, 2)));
  phone.host.serve(`/data/packs/${sha256}.bin`, delta);
  expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: ['city'] } });
  expect(phone.host.takePaths()).toContain(`/data/packs/${sha256}.bin`);
  expect(await namesIn(store)).toEqual(namesOf(IS));
});

it('SG-1 settled 14: a delta that was signed by mistake, and leads elsewhere, changes nothing: the whole is fetched', async () => {
  const other = await cityOf(WAS.slice(0, 200), 2, [first.pack]);
  const wrong = other.lists.entries.city?.deltas?.[0];
  const entry = second.lists.entries.city;
  if (!wrong || !entry) throw new Error('tests: no delta');
  const store = await phoneWithFirst();
  const body = writeJson(
    sampleIndex([phone.first.entries.world ?? entry, { ...entry, deltas: [wrong] }], { version: 22 }),
  );
  phone.host.serve('/data/index.json', body);
  phone.host.serve('/data/index.json.sig', signatureFile(body, testKeys.slice(0, 2)));
  phone.host.takePaths();
  expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: ['city'] } });
  expect(phone.host.takePaths()).toEqual([
    '/data/index.json',
    '/data/index.json.sig',
    `/data/packs/${wrong.sha256}.bin`,
    `/data/${entry.path}`,
  ]);
  expect(await namesIn(store)).toEqual(namesOf(IS));
});
