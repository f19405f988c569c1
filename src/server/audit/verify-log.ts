import { asc, gt } from 'drizzle-orm';
import type { AuditEntry } from '../../core/desk-api.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Db } from '../database/database.ts';
import { log, logEnd } from '../database/tables.ts';
import { hashOf } from './seal-line.ts';

export interface BrokenLog {
  readonly kind: 'gap' | 'changed' | 'unbound' | 'cut';
  /** The number of the entry where it shows first. */
  readonly seq: number;
}

const AT_ONCE = 1000;

/** Reads the whole log in order; good with the number of its entries, or the first place where it is broken (SV-14). */
export async function verifyLog(db: Db): Promise<Result<number, BrokenLog>> {
  let last = { seq: 0, hash: '' };
  for (;;) {
    const entries = await db
      .select()
      .from(log)
      .where(gt(log.seq, last.seq))
      .orderBy(asc(log.seq))
      .limit(AT_ONCE);
    for (const entry of entries) {
      const kind = faultOf(entry, last);
      if (kind) return fail({ kind, seq: last.seq + 1 });
      last = entry;
    }
    if (entries.length < AT_ONCE) break;
  }
  const [end] = await db.select().from(logEnd);
  const isWhole = (end?.seq ?? 0) === last.seq && (end?.hash ?? '') === last.hash;
  return isWhole ? succeed(last.seq) : fail({ kind: 'cut', seq: last.seq + 1 });
}

function faultOf(entry: AuditEntry, last: { seq: number; hash: string }): BrokenLog['kind'] | undefined {
  if (entry.seq !== last.seq + 1) return 'gap';
  if (entry.previous !== last.hash) return 'unbound';
  return hashOf(entry) === entry.hash ? undefined : 'changed';
}
