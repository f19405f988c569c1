import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../../tests/fixtures/pack/forge-pack.ts';
import { sampleRoot, testKeys } from '../../../tests/fixtures/pack/sample.ts';
import {
  contentsOf,
  listings,
  person,
  region,
  rootOf,
  write,
  writeSet,
} from '../../../tests/fixtures/publisher.ts';
import { type SigningKey, signingKey } from '../development-key.ts';
import { addSignature, readSignable, type SignQuestion } from './sign.ts';
import { withSignature } from './signature-file.ts';

const [ann, ben, cai, dee] = [person(), person(), person(), person()];
const root = rootOf([ann, ben, cai]);
const roots = [{ root, signers: [ann, ben] }];
const folder = mkdtempSync(join(tmpdir(), 'sign-'));
const index = join(folder, 'index.json');
const world = await region('world', { version: 1, listings: listings(10) });
const city = await region('city', { version: 4, listings: listings(40) });

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeSet(folder, { regions: [world, city], index: { version: 12 }, signers: [], roots });
  rmSync(`${index}.sig`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What whoever signs reads, or why nothing is signed. */
async function sign(key: SigningKey, question: SignQuestion = { path: index }, isForDevelopment = false) {
  const signable = await readSignable(question);
  if (!signable.ok) return signable.problem;
  const added = addSignature(signable.value, { key, isForDevelopment });
  return added.ok ? signable.value.lines.join('\n') : added.problem;
}

describe('whoever signs', () => {
  it('reads first what it is: kind, version, regions, how many, from when to when, and its hash', async () => {
    const read = await sign(ann);
    for (const part of [
      'index, version 12',
      'issued 2026-11-21T09',
      'until 2027-02-21T09',
      'city: version 4, 40 listings',
    ])
      expect(read).toContain(part);
    expect(read).toMatch(/SHA-256 [0-9a-f]{64}$/);
  });

  it('reads how many listings are added, changed and removed since the list that is out', async () => {
    const old = join(folder, 'old');
    const before = await region('city', { version: 3, listings: listings(42, 2, 37) });
    writeSet(old, { regions: [world, before], index: { version: 11 }, signers: [ann, ben], roots });
    expect(await sign(ann, { path: index, against: old })).toContain(
      'against version 11, city: 0 listings added, 3 changed, 2 removed',
    );
  });

  it('of a root reads whose keys are new and whose are no longer trusted', async () => {
    const path = join(folder, 'root.2.json');
    write(path, json(rootOf([ann, ben, dee], { version: 2 })));
    const read = await sign(dee, { path });
    expect(read).toContain(`new key: ${dee.keyid}`);
    expect(read).toContain(`no longer trusted: ${cai.keyid}`);
    expect(await sign(cai, { path })).toContain('root, version 2');
  });
});

describe('a signature', () => {
  it('is over exactly the bytes of the file, which stays as it is', async () => {
    const before = contentsOf(folder);
    await sign(ann);
    const { sigs } = JSON.parse(readFileSync(`${index}.sig`, 'utf8')) as {
      sigs: { keyid: string; sig: string }[];
    };
    expect(sigs).toEqual([{ keyid: ann.keyid, sig: ann.sign(readFileSync(index)) }]);
    const { 'index.json.sig': _, ...rest } = contentsOf(folder);
    expect(rest).toEqual(before);
  });

  it('is the same file whoever signs first, and however often', () => {
    const bytes = json({ a: 1 });
    const people = fc.array(fc.constantFrom(ann, ben, cai), { minLength: 1, maxLength: 8 });
    const signedBy = (keys: readonly SigningKey[]) =>
      keys.reduce<Uint8Array | null>((file, key) => withSignature(file, bytes, key), null);
    fc.assert(
      fc.property(people, (keys) => {
        const once = [...new Set(keys)].sort((one, other) => (one.keyid < other.keyid ? -1 : 1));
        expect(signedBy(keys)).toEqual(signedBy(once));
      }),
    );
  });

  it('over older bytes is replaced by the same person’s over these', async () => {
    await sign(ann);
    writeSet(folder, { regions: [world, city], index: { version: 13 }, signers: [ann], roots });
    const fresh = readFileSync(`${index}.sig`, 'utf8');
    writeFileSync(`${index}.sig`, JSON.stringify({ sigs: [{ keyid: ann.keyid, sig: '00'.repeat(64) }] }));
    await sign(ann);
    expect(JSON.parse(readFileSync(`${index}.sig`, 'utf8'))).toEqual(JSON.parse(fresh));
  });
});

describe('nothing is signed', () => {
  const devRoot = { ...sampleRoot() };
  it.each<[string, () => Promise<string>, string]>([
    ['by a key that the root does not name', () => sign(dee), 'not one of those that count'],
    ['by a key for development under a real root (SG-9)', () => sign(ann, undefined, true), 'unlocked'],
    [
      'by a real key under a root for development (SG-9)',
      () => {
        write(join(folder, 'root.1.json'), json({ ...root, dev: true }));
        return sign(ann);
      },
      'root for development',
    ],
    [
      'under a real root with keys that are published (SG-9)',
      () => {
        write(join(folder, 'root.1.json'), json({ ...devRoot, dev: false }));
        return sign(signingKey(testKeys[0].privateKey));
      },
      'a key of the tests',
    ],
    [
      'without the packs beside it: nobody could have looked',
      () => {
        rmSync(join(folder, city.entry.path));
        return sign(ann);
      },
      'is not there',
    ],
    [
      'where a pack is another one',
      () => {
        write(join(folder, city.entry.path), world.pack);
        return sign(ann);
      },
      'not the pack',
    ],
    [
      'where the index is not whole',
      () => {
        write(index, json({ type: 'index', spec: 1, version: 12 }));
        return sign(ann);
      },
      'something wrong at issued',
    ],
    [
      'that is neither root, index nor hashes',
      () => {
        write(index, json({ type: 'letter' }));
        return sign(ann);
      },
      'neither a root',
    ],
    [
      'without a root',
      () => {
        rmSync(join(folder, 'root.1.json'));
        return sign(ann);
      },
      'nobody knows whose keys count',
    ],
    [
      'of a next root without the one before beside it',
      () => {
        const path = join(folder, 'root.3.json');
        write(path, json({ ...root, version: 3 }));
        return sign(ann, { path });
      },
      'must lie beside it',
    ],
  ])('%s', async (_, attempt, reason) => {
    expect(await attempt()).toContain(reason);
    expect(existsSync(`${index}.sig`)).toBe(false);
  });
});
