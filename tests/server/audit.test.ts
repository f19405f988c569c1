import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/server/audit/verify-log.ts';
import { change } from '../../src/server/database/change.ts';
import { log, logEnd } from '../../src/server/database/tables.ts';
import { DATABASES, openDesk, type TestDesk } from './harness.ts';

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(kind, { isNew: true });
  });
  afterAll(() => desk.close());

  const write = (object: string) =>
    change(desk.db, desk.clock.now(), ({ say }) =>
      say({
        actor: 'somebody',
        action: 'task.done',
        object,
        detail: { state: 'made', fields: ['hours', 'cost'] },
      }),
    );

  beforeEach(async () => {
    await desk.db.delete(log);
    await desk.db.delete(logEnd);
    for (const object of ['one', 'two', 'three']) await write(object);
  });

  test('SV-14 a log that nobody touched is whole, and says when, who and what in UTC', async () => {
    expect(await verifyLog(desk.db)).toEqual({ ok: true, value: 3 });
    const [first] = await desk.db.select().from(log).where(eq(log.seq, 1));
    expect(first).toMatchObject({
      at: '2026-12-01T09:00:00.000Z',
      actor: 'somebody',
      object: 'one',
      previous: '',
    });
  });

  test.each([
    ['a word of an entry', () => desk.db.update(log).set({ object: 'other' }).where(eq(log.seq, 2))],
    [
      'the day of an entry',
      () => desk.db.update(log).set({ at: '2026-11-01T09:00:00.000Z' }).where(eq(log.seq, 2)),
    ],
    [
      'a detail of an entry',
      () =>
        desk.db
          .update(log)
          .set({ detail: { state: 'made' } })
          .where(eq(log.seq, 2)),
    ],
    ['who did it', () => desk.db.update(log).set({ actor: 'another' }).where(eq(log.seq, 2))],
  ])('SV-14 %s that was changed is found', async (_, tamper) => {
    await tamper();
    expect(await verifyLog(desk.db)).toEqual({ ok: false, problem: { kind: 'changed', seq: 2 } });
  });

  test('SV-14 an entry that was taken out leaves a gap', async () => {
    await desk.db.delete(log).where(eq(log.seq, 2));
    expect(await verifyLog(desk.db)).toEqual({ ok: false, problem: { kind: 'gap', seq: 2 } });
  });

  test('SV-14 an entry that was taken out, with the numbers moved up, is not bound to the one before', async () => {
    await desk.db.delete(log).where(eq(log.seq, 2));
    await desk.db.update(log).set({ seq: 2 }).where(eq(log.seq, 3));
    expect(await verifyLog(desk.db)).toEqual({ ok: false, problem: { kind: 'unbound', seq: 2 } });
  });

  test('SV-14 an end that was cut off is found', async () => {
    await desk.db.delete(log).where(eq(log.seq, 3));
    expect(await verifyLog(desk.db)).toEqual({ ok: false, problem: { kind: 'cut', seq: 3 } });
  });

  test('SV-14 an entry that was put in past the server is found', async () => {
    await desk.db.execute(
      sql`insert into log select 4, at, actor, action, object, detail, hash, hash from log where seq = 3`,
    );
    expect(await verifyLog(desk.db)).toEqual({ ok: false, problem: { kind: 'changed', seq: 4 } });
  });

  test('SV-14 changes at the same time leave one whole log, and one that fails leaves nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`at once ${index}`)));
    const failing = change(desk.db, desk.clock.now(), async ({ say }) => {
      await say({ actor: 'somebody', action: 'task.done', object: 'fails' });
      throw new Error('tests: on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await verifyLog(desk.db)).toEqual({ ok: true, value: 23 });
  });
});
