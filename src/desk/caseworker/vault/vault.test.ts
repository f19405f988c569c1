import { describe, expect, it, vi } from 'vitest';
import {
  browserProfile,
  created,
  OTHER_WORDS,
  opened,
  recordOf,
  recordsOf,
  WORDS,
  waysToWrite,
  workHere,
} from '../../../../tests/fixtures/vault-profile.ts';
import { hasServer } from './has-server.ts';

const NOT_OPENED = { ok: false, problem: { kind: 'not-opened' } };
const LOCKED = { ok: false, problem: { kind: 'locked' } };

describe('a vault (C3, C11)', () => {
  it('C11 is not there until it is made, and looking makes nothing', async () => {
    const profile = browserProfile();
    expect(await profile.vault().state()).toEqual({ ok: true, value: 'none' });
    expect(await profile.databases()).toEqual([]);
    await created(profile.vault());
    expect(await profile.vault().state()).toEqual({ ok: true, value: 'locked' });
  });

  it('C11 gives back what was put into it after a new start, and only with its passphrase', async () => {
    const profile = browserProfile();
    const records = [recordOf(), recordOf({ kind: 'client', content: { needs: ['home.refuge'], ok: true } })];
    const vault = await created(profile.vault());
    expect(await vault.put(...records)).toEqual({ ok: true, value: null });
    const again = await opened(profile.vault());
    expect(await recordsOf(again)).toEqual([...records].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(await profile.vault().open(OTHER_WORDS)).toEqual(NOT_OPENED);
  });

  it('C3 C11 writes what is put at every letter in as few steps as it can, the last letter included', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const note = recordOf({ content: '' });
    await vault.put(note);
    const sealing = vi.spyOn(crypto.subtle, 'encrypt');
    const letters = Array.from({ length: 60 }, (_, at) => 'a'.repeat(at + 1));
    const outcomes = await Promise.all(letters.map((content) => vault.put({ ...note, content })));
    expect(sealing.mock.calls.length).toBeLessThanOrEqual(2);
    sealing.mockRestore();
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await recordsOf(await opened(profile.vault()))).toEqual([{ ...note, content: letters.at(-1) }]);
  });

  it('C11 keeps the order of putting and removing, however soon one follows the other', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const [first, second] = [recordOf(), recordOf()];
    await Promise.all([
      vault.put(first),
      vault.put(second),
      vault.remove(first.id, second.id),
      vault.put(second),
      vault.remove(first.id),
    ]);
    expect(await recordsOf(await opened(profile.vault()))).toEqual([second]);
  });

  it('C11 opens with the same words however a keyboard writes them, and with a space that was pasted', async () => {
    const profile = browserProfile();
    await created(profile.vault(), 'cafe\u0301 ﬁsh and a kettle');
    expect((await profile.vault().open(' caf\u00e9 fish and a kettle\n')).ok).toBe(true);
  });

  it('C11 answers a wrong passphrase alike, and by the same way, whether or not anything is there', async () => {
    const empty = browserProfile();
    const full = browserProfile();
    await created(full.vault());
    const answers = [];
    for (const profile of [empty, full]) {
      const { work, asked } = workHere();
      for (let tries = 0; tries < 3; tries++)
        answers.push(await profile.vault({ work }).open(`${OTHER_WORDS} ${tries}`));
      expect(asked).toEqual(Array(3).fill({ kind: 'derive-keys', parameters: { N: 16, r: 8, p: 1 } }));
    }
    expect(answers).toEqual(Array(6).fill(NOT_OPENED));
    // No count of tries anywhere, and nothing made where nothing was.
    expect(await empty.databases()).toEqual([]);
    expect((await full.vault().open(WORDS)).ok).toBe(true);
  });

  it('C11 is never made over another, also not by two windows at once', async () => {
    const profile = browserProfile();
    const outcomes = await Promise.all([profile.vault().create(WORDS), profile.vault().create(OTHER_WORDS)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await profile.vault().create(WORDS)).toEqual({ ok: false, problem: { kind: 'already-there' } });
  });

  it('C11 whose head is lost is still not made over', async () => {
    const profile = browserProfile();
    await created(profile.vault());
    await profile.inDatabase(({ head }) => head.clear());
    expect(await profile.vault().state()).toEqual({ ok: true, value: 'locked' });
    expect(await profile.vault().open(WORDS)).toEqual(NOT_OPENED);
    expect(await profile.vault().create(WORDS)).toEqual({ ok: false, problem: { kind: 'already-there' } });
  });

  it('C11 asks for a passphrase of twelve characters', async () => {
    const profile = browserProfile();
    const tooShort = { ok: false, problem: { kind: 'passphrase-too-short', least: 12 } };
    expect(await profile.vault().create('eleven char')).toEqual(tooShort);
    expect(await profile.vault().create(' eleven char ')).toEqual(tooShort);
    const vault = await created(profile.vault());
    expect(await vault.changePassphrase(WORDS, 'short')).toEqual(tooShort);
    expect(await vault.exportFile('short')).toEqual(tooShort);
  });

  it('C11 is cancelled while keys are made, and nothing is there', async () => {
    const profile = browserProfile();
    const cancelled = { ok: false, problem: { kind: 'cancelled' } } as const;
    const work = { ...workHere().work, deriveKeys: async () => cancelled };
    expect(await profile.vault({ work }).create(WORDS)).toEqual(cancelled);
    expect(await profile.databases()).toEqual([]);
  });

  it('says so where the browser keeps nothing', async () => {
    const profile = browserProfile();
    const vault = profile.vault();
    const { Dexie } = await import('dexie');
    vi.spyOn(Dexie, 'getDatabaseNames').mockRejectedValue(new Error('denied'));
    expect(await vault.state()).toEqual({ ok: false, problem: { kind: 'no-storage' } });
    expect(await vault.open(WORDS)).toEqual({ ok: false, problem: { kind: 'no-storage' } });
    vi.restoreAllMocks();
  });
});

describe('where a server is (settled 35)', () => {
  const REFUSED = { ok: false, problem: { kind: 'has-server' } };

  it('no vault is made, and none opened in a build that is not the caseworkers’', async () => {
    const profile = browserProfile();
    expect(await profile.vault({ hasServer: async () => true }).create(WORDS)).toEqual(REFUSED);
    expect(await profile.vault({ isOfCaseworkers: false }).create(WORDS)).toEqual(REFUSED);
    await created(profile.vault());
    expect(await profile.vault({ isOfCaseworkers: false }).open(WORDS)).toEqual(REFUSED);
  });

  it.each([
    [404, false],
    [200, true],
    [401, true],
    [503, true],
    [302, true],
  ])('an answer of %i from /api/ is one: %s', async (status, expected) => {
    const asked: unknown[] = [];
    const get = async (...request: unknown[]) => {
      asked.push(request);
      return new Response(null, { status });
    };
    expect(await hasServer(get as typeof fetch)).toBe(expected);
    expect(asked).toEqual([
      ['/api/', expect.objectContaining({ credentials: 'omit', redirect: 'manual', cache: 'no-store' })],
    ]);
  });

  it('without a network the build alone says', async () => {
    expect(await hasServer(() => Promise.reject(new TypeError('offline')))).toBe(false);
  });
});

describe('what lies on the disk (C3, X11)', () => {
  const CANARIES = ['CANARY-kettle-ladder', 'قارب الورق', 'client', 'shortlist', 'home.refuge', 'clientId'];

  it('X11 is nothing that can be read, in any way of writing it, nor how much it is', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const before = await profile.rows();
    const [client, list] = [recordOf({ kind: 'client' }), recordOf({ kind: 'shortlist' })];
    await vault.put({ ...client, content: { code: 'CANARY-kettle-ladder', note: 'قارب الورق' } });
    await vault.put({ ...list, clientId: client.id, content: { needs: ['home.refuge'], ids: ['a'] } });
    await vault.put({ ...client, changedAt: 2_000, content: { code: 'CANARY-kettle-ladder', note: 'x' } });
    await vault.remove(list.id);
    const bytes = await profile.bytes();
    for (const text of [...CANARIES, client.id, list.id, WORDS])
      for (const written of waysToWrite(text)) expect(bytes.includes(written), text).toBe(false);
    const rows = await profile.rows();
    expect(rows).toHaveLength(before.length);
    expect(new Set(rows.map((row) => row.bytes.length))).toEqual(new Set([4096]));
    expect(rows.every((row) => Object.keys(row).join() === 'id,iv,bytes')).toBe(true);
  });

  it('X11 the search finds what is there: it would see a text that was not sealed', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    await vault.put(recordOf());
    for (const text of CANARIES) {
      await profile.inDatabase(({ rows }) =>
        rows.put({ id: text, iv: new Uint8Array(), bytes: new TextEncoder().encode(`{"note":"${text}"}`) }),
      );
      const bytes = await profile.bytes();
      expect(
        waysToWrite(text).some((written) => bytes.includes(written)),
        text,
      ).toBe(true);
    }
  });

  it('X11 has names that tell nothing', async () => {
    const profile = browserProfile();
    await created(profile.vault());
    expect(await profile.databases()).toEqual([{ name: 'pages', version: 10 }]);
    await profile.inDatabase(async (database) => {
      expect(database.tables.map(({ name }) => name)).toEqual(['head', 'rows']);
    });
  });

  it('C3 its rows come in steps of 64, however many records there are', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const counts = new Set<number>();
    const records = Array.from({ length: 150 }, () => recordOf());
    for (const at of [0, 63, 64, 65]) {
      await vault.put(...records.slice(0, at));
      counts.add(await profile.count());
    }
    await vault.put(...records);
    counts.add(await profile.count());
    await vault.remove(...records.slice(0, 140).map(({ id }) => id), 'nobody');
    counts.add(await profile.count());
    expect([...counts]).toEqual([64, 128, 192]);
    expect(await recordsOf(vault)).toHaveLength(10);
    // The places that became free are used again, also after a new start.
    const again = await opened(profile.vault());
    await again.put(...records);
    expect(await profile.count()).toBe(192);
    expect(await recordsOf(again)).toHaveLength(150);
  });

  it('C3 a record put twice at once is one row', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const record = recordOf();
    await vault.put(record, { ...record, changedAt: 2_000 });
    expect(await recordsOf(vault)).toEqual([{ ...record, changedAt: 2_000 }]);
    expect(await profile.count()).toBe(64);
  });

  it('C3 a long text has the length of a step, counted in bytes', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const long = recordOf({ content: { text: 'ق'.repeat(3_000) } });
    await vault.put(long);
    expect(await recordsOf(vault)).toEqual([long]);
    expect(new Set((await profile.rows()).map(({ bytes }) => bytes.length))).toEqual(new Set([4096, 8192]));
  });

  it('C3 two devices with the same records and words have no row or salt in common', async () => {
    const [one, other] = [browserProfile(), browserProfile()];
    const record = recordOf();
    await (await created(one.vault())).put(record);
    await (await created(other.vault())).put(record);
    const ids = (await one.rows()).map(({ id }) => id);
    expect((await other.rows()).filter(({ id }) => ids.includes(id))).toEqual([]);
    const salts = await Promise.all([one, other].map((p) => p.inDatabase(({ head }) => head.get('head'))));
    expect(salts[0]?.salt).not.toEqual(salts[1]?.salt);
    expect(salts[0]?.parameters).toEqual({ N: 16, r: 8, p: 1 });
  });
});

describe('two windows', () => {
  it('C11 lock together', async () => {
    const profile = browserProfile();
    const one = await created(profile.vault());
    const other = await opened(profile.vault());
    const told: string[] = [];
    other.onLock(() => told.push('other'));
    one.onLock(() => told.push('one'));
    one.lock();
    expect(told).toEqual(['one', 'other']);
    for (const vault of [one, other]) {
      expect(vault.isOpen).toBe(false);
      expect(await vault.list()).toEqual(LOCKED);
      expect(await vault.put(recordOf())).toEqual(LOCKED);
      expect(await vault.remove('a')).toEqual(LOCKED);
      expect(await vault.eraseClient('a')).toEqual(LOCKED);
      expect(await vault.exportFile(WORDS)).toEqual(LOCKED);
      expect(await vault.importFile(new Uint8Array(), WORDS)).toEqual(LOCKED);
      expect(await vault.changePassphrase(WORDS, OTHER_WORDS)).toEqual(LOCKED);
    }
  });

  it('C11 give nothing out that was read when the lock fell', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    await vault.put(recordOf());
    const reading = vault.list();
    vault.lock();
    expect(await reading).toEqual(LOCKED);
  });

  it('C11 still write what was being written', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const record = recordOf();
    const writing = vault.put(record);
    vault.lock();
    expect((await writing).ok).toBe(true);
    expect(await recordsOf(await opened(profile.vault()))).toEqual([record]);
  });

  it('take each other’s spares for none of their own, and lose no record', async () => {
    const profile = browserProfile();
    const one = await created(profile.vault());
    const other = await opened(profile.vault());
    await one.list();
    await other.list();
    const records = Array.from({ length: 70 }, () => recordOf());
    await Promise.all(records.map((record, at) => (at % 2 ? one : other).put(record)));
    expect(await recordsOf(one)).toHaveLength(70);
    expect(await recordsOf(other)).toHaveLength(70);
    expect((await profile.count()) % 64).toBe(0);
  });

  it('of two changes to one record the later stays, whichever was sealed first', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const record = recordOf();
    await Promise.all([1, 2, 3, 4, 5].map((changedAt) => vault.put({ ...record, changedAt })));
    expect(await recordsOf(vault)).toEqual([{ ...record, changedAt: 5 }]);
  });
});

describe('erasing (C11)', () => {
  it('C11 takes everything of one client and nothing of another', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const [one, other] = [recordOf({ kind: 'client' }), recordOf({ kind: 'client' })];
    const ofOther = recordOf({ clientId: other.id });
    await vault.put(one, other, recordOf({ clientId: one.id }), recordOf({ clientId: one.id }), ofOther);
    expect(await vault.eraseClient(one.id)).toEqual({ ok: true, value: { erased: 3, damaged: [] } });
    expect((await recordsOf(vault)).map(({ id }) => id)).toEqual([other.id, ofOther.id].sort());
    expect(await profile.count()).toBe(64);
  });

  it('C11 takes all, here and in other windows, and nothing is made anew', async () => {
    const profile = browserProfile();
    const one = await created(profile.vault());
    const other = await opened(profile.vault());
    await one.put(recordOf());
    expect(await one.eraseAll()).toEqual({ ok: true, value: null });
    expect(other.isOpen).toBe(false);
    await other.put(recordOf());
    expect(await profile.databases()).toEqual([]);
    expect(await profile.vault().state()).toEqual({ ok: true, value: 'none' });
  });

  it('C11 takes all also where the passphrase is lost', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    expect(await profile.vault().erase()).toEqual({ ok: true, value: null });
    expect(vault.isOpen).toBe(false);
    expect(await profile.databases()).toEqual([]);
  });
});

describe('a full disk', () => {
  it('is told, and what was there stays', async () => {
    const profile = browserProfile();
    const vault = await created(profile.vault());
    const record = recordOf();
    await vault.put(record);
    const { Dexie } = await import('dexie');
    const full = new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('full'));
    vi.spyOn(Dexie.prototype, 'transaction').mockRejectedValueOnce(full as never);
    expect(await vault.put({ ...record, changedAt: 2_000 })).toEqual({
      ok: false,
      problem: { kind: 'storage-full' },
    });
    vi.restoreAllMocks();
    expect(await recordsOf(vault)).toEqual([record]);
  });
});
