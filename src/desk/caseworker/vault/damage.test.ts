import { describe, expect, it } from 'vitest';
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
import { rowIdOf } from './sealed-rows.ts';
import type { StoredHead, StoredRow } from './vault-database.ts';
import { deriveKeys } from './vault-keys.ts';

const NOT_OPENED = { ok: false, problem: { kind: 'not-opened' } };
const flip = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1);

/** A vault of two records, and the rows they lie in, found with keys of our own. */
async function vaultOfTwo() {
  const profile = browserProfile();
  const vault = await created(profile.vault());
  const records = [recordOf(), recordOf()] as const;
  await vault.put(...records);
  const { salt, parameters } = await headOf(profile);
  const keys = await deriveKeys(WORDS, salt, parameters);
  const rowIds = [await rowIdOf(keys, records[0].id), await rowIdOf(keys, records[1].id)] as const;
  const change = (rowId: string, how: (row: StoredRow) => Partial<StoredRow>) =>
    profile.inDatabase(async ({ rows }) => {
      const row = await rows.get(rowId);
      if (row) await rows.put({ ...row, ...how(row) });
    });
  return { profile, records, rowIds, change };
}

async function headOf(profile: ReturnType<typeof browserProfile>): Promise<StoredHead> {
  const head = await profile.inDatabase(({ head }) => head.get('head'));
  if (!head) throw new Error('tests: no head');
  return head;
}

describe('a row that was changed (X11)', () => {
  const CHANGES: Readonly<Record<string, (row: StoredRow) => Partial<StoredRow>>> = {
    'its first byte': ({ bytes }) => ({ bytes: flip(bytes, 0) }),
    'a byte in the middle': ({ bytes }) => ({ bytes: flip(bytes, 2_000) }),
    'its last byte': ({ bytes }) => ({ bytes: flip(bytes, bytes.length - 1) }),
    'its IV': ({ iv }) => ({ iv: flip(iv, 11) }),
    'a byte less': ({ bytes }) => ({ bytes: bytes.slice(0, -1) }),
    'only its beginning': ({ bytes }) => ({ bytes: bytes.slice(0, 16) }),
    'nothing at all': () => ({ bytes: new Uint8Array(), iv: new Uint8Array() }),
    'no bytes but a text': () => ({ bytes: 'text' as unknown as Uint8Array }),
    'no IV': () => ({ iv: undefined as unknown as Uint8Array }),
  };

  it.each(Object.entries(CHANGES))(
    'X11 %s: is named, the other opens, nothing is deleted',
    async (_, how) => {
      const { profile, records, rowIds, change } = await vaultOfTwo();
      await change(rowIds[0], how);
      const before = await profile.rows();
      const vault = await opened(profile.vault());
      expect(gained(await vault.list())).toEqual({ records: [records[1]], damaged: [rowIds[0]] });
      await vault.put(records[1]);
      const ids = (rows: readonly StoredRow[]) => rows.map(({ id }) => id).sort();
      expect(ids(await profile.rows())).toEqual(ids(before));
    },
  );

  it('X11 moved to another name: is refused there', async () => {
    const { profile, rowIds, records } = await vaultOfTwo();
    await profile.inDatabase(async ({ rows }) => {
      const row = await rows.get(rowIds[0]);
      if (row) await rows.put({ ...row, id: 'f'.repeat(32) });
    });
    const vault = await opened(profile.vault());
    const { damaged } = gained(await vault.list());
    expect(damaged).toEqual(['f'.repeat(32)]);
    expect(await recordsOf(vault)).toHaveLength(records.length);
  });

  it('X11 swapped with another: both are refused', async () => {
    const { profile, rowIds } = await vaultOfTwo();
    await profile.inDatabase(async ({ rows }) => {
      const [one, other] = await rows.bulkGet([...rowIds]);
      if (one && other)
        await rows.bulkPut([
          { ...other, id: one.id },
          { ...one, id: other.id },
        ]);
    });
    const vault = await opened(profile.vault());
    const { records, damaged } = gained(await vault.list());
    expect(records).toEqual([]);
    expect([...damaged].sort()).toEqual([...rowIds].sort());
  });

  it('X11 taken from a vault of the same passphrase and salt: is refused', async () => {
    const one = await vaultOfTwo();
    const [row] = await one.profile.inDatabase(({ rows }) => rows.bulkGet([one.rowIds[0]]));
    const head = await headOf(one.profile);
    const other = browserProfile();
    await created(other.vault());
    // The same keys under another vault's name: only that name is not the same.
    const { sealHead } = await import('./sealed-rows.ts');
    const keys = await deriveKeys(WORDS, head.salt, head.parameters);
    const otherHead = await sealHead(keys, { ...head, vault: 'e'.repeat(32) });
    await other.inDatabase(async (database) => {
      await database.rows.clear();
      await database.head.put(otherHead);
      if (row) await database.rows.put(row);
    });
    const vault = await opened(other.vault());
    expect(gained(await vault.list())).toEqual({ records: [], damaged: [row?.id] });
  });

  it('C11 erasing a client tells of rows that may be theirs', async () => {
    const { profile, records, rowIds, change } = await vaultOfTwo();
    await change(rowIds[0], ({ bytes }) => ({ bytes: flip(bytes, 0) }));
    const vault = await opened(profile.vault());
    expect(gained(await vault.eraseClient(records[1].id))).toEqual({ erased: 1, damaged: [rowIds[0]] });
  });
});

describe('a head that was changed', () => {
  const CHANGES: Readonly<Record<string, (head: StoredHead) => Partial<StoredHead>>> = {
    'its salt': ({ salt }) => ({ salt: flip(salt, 0) }),
    'a lower cost': () => ({ parameters: { N: 2, r: 8, p: 1 } }),
    'a cost that no device can bear': () => ({ parameters: { N: 2 ** 40, r: 8, p: 1 } }),
    'a cost that is none': () => ({ parameters: { N: Number.NaN, r: -1, p: 0 } }),
    'no cost': () => ({ parameters: undefined as never }),
    'no salt': () => ({ salt: undefined as never }),
    'its sealed words': ({ bytes }) => ({ bytes: flip(bytes, 0) }),
    'another name of the vault': () => ({ vault: 'a' }),
  };

  it.each(Object.entries(CHANGES))('%s: opens as a wrong passphrase does', async (_, how) => {
    const { profile } = await vaultOfTwo();
    const before = await profile.fingerprint();
    await profile.inDatabase(async ({ head }) => {
      const now = await head.get('head');
      if (now) await head.put({ ...now, ...how(now) });
    });
    expect(await profile.vault().open(WORDS)).toEqual(NOT_OPENED);
    expect(await profile.fingerprint()).toBe(before);
  });
});

describe('changing the passphrase (C11)', () => {
  it('C11 opens everything with the new words and nothing with the old', async () => {
    const { profile, records } = await vaultOfTwo();
    const vault = await opened(profile.vault());
    const before = await profile.rows();
    expect(await vault.changePassphrase(WORDS, OTHER_WORDS)).toEqual({ ok: true, value: null });
    const late = recordOf();
    await vault.put(late);
    expect(await recordsOf(vault)).toHaveLength(3);
    expect(await profile.vault().open(WORDS)).toEqual(NOT_OPENED);
    expect((await recordsOf(await opened(profile.vault(), OTHER_WORDS))).map(({ id }) => id)).toEqual(
      [...records, late].map(({ id }) => id).sort(),
    );
    // No row is left that the old words would open, and none has its old name.
    const old = new Set(before.map(({ id }) => id));
    const rows = await profile.rows();
    expect(rows).toHaveLength(64);
    expect(rows.filter(({ id }) => old.has(id))).toEqual([]);
  });

  it('C11 asks for the current words again', async () => {
    const { profile } = await vaultOfTwo();
    const vault = await opened(profile.vault());
    expect(await vault.changePassphrase(OTHER_WORDS, OTHER_WORDS)).toEqual(NOT_OPENED);
    expect(await recordsOf(await opened(profile.vault()))).toHaveLength(2);
  });

  it('C11 leaves a damaged row where it is', async () => {
    const { profile, rowIds, change, records } = await vaultOfTwo();
    await change(rowIds[0], ({ bytes }) => ({ bytes: flip(bytes, 0) }));
    const row = await profile.inDatabase(({ rows }) => rows.get(rowIds[0]));
    const vault = await opened(profile.vault());
    await vault.changePassphrase(WORDS, OTHER_WORDS);
    expect(gained(await vault.list())).toEqual({ records: [records[1]], damaged: [rowIds[0]] });
    expect(await profile.inDatabase(({ rows }) => rows.get(rowIds[0]))).toEqual(row);
  });

  it('C11 locks every other window, and one that did not hear of it writes nothing', async () => {
    const { profile } = await vaultOfTwo();
    const one = await opened(profile.vault());
    const told = await opened(profile.vault());
    const deaf = await opened(profile.vault({ channel: { tell: () => {}, listen: () => () => {} } }));
    await one.changePassphrase(WORDS, OTHER_WORDS);
    expect(told.isOpen).toBe(false);
    const before = await profile.fingerprint();
    expect(await deaf.put(recordOf())).toEqual({ ok: false, problem: { kind: 'locked' } });
    expect(deaf.isOpen).toBe(false);
    expect(await profile.fingerprint()).toBe(before);
  });

  it('C11 loses nothing that another window writes meanwhile', async () => {
    const { profile } = await vaultOfTwo();
    const one = await opened(profile.vault());
    const other = await opened(profile.vault());
    const written = recordOf();
    const [changed, put] = await Promise.all([
      one.changePassphrase(WORDS, OTHER_WORDS),
      other.put(written).then(() => other.put(written)),
    ]);
    expect(changed.ok).toBe(true);
    const ids = (await recordsOf(await opened(profile.vault(), OTHER_WORDS))).map(({ id }) => id);
    // The second of its writings may have come too late and been refused; a record that was taken is there.
    expect(put.ok || put.problem.kind === 'locked').toBe(true);
    expect(ids).toContain(written.id);
  });
});
