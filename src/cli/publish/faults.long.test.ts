import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgePack, json } from '../../../tests/fixtures/pack/forge-pack.ts';
import { sampleRoot, testKeys } from '../../../tests/fixtures/pack/sample.ts';
import {
  contentsOf,
  listings,
  type Made,
  NOW,
  person,
  region,
  rootOf,
  type SetOf,
  signatures,
  write,
  writeSet,
  writeSigned,
} from '../../../tests/fixtures/publisher.ts';
import { FORMAT_VERSION } from '../../pack/format.ts';
import { signingKey } from '../development-key.ts';
import { sha256 } from '../node-platform.ts';
import { type PublishOptions, publish } from './publish.ts';
import { refusalWords } from './words.ts';

// Everything that can be wrong with a set of files, given to `publish`. Each is refused for its own reason, and the folder
// of the host stays as it was, byte for byte.

const [ann, ben, cai, dee, outsider] = [person(), person(), person(), person(), person()];
const first = rootOf([ann, ben, cai]);
const second = rootOf([ann, ben, dee], { version: 2 });
const firstSigned = { root: first, signers: [ann, ben] };
const secondSigned = { root: second, signers: [ann, ben] };

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const [from, to] = [join(folder, 'from'), join(folder, 'to')];
const inFrom = (name: string) => join(from, name);
let world: Made;
let city: Made;
let nextCity: Made;

beforeAll(async () => {
  world = await region('world', { version: 1, listings: listings(10) });
  city = await region('city', { version: 4, listings: listings(40) });
  nextCity = await region('city', { version: 5, listings: listings(42, 2, 38) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = (changes: Partial<SetOf> = {}): SetOf => ({
  regions: [world, nextCity],
  index: { version: 13 },
  signers: [ann, ben],
  roots: [firstSigned],
  ...changes,
});

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  writeSet(to, good({ regions: [world, city], index: { version: 12 } }));
  writeSet(from, good());
});

/** The lists anew, with something else about them. */
const offer = (changes: Partial<SetOf>) => {
  rmSync(from, { recursive: true });
  writeSet(from, good(changes));
};
const offerRegions = (regions: readonly Made[]) => offer({ regions });
const offerIndex = (index: SetOf['index']) => offer({ index: { version: 13, ...index } });
const offerCity = (changes: object) =>
  offerRegions([world, { ...nextCity, entry: { ...nextCity.entry, ...changes } }]);
/** A pack that is listed as it is. */
const offerPack = (pack: Uint8Array) => {
  const hash = sha256(pack);
  const entry = { ...nextCity.entry, sha256: hash, path: `packs/${hash}.bin`, length: pack.length };
  offerRegions([world, { pack, entry }]);
};
const offerCityOf = async (version: number, listed: ReturnType<typeof listings>) =>
  offerRegions([world, await region('city', { version, listings: listed })]);
const signedIndex = (text: string) =>
  writeSigned(inFrom('index.json'), new TextEncoder().encode(text), [ann, ben]);
const changedIndex = (change: (text: string) => string) =>
  signedIndex(change(readFileSync(inFrom('index.json'), 'utf8')));
const flip = (path: string) => {
  const bytes = new Uint8Array(readFileSync(path));
  write(path, bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1));
};
const half = (path: string) => truncateSync(path, readFileSync(path).length >> 1);
const swap = (one: string, other: string) => {
  renameSync(one, `${one}.x`);
  renameSync(other, one);
  renameSync(`${one}.x`, other);
};
const grow = (path: string, bytes: number) => truncateSync(path, bytes);
const PORTAL = new TextEncoder().encode('<!doctype html><title>Welcome</title>');
const cityPack = () => inFrom(nextCity.entry.path);
const indexBytes = () => new Uint8Array(readFileSync(inFrom('index.json')));
const signIndexBy = (...people: Parameters<typeof signatures>[1]) =>
  write(inFrom('index.json.sig'), signatures(indexBytes(), people));

type Fault = readonly [string, string, () => void | Promise<void>, Partial<PublishOptions>?];

const missing: readonly Fault[] = [
  ['no folder', 'root-missing', () => rmSync(from, { recursive: true })],
  ['no root', 'root-missing', () => rmSync(inFrom('root.1.json'))],
  ['no signatures of the root', 'file-missing', () => rmSync(inFrom('root.1.json.sig'))],
  ['no index', 'file-missing', () => rmSync(inFrom('index.json'))],
  ['no signatures of the index', 'file-missing', () => rmSync(inFrom('index.json.sig'))],
  ['no pack', 'file-missing', () => rmSync(cityPack())],
  ['no first root', 'root-missing', () => renameSync(inFrom('root.1.json'), inFrom('root.2.json'))],
  [
    'a folder in place of a pack',
    'file-not-plain',
    () => {
      rmSync(cityPack());
      mkdirSync(cityPack());
    },
  ],
  [
    'a link in place of the index',
    'file-not-plain',
    () => {
      renameSync(inFrom('index.json'), inFrom('other.json'));
      symlinkSync('other.json', inFrom('index.json'));
    },
  ],
];

const oversized: readonly Fault[] = [
  ['a root beyond 64 KiB', 'file-too-large', () => grow(inFrom('root.1.json'), 65_537)],
  ['an index beyond 64 KiB', 'file-too-large', () => grow(inFrom('index.json'), 65_537)],
  ['signatures of a root beyond 16 KiB', 'file-too-large', () => grow(inFrom('root.1.json.sig'), 16_385)],
  ['signatures of an index beyond 16 KiB', 'file-too-large', () => grow(inFrom('index.json.sig'), 16_385)],
  ['a pack beyond 8 MiB', 'file-too-large', () => grow(cityPack(), 8 * 1024 * 1024 + 1)],
  ['a pack listed beyond 8 MiB', 'index-malformed', () => offerCity({ length: 8 * 1024 * 1024 + 1 })],
  [
    'a pack that inflates beyond 64 MiB',
    'pack-too-large',
    () =>
      offerPack(
        forgePack([
          { name: 'meta', bytes: json({}) },
          { name: 'indx', bytes: new Uint8Array(20), raw: 65 * 1024 * 1024, flags: 1 },
          { name: 'card', bytes: new Uint8Array(20) },
        ]),
      ),
  ],
];

const truncated: readonly Fault[] = [
  ['half a root', 'root-malformed', () => half(inFrom('root.1.json'))],
  ['half the signatures of the root', 'signatures-unreadable', () => half(inFrom('root.1.json.sig'))],
  ['half an index', 'too-few-signatures', () => half(inFrom('index.json'))],
  ['half the signatures of the index', 'signatures-unreadable', () => half(inFrom('index.json.sig'))],
  ['half a pack', 'pack-not-as-listed', () => half(cityPack())],
  ['an empty index', 'too-few-signatures', () => truncateSync(inFrom('index.json'), 0)],
  ['an empty pack', 'pack-not-as-listed', () => truncateSync(cityPack(), 0)],
];

const swapped: readonly Fault[] = [
  ['an index with one bit changed', 'too-few-signatures', () => flip(inFrom('index.json'))],
  ['a pack with one bit changed', 'pack-not-as-listed', () => flip(cityPack())],
  [
    'two packs under each other’s name',
    'pack-not-as-listed',
    () => swap(cityPack(), inFrom(world.entry.path)),
  ],
  [
    'the signatures of root and index swapped',
    'too-few-signatures',
    () => swap(inFrom('root.1.json.sig'), inFrom('index.json.sig')),
  ],
  [
    'the signatures of yesterday’s index',
    'too-few-signatures',
    () => write(inFrom('index.json.sig'), new Uint8Array(readFileSync(join(to, 'index.json.sig')))),
  ],
  ['a log-in page for an index', 'too-few-signatures', () => write(inFrom('index.json'), PORTAL)],
  ['a log-in page for signatures', 'signatures-unreadable', () => write(inFrom('index.json.sig'), PORTAL)],
  ['a log-in page for a root', 'root-malformed', () => write(inFrom('root.1.json'), PORTAL)],
  ['a root in place of the index', 'index-of-another-type', () => signedIndex(JSON.stringify(first))],
  [
    'one region’s pack listed as another’s',
    'pack-not-as-listed',
    () =>
      offerRegions([
        world,
        { pack: world.pack, entry: { ...world.entry, id: 'shire', kind: 'region' } },
        nextCity,
      ]),
  ],
  ['another number of listings than the pack has', 'pack-not-as-listed', () => offerCity({ records: 41 })],
  ['another version than the pack has', 'pack-not-as-listed', () => offerCity({ version: 6 })],
];

const replayed: readonly Fault[] = [
  ['an older index', 'index-rolled-back', () => offerIndex({ version: 11 })],
  ['another index under the same number', 'index-forked', () => offerIndex({ version: 12 })],
  ['an older version of a region', 'region-rolled-back', () => offerCityOf(3, listings(40))],
  ['other bytes under a region’s version', 'region-forked', () => offerCityOf(4, listings(41))],
  [
    'a root of others under the same number',
    'root-forked',
    () => {
      const strangers = [person(), person()];
      offer({ signers: strangers, roots: [{ root: rootOf(strangers), signers: strangers }] });
    },
  ],
  [
    'no trace of the root that phones follow by now',
    'root-rolled-back',
    () =>
      writeSet(
        to,
        good({ regions: [world, city], index: { version: 12 }, roots: [firstSigned, secondSigned] }),
      ),
  ],
];

const expired: readonly Fault[] = [
  ['an index that has expired', 'index-expired', () => offerIndex({ expires: '2026-11-22T10:00:00Z' })],
  [
    'an index that expired before the last one was made, by a clock that is wrong',
    'index-expired',
    () => offerIndex({ issued: '2020-01-01T00:00:00Z', expires: '2020-06-01T00:00:00Z' }),
    { now: Date.parse('2020-02-01T00:00:00Z') },
  ],
  ['an index from the future', 'index-from-the-future', () => offerIndex({ issued: '2099-01-01T00:00:00Z' })],
  [
    'a root that has expired',
    'root-expired',
    () => {
      const root = { ...second, expires: '2026-11-22T00:00:00Z' };
      offer({ roots: [firstSigned, { root, signers: [ann, ben] }] });
    },
  ],
];

const wronglySigned: readonly Fault[] = [
  ['one signature where two must sign', 'too-few-signatures', () => signIndexBy(ann)],
  ['the same person twice', 'too-few-signatures', () => signIndexBy(ann, ann)],
  ['two strangers', 'too-few-signatures', () => signIndexBy(outsider, dee)],
  [
    'one person under two names',
    'too-few-signatures',
    () => {
      const sig = ann.sign(indexBytes());
      const sigs = [ann, ben].map(({ keyid }) => ({ keyid, sig }));
      write(inFrom('index.json.sig'), json({ sigs }));
    },
  ],
  [
    'people who may sign roots, but not lists',
    'too-few-signatures',
    () => {
      const { keyids } = rootOf([cai, dee]).roles.root;
      const root = rootOf([ann, ben, cai, dee], {
        roles: { root: rootOf([ann, ben]).roles.root, index: { keyids, threshold: 2 } },
      });
      rmSync(to, { recursive: true });
      mkdirSync(to);
      offer({ roots: [{ root, signers: [ann, ben] }] });
    },
  ],
  [
    'a root that only one has signed',
    'too-few-signatures',
    () => {
      rmSync(to, { recursive: true });
      mkdirSync(to);
      offer({ roots: [{ root: first, signers: [ann] }] });
    },
  ],
  [
    'a next root that only the new keys have signed',
    'root-not-handed-over',
    () => offer({ roots: [firstSigned, { root: second, signers: [ann, dee] }] }),
  ],
  [
    'a next root whose own keys have not signed it',
    'too-few-signatures',
    () =>
      offer({ roots: [firstSigned, { root: rootOf([dee, outsider], { version: 2 }), signers: [ann, ben] }] }),
  ],
  [
    'a next root that skips a number',
    'root-misnumbered',
    () => {
      const root = { ...second, version: 3 };
      writeSigned(inFrom('root.2.json'), json(root), [ann, ben]);
    },
  ],
  [
    'a root too many, with a gap before it',
    'root-missing',
    () => writeSigned(inFrom('root.3.json'), json({ ...second, version: 3 }), [ann, ben]),
  ],
  [
    'a next root that is for development (SG-9)',
    'root-of-development',
    () => offer({ roots: [firstSigned, { root: { ...second, dev: true }, signers: [ann, ben] }] }),
  ],
  [
    'the published keys of the tests (SG-9)',
    'root-of-development',
    () => {
      const people = testKeys.map(({ privateKey }) => signingKey(privateKey));
      rmSync(to, { recursive: true });
      mkdirSync(to);
      offer({ signers: people, roots: [{ root: { ...sampleRoot(), dev: false }, signers: people }] });
    },
  ],
  [
    'a root that nobody can fill',
    'root-malformed',
    () => {
      const role = { keyids: first.roles.root.keyids, threshold: 4 };
      offer({
        roots: [
          firstSigned,
          { root: { ...second, roles: { root: role, index: role } }, signers: [ann, ben] },
        ],
      });
    },
  ],
];

const signedAndWrong: readonly Fault[] = [
  ['an index that is not JSON', 'index-unreadable', () => signedIndex('{"type":')],
  [
    'an index of a newer specification',
    'index-too-new',
    () => changedIndex((text) => text.replace('"spec":1', '"spec":2')),
  ],
  [
    'a root of a newer specification',
    'root-too-new',
    () => {
      offer({ roots: [firstSigned, { root: { ...second, spec: 2 as 1 }, signers: [ann, ben] }] });
    },
  ],
  [
    'a path that leaves the folder',
    'index-malformed',
    () => changedIndex((text) => text.replace('packs/', '../')),
  ],
  ['the same region twice', 'index-malformed', () => offerRegions([world, world])],
  [
    'a withdrawn listing without a day',
    'index-malformed',
    () => offerIndex({ revoked: [{ service_id: 'x', from: 'soon' }] }),
  ],
  [
    'a pack with a bit changed and listed so',
    'pack-damaged',
    () => {
      const { pack } = nextCity;
      offerPack(pack.with(pack.length - 20, (pack.at(-20) ?? 0) ^ 1));
    },
  ],
  ['a pack with bytes after its end', 'pack-damaged', () => offerPack(Uint8Array.of(...nextCity.pack, 0))],
  ['a pack of a newer format', 'pack-too-new', () => offerPack(nextCity.pack.with(4, FORMAT_VERSION + 1))],
  [
    'a page of a website as a pack',
    'pack-damaged',
    () => offerPack(new TextEncoder().encode('<p>'.repeat(90))),
  ],
];

const massive: readonly Fault[] = [
  ['more than a fifth of the listings gone', 'mass-change', () => offerCityOf(5, listings(31))],
  ['more than 30 in 100 changed', 'mass-change', () => offerCityOf(5, listings(40, 2, 27))],
  ['a whole region gone', 'mass-change', () => offerRegions([world])],
  ['every listing under another id', 'mass-change', () => offerCityOf(5, listings(80).slice(40))],
  [
    'much gone, and another number looked at',
    'mass-change',
    () => offerCityOf(5, listings(31)),
    { looked: 8 },
  ],
  [
    'much gone, and no number at all',
    'mass-change',
    () => offerCityOf(5, listings(31)),
    { looked: Number.NaN },
  ],
];

const damagedTarget: readonly Fault[] = [
  ['nothing wrong, but the published index is damaged', 'target-damaged', () => flip(join(to, 'index.json'))],
  ['nothing wrong, but the published root is gone', 'target-damaged', () => rmSync(join(to, 'root.1.json'))],
  [
    'nothing wrong, but the published pack is gone',
    'target-damaged',
    () => rmSync(join(to, city.entry.path)),
  ],
  [
    'nothing wrong, but a demo is published there (SG-9)',
    'target-damaged',
    () => writeSigned(join(to, 'root.1.json'), json({ ...first, dev: true }), [ann, ben]),
  ],
];

const faults = {
  missing,
  oversized,
  truncated,
  swapped,
  replayed,
  expired,
  wronglySigned,
  signedAndWrong,
  massive,
  damagedTarget,
};

it('publishes the same set where nothing is wrong with it', async () => {
  expect(await publish({ from, to, now: NOW })).toMatchObject({
    ok: true,
    value: { set: { index: { version: 13 } } },
  });
});

it('has at least 40 faults (SG-1)', () => {
  expect(Object.values(faults).flat().length).toBeGreaterThanOrEqual(40);
});

describe.each(Object.entries(faults))('%s (SG-1)', (_, table) => {
  it.each(table.map(whole))('%s is refused as %s', async (_what, kind, spoil, options) => {
    await spoil();
    const [before, offered] = [contentsOf(to), contentsOfIfThere(from)];
    const outcome = await publish({ from, to, now: NOW, ...options });
    expect(outcome).toMatchObject({ ok: false, problem: { problem: { kind } } });
    expect(contentsOf(to)).toEqual(before);
    expect(contentsOfIfThere(from)).toEqual(offered);
    if (!outcome.ok) expect(refusalWords(outcome.problem)).toMatch(/^\S+: .{10,}/);
  });
});

/** With its options, where it has none of its own. */
function whole([what, kind, spoil, options = {}]: Fault) {
  return [what, kind, spoil, options] as const;
}

function contentsOfIfThere(path: string) {
  try {
    return contentsOf(path);
  } catch {
    return null;
  }
}
