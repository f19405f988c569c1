import { createDecipheriv, createHmac, scryptSync } from 'node:crypto';
import { Dexie } from 'dexie';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  browserProfile,
  created,
  gained,
  OTHER_WORDS,
  opened,
  recordOf,
  recordsOf,
  WORDS,
} from '../../../../tests/fixtures/vault-profile.ts';
import { openFile, sealFile } from './carry-file.ts';
import { sealSpare } from './sealed-rows.ts';
import { areBearable, deriveKeys, PARAMETERS } from './vault-keys.ts';

// Two cores that others share are slow now and then, and this is slow on purpose.
vi.setConfig({ testTimeout: 180_000 });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('keys as they are really made (settled 30)', () => {
  it('C11 a vault opens by another implementation of the same rules: scrypt 2^17, 8, 1, AES-256-GCM, HMAC-SHA256', async () => {
    expect(PARAMETERS).toEqual({ N: 131_072, r: 8, p: 1 });
    expect(areBearable(PARAMETERS)).toBe(true);
    const profile = browserProfile();
    const vault = await created(profile.vault({ parameters: PARAMETERS }));
    const record = recordOf({ content: { note: 'قارب الورق' } });
    await vault.put(record);
    const head = await profile.inDatabase(({ head }) => head.get('head'));
    if (!head) throw new Error('tests: no head');
    expect(head.parameters).toEqual(PARAMETERS);

    const cost = { N: 131_072, r: 8, p: 1, maxmem: 2 ** 28 };
    const bytes = scryptSync(WORDS, head.salt, 64, cost);
    const id = createHmac('sha256', bytes.subarray(32)).update(record.id).digest('hex').slice(0, 32);
    const row = await profile.inDatabase(({ rows }) => rows.get(id));
    if (!row) throw new Error('tests: no row');
    const decipher = createDecipheriv('aes-256-gcm', bytes.subarray(0, 32), row.iv);
    decipher.setAAD(Buffer.from(`1 ${head.vault} row ${id}`));
    decipher.setAuthTag(row.bytes.subarray(-16));
    const text = Buffer.concat([decipher.update(row.bytes.subarray(0, -16)), decipher.final()]).toString();
    expect(JSON.parse(text)).toEqual(record);
  });

  it('C11 a file is sealed at age’s own cost', async () => {
    const plain = new TextEncoder().encode('{}');
    const bytes = await sealFile(plain, WORDS);
    expect(new TextDecoder().decode(bytes)).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
    expect(await openFile(bytes, ` ${WORDS} `)).toEqual(plain);
  });

  it('C11 no IV is used twice in 10,000 writings', async () => {
    const keys = await deriveKeys(WORDS, new Uint8Array(16), { N: 2, r: 8, p: 1 });
    const seen = new Set<string>();
    for (let count = 0; count < 10_000; count++) {
      const { iv } = await sealSpare(keys, 'a');
      expect(iv).toHaveLength(12);
      seen.add(iv.join());
    }
    expect(seen.size).toBe(10_000);
  });
});

describe('two devices', () => {
  it('C11 whatever two devices hold, both end with the newest of each record', async () => {
    const ids = Array.from({ length: 6 }, () => recordOf().id);
    const some = fc.uniqueArray(fc.record({ at: fc.nat(5), changedAt: fc.integer({ min: 1, max: 4 }) }), {
      selector: ({ at }) => at,
    });
    await fc.assert(
      fc.asyncProperty(some, some, async (here, there) => {
        const [home, away] = [browserProfile(), browserProfile()];
        const records = (list: typeof here, name: string) =>
          list.map(({ at, changedAt }) => recordOf({ id: ids[at] ?? '', changedAt, content: { name } }));
        const one = await created(home.vault());
        await one.put(...records(here, 'home'));
        const { bytes } = gained(await one.exportFile(OTHER_WORDS));
        const other = await created(away.vault());
        await other.put(...records(there, 'away'));
        await other.importFile(bytes, OTHER_WORDS);
        const found = new Map((await recordsOf(other)).map(({ id, changedAt }) => [id, changedAt]));
        for (const [at, id] of ids.entries()) {
          const times = [...here, ...there].filter((one) => one.at === at).map((one) => one.changedAt);
          expect(found.get(id)).toBe(times.length ? Math.max(...times) : undefined);
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** The browser dies at the nth change that a transaction makes: nothing after it is done, and the transaction is undone. */
function dieAtChange(n: number): () => boolean {
  let changes = 0;
  let hasDied = false;
  const open = Dexie.prototype.open;
  vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
    const die = () => {
      if (++changes !== n) return;
      hasDied = true;
      throw new Error('tests: died');
    };
    for (const table of this.tables) {
      table.hook('creating', () => die());
      table.hook('updating', () => die());
      table.hook('deleting', () => die());
    }
    return open.call(this);
  });
  return () => hasDied;
}

describe('dying in the middle', () => {
  it('C11 of changing the passphrase leaves the old or the new one opening everything, at every point', async () => {
    const points: string[] = [];
    // 64 rows go, 64 come, and the head is changed: the 130th change is never made.
    for (const n of [1, 2, 40, 64, 65, 66, 100, 127, 128, 129, 130]) {
      const profile = browserProfile();
      const records = [recordOf(), recordOf()];
      await (await created(profile.vault())).put(...records);
      const hasDied = dieAtChange(n);
      const dying = await opened(profile.vault());
      const outcome = await dying.changePassphrase(WORDS, OTHER_WORDS);
      vi.restoreAllMocks();
      const [old, young] = [await profile.vault().open(WORDS), await profile.vault().open(OTHER_WORDS)];
      expect([old.ok, young.ok].filter(Boolean)).toHaveLength(1);
      expect(young.ok).toBe(outcome.ok);
      expect(hasDied()).toBe(!outcome.ok);
      const alive = old.ok ? old.value : young.ok && young.value;
      if (!alive) throw new Error('tests: neither opens');
      expect((await recordsOf(alive)).map(({ id }) => id)).toEqual(records.map(({ id }) => id).sort());
      points.push(outcome.ok ? 'new' : 'old');
    }
    expect(points).toEqual([...Array(10).fill('old'), 'new']);
  });

  it('C11 of creating leaves nothing or a vault', async () => {
    for (const n of [1, 2, 30, 65, 66]) {
      const profile = browserProfile();
      const hasDied = dieAtChange(n);
      const outcome = await profile.vault().create(WORDS);
      vi.restoreAllMocks();
      expect(outcome.ok).toBe(!hasDied());
      const state = await profile.vault().state();
      expect(state).toEqual({ ok: true, value: outcome.ok ? 'locked' : 'none' });
      expect((await profile.rows()).length).toBe(outcome.ok ? 64 : 0);
    }
  });

  it('C11 of taking a file leaves what was there', async () => {
    const source = browserProfile();
    const giver = await created(source.vault());
    await giver.put(...Array.from({ length: 70 }, () => recordOf()));
    const file = await giver.exportFile(WORDS);
    if (!file.ok) throw new Error('tests: no file');
    for (const n of [1, 40, 100]) {
      const profile = browserProfile();
      const record = recordOf();
      await (await created(profile.vault())).put(record);
      const before = await profile.fingerprint();
      const hasDied = dieAtChange(n);
      const dying = await opened(profile.vault());
      expect(await dying.importFile(file.value.bytes, WORDS)).toEqual({
        ok: false,
        problem: { kind: 'not-saved' },
      });
      vi.restoreAllMocks();
      expect(hasDied()).toBe(true);
      expect(await profile.fingerprint()).toBe(before);
      expect(await recordsOf(await opened(profile.vault()))).toEqual([record]);
    }
  });
});
