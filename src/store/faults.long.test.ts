import { describe, expect, it, vi } from 'vitest';
import { forgePack, json } from '../../tests/fixtures/pack/forge-pack.ts';
import {
  sampleIndex,
  sampleRoot,
  sha256,
  signatureFile,
  signatureOf,
  testKeys,
} from '../../tests/fixtures/pack/sample.ts';
import {
  anyTime,
  INDEX,
  listOf,
  listsOf,
  preparePhone,
  SIGNATURE,
  TOMORROW,
} from '../../tests/fixtures/phone.ts';
import { FORMAT_VERSION } from '../pack/format.ts';
import type { IndexFile, RegionEntry } from '../pack/signed-index.ts';

// The fault table of src/cli/publish/faults.long.test.ts, given to a phone: whatever a broken, hacked or careless host offers, the
// list stays as it was and one problem comes back, for one quiet sentence.

const phone = preparePhone();
const [ann, ben, cai] = testKeys;
const BOTH = [ann, ben];

const cityEntry = (): RegionEntry => {
  const { city } = phone.second.entries;
  if (!city) throw new Error('tests: no city');
  return city;
};
const worldEntry = (): RegionEntry => {
  const { world } = phone.second.entries;
  if (!world) throw new Error('tests: no world');
  return world;
};
const cityPack = () => phone.packOf('city', phone.second);
const cityPath = () => phone.pathOf('city', phone.second);
const flipped = (bytes: Uint8Array, at = bytes.length >> 1) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);
const text = (words: string) => new TextEncoder().encode(words);
const PORTAL = text('<!doctype html><title>Welcome</title>');

const serveIndex = (bytes: Uint8Array, signers: readonly (typeof ann)[] = BOTH) => {
  phone.host.serve(INDEX, bytes);
  phone.host.serve(SIGNATURE, signatureFile(bytes, signers));
};
const offer = (regions: readonly unknown[], changes: Partial<IndexFile> | Record<string, unknown> = {}) => {
  const index = sampleIndex(regions as RegionEntry[], { revoked: [], version: 13 });
  serveIndex(json({ ...index, ...changes }));
};
const offerIndex = (changes: Record<string, unknown>) => offer([worldEntry(), cityEntry()], changes);
const offerCity = (changes: object) => offer([worldEntry(), { ...cityEntry(), ...changes }]);
/** A pack that is listed as it is. */
const offerPack = (pack: Uint8Array, changes: Partial<RegionEntry> = {}) => {
  const path = `packs/${sha256(pack)}.bin`;
  phone.host.serve(`/data/${path}`, pack);
  offerCity({ path, sha256: sha256(pack), length: pack.length, ...changes });
};
const signWith = (sigs: readonly object[]) => phone.host.serve(SIGNATURE, json({ sigs }));
const signed = (key = ann) => ({ keyid: key.keyid, sig: signatureOf(phone.second.index, key) });
const meta = (changes: object = {}) => ({
  name: 'meta',
  bytes: json({
    region: 'city',
    version: 2,
    records: 0,
    schema: 1,
    built_on: '2026-11-21',
    licence: 'CC0-1.0',
    ...changes,
  }),
});
const search = { name: 'indx', bytes: text('search') };
const cards = { name: 'card', bytes: text('cards') };

type Fault = readonly [string, string, () => void];

const truncated: readonly Fault[] = [
  ['half an index', 'too-few-signatures', () => phone.host.serve(INDEX, half(phone.second.index))],
  ['an empty index', 'too-few-signatures', () => phone.host.serve(INDEX, new Uint8Array())],
  [
    'half the signatures',
    'signatures-unreadable',
    () => phone.host.serve(SIGNATURE, half(phone.second.signature)),
  ],
  ['empty signatures', 'signatures-unreadable', () => phone.host.serve(SIGNATURE, new Uint8Array())],
  ['half a pack', 'pack-not-as-listed', () => phone.host.serve(cityPath(), half(cityPack()))],
  ['an empty pack', 'pack-not-as-listed', () => phone.host.serve(cityPath(), new Uint8Array())],
];

const oversized: readonly Fault[] = [
  ['an index beyond 64 KiB', 'pack-too-large', () => serveIndex(new Uint8Array(65_537).fill(0x20))],
  ['signatures beyond 16 KiB', 'pack-too-large', () => phone.host.serve(SIGNATURE, new Uint8Array(16_385))],
  [
    'a pack longer than listed',
    'pack-too-large',
    () => phone.host.serve(cityPath(), Uint8Array.of(...cityPack(), 0)),
  ],
  ['a pack listed beyond 8 MiB', 'index-malformed', () => offerCity({ length: 8 * 1024 * 1024 + 1 })],
  [
    'a pack that says it inflates beyond 64 MiB',
    'pack-too-large',
    () =>
      offerPack(forgePack([meta(), { ...search, raw: 65 * 1024 * 1024, flags: 1 }, cards]), { records: 0 }),
  ],
  [
    'more sections than a pack may have',
    'pack-too-large',
    () => offerPack(forgePack([meta(), search, cards], { count: 513 })),
  ],
];

const swapped: readonly Fault[] = [
  [
    'an index with one bit changed',
    'too-few-signatures',
    () => phone.host.serve(INDEX, flipped(phone.second.index)),
  ],
  ['yesterday’s signatures', 'too-few-signatures', () => phone.host.serve(SIGNATURE, phone.first.signature)],
  [
    'a pack with one bit changed',
    'pack-not-as-listed',
    () => phone.host.serve(cityPath(), flipped(cityPack())),
  ],
  ['another region’s pack', 'pack-not-as-listed', () => phone.host.serve(cityPath(), phone.packOf('shire'))],
  [
    'another region’s pack, listed so',
    'pack-not-as-listed',
    () => offerPack(forgePack([meta({ region: 'shire' }), search, cards]), { records: 0 }),
  ],
  ['a log-in page for an index', 'too-few-signatures', () => phone.host.serve(INDEX, PORTAL)],
  ['a log-in page for signatures', 'signatures-unreadable', () => phone.host.serve(SIGNATURE, PORTAL)],
  ['a log-in page for a pack', 'pack-not-as-listed', () => phone.host.serve(cityPath(), PORTAL)],
  ['a root in place of the index', 'index-of-another-type', () => serveIndex(json(sampleRoot()))],
  ['another number of services', 'pack-not-as-listed', () => offerCity({ records: 299 })],
  ['another version', 'pack-not-as-listed', () => offerCity({ version: 3 })],
];

const replayed: readonly Fault[] = [
  ['an older index', 'index-rolled-back', () => offerIndex({ version: 11 })],
  ['another index under the same number (SG-3)', 'index-forked', () => offerIndex({ version: 12 })],
  [
    'an index that has expired (SG-6)',
    'index-expired',
    () => offerIndex({ expires: '2026-11-21T09:00:00Z' }),
  ],
];

const wronglySigned: readonly Fault[] = [
  ['one signature', 'too-few-signatures', () => signWith([signed(ann)])],
  ['the same person twice (SG-2)', 'too-few-signatures', () => signWith([signed(ann), signed(ann)])],
  [
    'one person under two names (SG-2)',
    'too-few-signatures',
    () => signWith([signed(ann), { ...signed(ann), keyid: ben.keyid }]),
  ],
  [
    'somebody unknown',
    'too-few-signatures',
    () => signWith([signed(ann), { ...signed(cai), keyid: '0'.repeat(16) }]),
  ],
  [
    'a signature in capitals',
    'too-few-signatures',
    () => signWith([signed(ann), { ...signed(ben), sig: signed(ben).sig.toUpperCase() }]),
  ],
  ['signatures of nothing', 'too-few-signatures', () => signWith([])],
  [
    'signatures that are no list',
    'signatures-unreadable',
    () => phone.host.serve(SIGNATURE, json({ sigs: {} })),
  ],
];

const signedAndWrong: readonly Fault[] = [
  ['an index that is not JSON', 'index-unreadable', () => serveIndex(text('{"type":'))],
  ['an index that is not UTF-8', 'index-unreadable', () => serveIndex(Uint8Array.of(0x22, 0xff, 0x22))],
  ['an index of a newer specification', 'index-too-new', () => offerIndex({ spec: 2 })],
  ['an index that needs a newer app', 'app-too-old', () => offerIndex({ min_app: 2 })],
  ['a version in words', 'index-malformed', () => offerIndex({ version: 'newest' })],
  ['regions that are no list', 'index-malformed', () => offerIndex({ regions: {} })],
  ['the same region twice', 'index-malformed', () => offer([cityEntry(), cityEntry()])],
  ['a path to another host', 'index-malformed', () => offerCity({ path: 'https://evil.test/a.bin' })],
  [
    'a path that leaves the folder',
    'index-malformed',
    () => offerCity({ path: `../${cityEntry().sha256}.bin` }),
  ],
  [
    'a withdrawn service without a day',
    'index-malformed',
    () => offerIndex({ revoked: [{ service_id: 'x', from: 'soon' }] }),
  ],
  ['a pack of a newer format', 'pack-too-new', () => offerPack(cityPack().with(4, FORMAT_VERSION + 1))],
  ['a website as a pack', 'pack-damaged', () => offerPack(text('<p>'.repeat(90)))],
  ['bytes after the end of a pack', 'pack-damaged', () => offerPack(Uint8Array.of(...cityPack(), 0))],
  [
    'a bit changed inside a pack, listed so',
    'pack-damaged',
    () => offerPack(flipped(cityPack(), cityPack().length - 20)),
  ],
  ['a pack without a search index', 'pack-damaged', () => offerPack(forgePack([meta(), cards]))],
  [
    'a pack that has fewer services than it says',
    'pack-damaged',
    () => offerPack(forgePack([meta({ records: 9 }), search, cards]), { records: 9 }),
  ],
  [
    'services out of order',
    'pack-damaged',
    () => {
      const chunk = { name: 'c000', bytes: json({ count: 2, columns: { id: ['b', 'a'] } }) };
      offerPack(forgePack([meta({ records: 2 }), search, cards, chunk]), { records: 2 });
    },
  ],
  [
    'a service without an id',
    'pack-damaged',
    () => {
      const chunk = { name: 'c000', bytes: json({ count: 1, columns: { name: ['a'] } }) };
      offerPack(forgePack([meta({ records: 1 }), search, cards, chunk]), { records: 1 });
    },
  ],
];

const faults = { truncated, oversized, swapped, replayed, wronglySigned, signedAndWrong };

it('takes the same set where nothing is wrong with it', async () => {
  const store = await phone.startWithCity();
  phone.publish(phone.second);
  expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: ['city'] } });
  expect(await listsOf(store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
});

it('has at least 40 faults (SG-1)', () => {
  expect(Object.values(faults).flat().length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(faults))('a host that offers something %s (SG-1)', (_, table) => {
  it.each(table)('%s: the list stays, and one problem comes back: %s', async (_what, kind, spoil) => {
    const complaints = vi.spyOn(console, 'error');
    const store = await phone.startWithCity();
    phone.publish(phone.second);
    spoil();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: false, problem: { kind } });
    const lists = { ...listOf('world'), ...listOf('city') };
    expect(await listsOf(store)).toEqual(lists);
    // The next morning, and once the host is mended.
    const again = await phone.start();
    expect(await listsOf(again.store)).toEqual(lists);
    expect(again.directory.issuedOn).toBe('2026-11-21');
    phone.publish(phone.second);
    expect(await again.store.update(TOMORROW, anyTime())).toMatchObject({ ok: true });
    expect(await listsOf(again.store)).toEqual({ ...listOf('world'), ...listOf('city', 2) });
    expect(complaints).not.toHaveBeenCalled();
  });
});
