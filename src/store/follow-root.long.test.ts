import { describe, expect, it } from 'vitest';
import { testKeys } from '../../tests/fixtures/pack/sample.ts';
import {
  anyTime,
  INDEX,
  installed,
  listOf,
  listsOf,
  NOW,
  preparePhone,
  refused,
  SIGNATURE,
  TOMORROW,
} from '../../tests/fixtures/phone.ts';
import { person, rootOf, signatures } from '../../tests/fixtures/publisher.ts';
import { type Release, release, root as rootOne, type Versions } from '../../tests/fixtures/release.ts';
import { captivePortal, endless, swapped, truncated } from '../../tests/mocks/static-host.ts';
import { type SigningKey, signingKey } from '../cli/development-key.ts';
import type { IndexFile, RootFile } from '../pack/signed-index.ts';
import { writeJson } from '../pack/write-json.ts';

// The app was built with root 1: Ann, Ben and Cai, of whom two must sign.
const phone = preparePhone();
const [ann, ben, cai] = testKeys.map(({ privateKey }) => signingKey(privateKey)) as [
  SigningKey,
  SigningKey,
  SigningKey,
];
const [dee, eve, fay] = [person(), person(), person()];
const OLD = [ann, ben];
const NEW = [dee, eve];
const BOTH = [...OLD, ...NEW];

/** A root of the demo's kind, which is what the sample app trusts. */
const root = (version: number, people: readonly SigningKey[], changes: Partial<RootFile> = {}) =>
  rootOf(people, { version, dev: true, ...changes });
const pathOf = (version: number) => `/data/root.${version}.json`;

function serveRoot(file: RootFile, signers: readonly SigningKey[], version = file.version): void {
  const bytes = writeJson(file);
  phone.host.serve(pathOf(version), bytes);
  phone.host.serve(`${pathOf(version)}.sig`, signatures(bytes, signers));
}

async function signedBy(
  signers: readonly SigningKey[],
  versions: Versions = { world: 1, city: 2, shire: 1 },
  changes: Partial<IndexFile> = {},
): Promise<Release> {
  const made = await release(versions, { version: 13, issued: '2026-11-22T09:00:00Z', ...changes });
  return { ...made, signature: signatures(made.index, signers) };
}

const NEWER = { ...listOf('world'), ...listOf('city', 2) };
const AS_BEFORE = { ...listOf('world'), ...listOf('city') };
const taken = { ok: true, value: { updated: ['city'] } };

/** Ann, Ben and Cai hand over to Dee, Eve and Fay. */
async function handOver(): Promise<void> {
  serveRoot(root(2, [dee, eve, fay]), BOTH);
  phone.publish(await signedBy(NEW));
}

describe('SG-5 a new root', () => {
  it('SG-5 is asked for only where the index is not signed enough by the root that is known (NW-5)', async () => {
    const store = await phone.startWithCity();
    serveRoot(root(2, [dee, eve, fay]), BOTH);
    phone.publish(phone.second);
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(phone.host.takePaths()).toEqual([INDEX, SIGNATURE, phone.pathOf('city', phone.second)]);
  });

  it('SG-5 is followed one step, signed by the old keys and the new, and the next list is taken', async () => {
    const store = await phone.startWithCity();
    await handOver();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
    const city = phone.pathOf('city', phone.second);
    const asked = [INDEX, SIGNATURE, pathOf(2), `${pathOf(2)}.sig`, pathOf(3), city];
    expect(phone.host.takePaths()).toEqual(asked);
    expect(await listsOf(store)).toEqual(NEWER);
    // It is known from now on.
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: [] } });
    expect(phone.host.takePaths()).toEqual([INDEX, SIGNATURE]);
  });

  it('SG-5 is kept: after it the app starts without a network, and the old keys count no more', async () => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    phone.host.takePaths();
    const again = await phone.start(phone.first, TOMORROW);
    expect(phone.host.takePaths()).toEqual([]);
    expect(again.directory.issuedOn).toBe('2026-11-22');
    expect(await listsOf(again.store)).toEqual(NEWER);
    phone.publish(await signedBy(OLD, { world: 1, city: 3, shire: 1 }, { version: 14 }));
    expect(await again.store.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
    expect(await listsOf(again.store)).toEqual(NEWER);
  });

  it('SG-5 is kept beside the database: one that was emptied is filled again without a network', async () => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    await phone.inDatabase(async ({ generations, sections }) => {
      await generations.clear();
      await sections.clear();
    });
    phone.host.takePaths();
    const again = await phone.start(phone.first, TOMORROW);
    expect(await listsOf(again.store)).toMatchObject(listOf('city', 2));
    expect(phone.host.takePaths().filter((path) => path.startsWith('/data'))).toEqual([]);
  });

  it('SG-5 is kept too where she says only later that anything may be', async () => {
    const { store } = await phone.start(phone.first, NOW, false);
    await handOver();
    await store.update(TOMORROW, anyTime());
    await store.install('city', TOMORROW, anyTime());
    await store.keep();
    expect((await phone.start()).directory.issuedOn).toBe('2026-11-22');
  });

  it('SG-5 a phone on which everything was erased begins from the root in the app again', async () => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    phone.erase();
    phone.publish(phone.first);
    const again = await phone.startWithCity();
    phone.publish(phone.second);
    expect(await again.update(TOMORROW, anyTime())).toMatchObject(taken);
    await handOver();
    phone.publish(await signedBy(NEW, { world: 1, city: 3, shire: 1 }, { version: 14 }));
    expect(await again.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(phone.host.takePaths()).toContain(pathOf(2));
  });

  it.each([
    ['no JSON', '{'],
    ['no root', '{"version":9,"dev":true}'],
    ['a root with another key', ''],
  ])('SG-5 that was kept and is now %s is followed anew from the one in the app', async (_, damage) => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    const other = JSON.stringify(root(2, [person(), person()]));
    await (await phone.caches.open('files')).put('/data/root.json', new Response(damage || other));
    const { store: again } = await phone.start();
    expect(await listsOf(again)).toEqual(NEWER);
    phone.publish(await signedBy(NEW, { world: 1, city: 3, shire: 1 }, { version: 14 }));
    expect(await again.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(await listsOf((await phone.start()).store)).toMatchObject(listOf('city', 3));
  });

  it('SG-5 outlives an app that was built with a newer list and the old root', async () => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    const { store: again } = await phone.start(await signedBy(OLD, undefined, { version: 20 }));
    phone.publish(await signedBy(OLD, { world: 1, city: 3, shire: 1 }, { version: 21 }));
    expect(await again.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
  });

  it('SG-5 of an app that was built later takes the place of an older one on the phone', async () => {
    const store = await phone.startWithCity();
    await handOver();
    await store.update(TOMORROW, anyTime());
    const built = await signedBy([fay, ann], { world: 1, city: 2, shire: 1 }, { version: 20 });
    const { store: newer } = await phone.start({ ...built, root: root(3, [fay, ann]) });
    phone.publish(await signedBy(NEW, { world: 1, city: 3, shire: 1 }, { version: 21 }));
    expect(await newer.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
  });

  it.each<[string, () => void]>([
    [
      'of several steps',
      () => {
        serveRoot(root(2, [ann, dee, cai]), [ann, ben, dee]);
        serveRoot(root(3, [dee, eve, fay]), [ann, dee, eve]);
      },
    ],
    [
      'in which a root in the middle has expired',
      () => {
        serveRoot(root(2, [ann, dee, cai], { expires: '2026-01-01T00:00:00Z' }), [ann, ben, dee]);
        serveRoot(root(3, [dee, eve, fay]), [ann, dee, eve]);
      },
    ],
    ['of 32 steps', () => serveChain(32)],
    [
      'with signatures of strangers too',
      () => serveRoot(root(2, [dee, eve, fay]), [person(), ...BOTH, person()]),
    ],
  ])('SG-5 a chain %s is followed', async (_, serve) => {
    const store = await phone.startWithCity();
    serve();
    phone.publish(await signedBy(NEW));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(await listsOf((await phone.start()).store)).toEqual(NEWER);
  });

  /** So many steps of the old people, at the last of which they hand over. */
  function serveChain(steps: number): void {
    for (let version = 2; version <= steps; version += 1) serveRoot(root(version, [ann, ben, cai]), OLD);
    serveRoot(root(steps + 1, [dee, eve, fay]), BOTH);
  }

  const WEAK = `01${'00'.repeat(31)}`;
  it.each<[string, () => void]>([
    ['nowhere to be found', () => phone.host.remove(pathOf(2))],
    ['without its signatures', () => phone.host.remove(`${pathOf(2)}.sig`)],
    ['a log-in page', () => phone.host.serve(pathOf(2), captivePortal)],
    ['without an end', () => phone.host.serve(pathOf(2), endless)],
    ['changed on the way', () => phone.host.serve(pathOf(2), swapped(writeJson(root(2, [dee, eve, fay]))))],
    ['cut off', () => phone.host.serve(pathOf(2), truncated(writeJson(root(2, [dee, eve, fay]))))],
    ['two versions on', () => serveRoot(root(3, [dee, eve, fay]), BOTH, 2)],
    ['of the version that is known, with other bytes', () => serveRoot(root(1, [dee, eve, fay]), BOTH, 2)],
    ['signed by the old keys alone', () => serveRoot(root(2, [dee, eve, fay]), OLD)],
    ['signed by the new keys alone', () => serveRoot(root(2, [dee, eve, fay]), NEW)],
    [
      'signed by one old key and enough new ones',
      () => serveRoot(root(2, [dee, eve, fay]), [ann, dee, eve, fay]),
    ],
    [
      'signed by enough old keys and one new one',
      () => serveRoot(root(2, [dee, eve, fay]), [ann, ben, cai, dee]),
    ],
    ['signed by one old key twice', () => serveRoot(root(2, [dee, eve, fay]), [ann, ann, ...NEW])],
    ['signed by one new key twice', () => serveRoot(root(2, [dee, eve, fay]), [...OLD, dee, dee])],
    [
      'signed by its keys for lists, not by those for roots',
      () => serveRoot(withOtherRootKeys(), [...OLD, ...NEW]),
    ],
    [
      'with a key that anybody can sign for',
      () => {
        const file = root(2, [dee, eve, fay]);
        serveRoot({ ...file, keys: { ...file.keys, '0123456789abcdef': WEAK } }, BOTH);
      },
    ],
    ['past its day', () => serveRoot(root(2, [dee, eve, fay], { expires: '2026-11-20T00:00:00Z' }), BOTH)],
    [
      'of another kind than the app’s (SG-9)',
      () => serveRoot(root(2, [dee, eve, fay], { dev: false }), BOTH),
    ],
    ['of a newer specification', () => serveRoot({ ...root(2, [dee, eve, fay]), spec: 2 as 1 }, BOTH)],
    ['whose keys have not signed the index', () => serveRoot(root(2, [dee, fay, cai]), [...OLD, dee, fay])],
    [
      'the last of 33 steps',
      () => {
        serveChain(33);
        phone.host.takePaths();
      },
    ],
    [
      'followed by one that is not signed by it',
      () => serveRoot(root(3, [dee, eve, fay], { expires: '2030-01-01T00:00:00Z' }), OLD),
    ],
    ['followed by an older one', () => serveRoot(rootOne, [...BOTH, cai], 3)],
  ])('SG-5 that is %s leaves everything as it was, with one problem to tell', async (_, spoil) => {
    const store = await phone.startWithCity();
    await handOver();
    spoil();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
    expect(phone.host.takePaths().length).toBeLessThanOrEqual(2 + 2 * 32 + 1);
    expect(await listsOf(store)).toEqual(AS_BEFORE);
    const again = await phone.start();
    expect(await listsOf(again.store)).toEqual(AS_BEFORE);
    expect(again.directory.issuedOn).toBe('2026-11-21');
    // What those that it knows sign is taken as ever.
    phone.publish(phone.second);
    expect(await again.store.update(TOMORROW, anyTime())).toMatchObject(taken);
  });

  function withOtherRootKeys(): RootFile {
    const file = root(2, [dee, eve, fay, cai]);
    const { threshold } = file.roles.root;
    return { ...file, roles: { ...file.roles, root: { keyids: [fay.keyid, cai.keyid], threshold } } };
  }
});

describe('SG-5 whoever had the old keys', () => {
  /** So high and so late that no honest list could follow. */
  async function fastForward(): Promise<void> {
    const far = { version: 999_999, issued: '2099-01-01T00:00:00Z', expires: '2099-12-31T00:00:00Z' };
    phone.publish(await signedBy(OLD, { world: 1, city: 999, shire: 1 }, far));
  }

  it('SG-5 and put the versions out of reach is undone where those keys count no more', async () => {
    const store = await phone.startWithCity();
    await fastForward();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(await listsOf(store)).toMatchObject(listOf('city', 999));
    await handOver();
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
    expect(await listsOf(store)).toEqual(NEWER);
    const again = await phone.start();
    expect(again.directory.issuedOn).toBe('2026-11-22');
    expect(installed(again.directory, 'city')).toMatchObject({ version: 2 });
    // From here on the versions count again.
    phone.publish(await signedBy(NEW, { world: 1, city: 2, shire: 1 }, { version: 12 }));
    expect(await again.store.update(TOMORROW, anyTime())).toMatchObject(refused('index-rolled-back'));
  });

  it('SG-5 where they count as before nothing goes back', async () => {
    const store = await phone.startWithCity();
    phone.publish(await signedBy(OLD, { world: 1, city: 3, shire: 1 }, { version: 15 }));
    await store.update(TOMORROW, anyTime());
    serveRoot(root(2, [ann, ben, dee]), [ann, ben, dee]);
    phone.publish(await signedBy([ann, dee], { world: 1, city: 2, shire: 1 }, { version: 14 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
    expect(await listsOf(store)).toMatchObject(listOf('city', 3));
    phone.publish(await signedBy([ann, dee], { world: 1, city: 4, shire: 1 }, { version: 16 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(taken);
  });

  it('SG-5 nothing goes below what came with the app, neither the index nor a list (SG-4)', async () => {
    const { store } = await phone.start(phone.second);
    phone.publish(phone.second);
    await store.install('city', NOW, anyTime());
    await fastForward();
    await store.update(TOMORROW, anyTime());
    await handOver();
    phone.publish(await signedBy(NEW, { world: 1, city: 2, shire: 1 }, { version: 12 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject(refused('too-few-signatures'));
    phone.publish(await signedBy(NEW, { world: 1, city: 1, shire: 1 }, { version: 14 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: [] } });
  });

  it('SG-5 a list that both named is not fetched again', async () => {
    const store = await phone.startWithCity();
    serveRoot(root(2, [dee, eve, fay]), BOTH);
    phone.publish(await signedBy(NEW, { world: 1, city: 1, shire: 1 }));
    expect(await store.update(TOMORROW, anyTime())).toMatchObject({ ok: true, value: { updated: [] } });
    expect(phone.host.takePaths()).not.toContain(phone.pathOf('city'));
  });
});
