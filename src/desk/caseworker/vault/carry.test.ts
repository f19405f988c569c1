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
  waysToWrite,
} from '../../../../tests/fixtures/vault-profile.ts';
import { sealFile } from './carry-file.ts';

const FILE_WORDS = 'eleven buckets full of gravel';

async function twoDevices() {
  const [home, away] = [browserProfile(), browserProfile()];
  const vault = await created(home.vault());
  return { home, away, vault };
}

const asFile = (content: unknown) =>
  sealFile(new TextEncoder().encode(JSON.stringify(content)), FILE_WORDS, 4);

describe('a file for another device (C11)', () => {
  it('C11 carries everything to another profile and back', async () => {
    const { home, away, vault } = await twoDevices();
    const records = [recordOf({ kind: 'client' }), recordOf({ content: { note: 'قارب الورق' } })];
    await vault.put(...records);
    const { bytes, damaged } = gained(await vault.exportFile(FILE_WORDS));
    expect(damaged).toEqual([]);

    const there = await created(away.vault(), OTHER_WORDS);
    expect(await there.importFile(bytes, FILE_WORDS)).toEqual({
      ok: true,
      value: { added: 2, updated: 0, kept: 0 },
    });
    const [first] = records;
    if (!first) throw new Error('tests: none');
    await there.put({ ...first, changedAt: 2_000, content: 'changed away' }, recordOf({ kind: 'new' }));
    const back = gained(await there.exportFile(FILE_WORDS));

    home.use();
    expect(await vault.importFile(back.bytes, FILE_WORDS)).toEqual({
      ok: true,
      value: { added: 1, updated: 1, kept: 1 },
    });
    const here = await recordsOf(vault);
    away.use();
    expect(here).toEqual(await recordsOf(there));
  });

  it('C11 is an age file with nothing in it to read, and of one length for few records', async () => {
    const { vault } = await twoDevices();
    const empty = gained(await vault.exportFile(FILE_WORDS));
    const record = recordOf({ kind: 'shortlist', content: { note: 'CANARY-kettle-ladder' } });
    await vault.put(record);
    const { bytes } = gained(await vault.exportFile(FILE_WORDS));
    expect(new TextDecoder().decode(bytes.slice(0, 40))).toContain('age-encryption.org/v1\n-> scrypt ');
    for (const text of ['CANARY-kettle-ladder', record.id, 'shortlist', 'desk-records', FILE_WORDS])
      for (const written of waysToWrite(text)) expect(Buffer.from(bytes).includes(written)).toBe(false);
    expect(bytes.length).toBe(empty.bytes.length);
  });

  it('C11 keeps what is newer here, and takes what is newer there', async () => {
    const { away, vault } = await twoDevices();
    const [old, same, young] = [1, 2, 3].map((changedAt) => recordOf({ changedAt: 1_000 * changedAt }));
    if (!old || !same || !young) throw new Error('tests: none');
    await vault.put(old, same, young);
    const { bytes } = gained(await vault.exportFile(FILE_WORDS));
    const there = await created(away.vault());
    const newer = { ...old, changedAt: 9_000, content: 'newer' };
    const older = { ...young, changedAt: 500, content: 'older' };
    await there.put(newer, same, older);
    expect(await there.importFile(bytes, FILE_WORDS)).toEqual({
      ok: true,
      value: { added: 0, updated: 1, kept: 2 },
    });
    const found = new Map((await recordsOf(there)).map((one) => [one.id, one]));
    expect([found.get(old.id), found.get(same.id), found.get(young.id)]).toEqual([newer, same, young]);
    // Twice is as once.
    expect(await there.importFile(bytes, FILE_WORDS)).toEqual({
      ok: true,
      value: { added: 0, updated: 0, kept: 3 },
    });
  });

  it('C11 tells of what it could not take along', async () => {
    const { home, vault } = await twoDevices();
    const record = recordOf();
    await vault.put(record);
    await home.inDatabase(async ({ rows }) => {
      const one = await rows.toCollection().first();
      if (one) await rows.put({ ...one, bytes: one.bytes.slice(1) });
    });
    expect(gained(await vault.exportFile(FILE_WORDS)).damaged).toHaveLength(1);
  });
});

describe('a file that is not right', () => {
  async function refused(bytes: Uint8Array, words = FILE_WORDS) {
    const { home, vault } = await twoDevices();
    await vault.put(recordOf());
    const before = await home.fingerprint();
    const outcome = await vault.importFile(bytes, words);
    // Not one row was touched.
    expect(await home.fingerprint()).toBe(before);
    return outcome.ok ? 'taken' : outcome.problem.kind;
  }
  const good = () => asFile({ format: 'desk-records', version: 1, records: [recordOf()] });

  it('C11 is taken when it is right: what follows is refused for its own sake', async () => {
    const { vault } = await twoDevices();
    expect((await vault.importFile(await good(), FILE_WORDS)).ok).toBe(true);
  });

  it('C11 with other words does not open', async () => {
    expect(await refused(await good(), OTHER_WORDS)).toBe('file-not-opened');
    expect(await refused(await good(), '')).toBe('file-not-opened');
  });

  it.each([0, 1, 100, 200, -1])('C11 cut off after %i bytes does not open', async (length) => {
    expect(await refused((await good()).slice(0, length))).toBe('file-not-opened');
  });

  it('C11 with any byte changed does not open', async () => {
    const bytes = await good();
    for (const at of [0, 30, 60, 110, bytes.length - 1])
      expect(await refused(bytes.with(at, (bytes[at] ?? 0) ^ 1))).toBe('file-not-opened');
  });

  it.each([
    ['of a later version', { format: 'desk-records', version: 2, records: [] }],
    ['of another program', { format: 'other', version: 1, records: [] }],
    ['without records', { format: 'desk-records', version: 1 }],
    ['that is a list', []],
    ['that is nothing', null],
    ['with one bad record', { records: [recordOf(), { ...recordOf(), id: 7 }] }],
    ['with a record without a time', { records: [{ ...recordOf(), changedAt: 'now' }] }],
    ['with a record without content', { records: [{ id: 'a', kind: 'b', clientId: null, changedAt: 1 }] }],
  ])('C11 %s is not taken, not even in part', async (_, content) => {
    const whole =
      content && 'records' in content ? { format: 'desk-records', version: 1, ...content } : content;
    expect(await refused(await asFile(whole))).toBe('file-not-understood');
  });
});

describe('locking meanwhile', () => {
  it('C11 a file that was being opened when the lock fell is not taken', async () => {
    const { home, vault } = await twoDevices();
    const bytes = await asFile({ format: 'desk-records', version: 1, records: [recordOf()] });
    const taking = vault.importFile(bytes, FILE_WORDS);
    vault.lock();
    expect(await taking).toEqual({ ok: false, problem: { kind: 'locked' } });
    expect(await recordsOf(await opened(home.vault(), WORDS))).toEqual([]);
  });
});
