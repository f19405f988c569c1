import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifySince } from '../../src/server/audit/verify-since.ts';
import { type Db, type OpenDatabase, openDatabase } from '../../src/server/database/database.ts';
import * as tables from '../../src/server/database/tables.ts';
import { takeBackup } from '../../src/server/operations/backup.ts';
import { restoreBackup } from '../../src/server/operations/restore.ts';
import { openSealed, seal } from '../../src/server/operations/sealed.ts';
import { KEPT_TABLES } from '../../src/server/operations/tables-in-order.ts';
import { newAuthenticator } from './authenticator.ts';
import { signIn, welcome } from './ceremonies.ts';
import type { TestPlace } from './databases.ts';
import { DATABASES, openDesk, type TestDesk } from './harness.ts';

const WAYS = DATABASES.flatMap((from) => DATABASES.map((to) => ({ from, to })));

test('SV-18 a backup leaves out no table but sessions and challenges', () => {
  const all = Object.values(tables as Record<string, unknown>).flatMap((one) =>
    is(one, PgTable) ? [getTableName(one)] : [],
  );
  expect([...KEPT_TABLES, 'sessions', 'challenges'].sort()).toEqual(all.sort());
});

describe.each(DATABASES)('from $kind', (from) => {
  let desk: TestDesk;
  let text: string;
  const device = newAuthenticator();
  beforeAll(async () => {
    desk = await openDesk(from);
    const pair = [
      await desk.signIn('coordinator', { isSteppedUp: true }),
      await desk.signIn('coordinator', { isSteppedUp: true }),
    ] as const;
    await welcome(pair, desk.client(), device, { name: 'Naïma العربية' });
    await desk.db.insert(tables.listings).values({
      id: '5d3c6f0e-0000-4000-8000-000000000001',
      region: 'sample',
      version: 3,
      body: { name: 'A "quoted"\nname', hours: null } as never,
      checkedFields: { hours: '2026-11-01' },
      closedOn: '2026-12-24',
      changedAt: desk.clock.now(),
      changedSeq: 12,
    });
    text = await takeBackup(desk.db, desk.clock.now());
  });
  afterAll(() => desk.close());

  describe.each(WAYS.filter((way) => way.from === from))('to $to.kind', ({ to }) => {
    let place: TestPlace;
    let other: OpenDatabase;
    afterEach(async () => {
      await other.close();
      await place.remove();
    });

    test('SV-18 everything is there again, and its log is whole', async () => {
      place = await to.newPlace();
      other = await openDatabase(place.place);
      const outcome = await restoreBackup(other.db, text);
      const [{ seq } = { seq: 0 }] = await desk.db.select().from(tables.logEnd);
      expect(outcome).toEqual({ ok: true, value: seq });
      for (const name of KEPT_TABLES)
        expect(await rowsOf(other.db, name), name).toEqual(await rowsOf(desk.db, name));
      expect(await rowsOf(other.db, 'sessions')).toEqual([]);
    });

    test('SV-18 it is put into an empty database only, and is whole or not at all', async () => {
      place = await to.newPlace();
      other = await openDatabase(place.place);
      const lines = text.split('\n');
      expect(await restoreBackup(other.db, lines.slice(0, -2).join('\n'))).toEqual({
        ok: false,
        problem: 'is not whole',
      });
      const broken = [...lines];
      broken[2] = '{"id": "no id"}';
      await expect(restoreBackup(other.db, broken.join('\n'))).rejects.toThrow();
      expect(await rowsOf(other.db, 'accounts')).toEqual([]);
      expect((await restoreBackup(other.db, text)).ok).toBe(true);
      expect(await restoreBackup(other.db, text)).toMatchObject({
        problem: expect.stringContaining('not empty'),
      });
    });

    test('SV-14 SV-18 a log that was changed in a backup is told', async () => {
      place = await to.newPlace();
      other = await openDatabase(place.place);
      const changed = text.replace('"action": "person.invited"', '"action": "person.removed"');
      expect(changed).not.toBe(text);
      expect(await restoreBackup(other.db, changed)).toMatchObject({
        problem: expect.stringContaining('was changed'),
      });
    });
  });

  test('SV-18 after a restore the same passkey signs in', async () => {
    const again = await openDesk(from, { isNew: true });
    await restoreBackup(again.db, text);
    expect(await signIn(again.client(), device)).toMatchObject({
      status: 200,
      body: { me: { name: 'Naïma العربية' } },
    });
    await again.close();
  });

  test('SV-14 an end that was kept elsewhere finds a log that was written anew', async () => {
    const end = await verifySince(desk.db);
    if (!end.ok) throw new Error('tests: the log is not whole');
    const { seq, hash } = end.value;
    expect((await verifySince(desk.db, `${seq}:${hash}`)).ok).toBe(true);
    expect(await verifySince(desk.db, `${seq}:${'0'.repeat(64)}`)).toMatchObject({
      problem: { kind: 'changed', seq },
    });
    expect(await verifySince(desk.db, `${seq + 1}:${hash}`)).toMatchObject({ problem: { kind: 'cut' } });
  });
});

describe('a locked backup', () => {
  const TEXT = `Naïma ${'and others '.repeat(2000)}`;

  test('SV-18 opens with its passphrase and no other, and shows nothing', async () => {
    const sealed = await seal(TEXT, { passphrase: 'six words that nobody guesses' });
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('others');
    expect(await openSealed(sealed, { passphrase: 'six words that nobody guesses' })).toEqual({
      ok: true,
      value: TEXT,
    });
    expect((await openSealed(sealed, { passphrase: 'six other words' })).ok).toBe(false);
  });

  test('SV-18 opens with the key of its recipient, and not once a byte is another', async () => {
    const identity = await generateX25519Identity();
    const sealed = await seal(TEXT, { recipient: await identityToRecipient(identity) });
    expect(await openSealed(sealed, { identity })).toEqual({ ok: true, value: TEXT });
    expect((await openSealed(sealed, { identity: await generateX25519Identity() })).ok).toBe(false);
    const damaged = Uint8Array.from(sealed);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    expect((await openSealed(damaged, { identity })).ok).toBe(false);
  });
});

async function rowsOf(db: Db, name: string): Promise<string[]> {
  const { rows } = (await db.execute(
    sql`select to_jsonb(one)::text as line from ${sql.identifier(name)} one order by 1`,
  )) as unknown as { rows: { line: string }[] };
  return rows.map(({ line }) => line);
}
