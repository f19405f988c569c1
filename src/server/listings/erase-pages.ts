import { desc, inArray, sql } from 'drizzle-orm';
import { change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { log } from '../database/tables.ts';
import { PURGE_BEGUN } from './purge.ts';

// Everything that held a value, and the statistics of it, which quote the values that are there most often.
const HELD = [
  'listings',
  'listing_places',
  'listing_versions',
  'edits',
  'decisions',
  'checks',
  'pg_statistic',
];
const DONE = 'purge.done';

/**
 * Makes the files of the tables anew, without what was deleted of them, and ends the write-ahead log that still tells it
 * (settled 38). Outside of any transaction, which PostgreSQL asks for.
 */
export async function erasePages(db: Db, now: Date): Promise<void> {
  for (const table of HELD) await db.execute(sql.raw(`vacuum (full, analyze) ${table}`));
  // An old segment would be kept, as it is, to be written over some day.
  await attempt(db, 'set wal_recycle = off');
  await attempt(db, 'select pg_switch_wal()');
  await attempt(db, 'checkpoint');
  await change(db, now, ({ say }) => say({ actor: 'server', action: DONE, object: 'pages' }));
}

/** After a start: a purge whose second half a crash cut off is brought to its end. */
export async function finishPurge(db: Db, now: Date): Promise<void> {
  const [last] = await db
    .select({ action: log.action })
    .from(log)
    .where(inArray(log.action, [PURGE_BEGUN, DONE]))
    .orderBy(desc(log.seq))
    .limit(1);
  if (last?.action === PURGE_BEGUN) await erasePages(db, now);
}

/** An account of a shared PostgreSQL may not be allowed to; its checkpoints come by themselves (docs/SERVER.md). */
async function attempt(db: Db, statement: string): Promise<void> {
  await db.execute(sql.raw(statement)).catch(() => undefined);
}
