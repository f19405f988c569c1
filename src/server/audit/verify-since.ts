import { desc, eq } from 'drizzle-orm';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Db } from '../database/database.ts';
import { log } from '../database/tables.ts';
import { type BrokenLog, verifyLog } from './verify-log.ts';

export interface LogEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Whoever can write to the database can write a whole new log. So the end is kept elsewhere, as `NUMBER:HASH`, and a
 * log is only good if that entry is in it as it was.
 */
export async function verifySince(db: Db, since?: string): Promise<Result<LogEnd, BrokenLog>> {
  const whole = await verifyLog(db);
  if (!whole.ok) return whole;
  if (since !== undefined) {
    const [number = '', hash] = since.split(':');
    const seq = Number(number);
    const [entry] = await db.select({ hash: log.hash }).from(log).where(eq(log.seq, seq));
    if (!entry) return fail({ kind: 'cut', seq: whole.value + 1 });
    if (entry.hash !== hash) return fail({ kind: 'changed', seq });
  }
  const [last] = await db.select({ seq: log.seq, hash: log.hash }).from(log).orderBy(desc(log.seq)).limit(1);
  return succeed(last ?? { seq: 0, hash: '' });
}
