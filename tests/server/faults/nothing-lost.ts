import { expect } from 'vitest';
import { verifyLog } from '../../../src/server/audit/verify-log.ts';
import type { Db } from '../../../src/server/database/database.ts';
import { edits, listings, listingVersions, log } from '../../../src/server/database/tables.ts';
import type { Acknowledged } from './load.ts';

/** What was acknowledged is there, once, as it was sent; and the log is whole. */
export async function assertNothingLost(db: Db, kept: Acknowledged): Promise<void> {
  const rows = new Map((await db.select().from(edits)).map((row) => [row.id, row]));
  const steps = await db.select().from(listingVersions);
  for (const [id, { edit, hash }] of kept.edits)
    expect(rows.get(id), `edit ${id}`).toMatchObject({ content: edit, hash });
  for (const id of kept.approved) {
    expect(rows.get(id)?.state).toBe('approved');
    expect(steps.filter(({ editId }) => editId === id)).toHaveLength(1);
  }
  // Of what nobody was told, either all of it happened or nothing did.
  for (const { id, state } of rows.values())
    expect(steps.filter(({ editId }) => editId === id)).toHaveLength(state === 'approved' ? 1 : 0);
  for (const { id, version } of await db.select().from(listings)) {
    const versions = steps.filter(({ listingId }) => listingId === id).map((one) => one.version);
    expect(versions.sort((one, other) => one - other)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
  }
  const entries = await db.select({ seq: log.seq }).from(log);
  expect(await verifyLog(db)).toEqual({ ok: true, value: entries.length });
}
