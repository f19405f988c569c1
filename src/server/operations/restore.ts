import { sql } from 'drizzle-orm';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type BrokenLog, verifyLog } from '../audit/verify-log.ts';
import type { Db } from '../database/database.ts';
import { log } from '../database/tables.ts';
import { type BackupHead, FORMAT, tablesNow } from './backup.ts';
import { KEPT_TABLES } from './tables-in-order.ts';

const AT_ONCE = 500;

/** Puts a backup into an empty database, all of it or nothing, and reads its log. Answers with the log's entries. */
export async function restoreBackup(db: Db, text: string): Promise<Result<number, string>> {
  const lines = text.split('\n');
  const head = headIn(lines[0] ?? '');
  if (!head.ok) return head;
  const counted = KEPT_TABLES.reduce((sum, name) => sum + (head.value.rows[name] ?? 0), 0);
  if (lines.length !== counted + 2 || lines.at(-1) !== '') return fail('is not whole');
  const [entry] = await db.select().from(log).limit(1);
  if (entry) return fail('was not restored: the database is not empty');
  await db.transaction(async (tx) => {
    let next = 1;
    for (const name of KEPT_TABLES) {
      const rows = lines.slice(next, next + (head.value.rows[name] ?? 0));
      next += rows.length;
      for (let first = 0; first < rows.length; first += AT_ONCE)
        await put(tx as Db, name, rows.slice(first, first + AT_ONCE));
    }
  });
  const whole = await verifyLog(db);
  return whole.ok ? whole : fail(`was restored, but ${wordsOf(whole.problem)}`);
}

async function put(tx: Db, name: string, rows: readonly string[]): Promise<void> {
  const table = sql.identifier(name);
  await tx.execute(
    sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${`[${rows.join()}]`}::jsonb)`,
  );
}

function headIn(line: string): Result<BackupHead, string> {
  try {
    const head = JSON.parse(line) as Partial<BackupHead> | null;
    if (head?.format !== FORMAT || typeof head.rows !== 'object') return fail('is not a backup of a desk');
    if (head.tables !== tablesNow())
      return fail('was made by another version: restore it with that one, then upgrade');
    return succeed(head as BackupHead);
  } catch {
    return fail('is not a backup of a desk');
  }
}

/** Where a log is broken, for whoever looks after the server. */
export function wordsOf({ kind, seq }: BrokenLog): string {
  switch (kind) {
    case 'gap':
      return `the log lacks entry ${seq}`;
    case 'changed':
      return `entry ${seq} of the log was changed`;
    case 'unbound':
      return `entry ${seq} of the log does not follow from the one before`;
    case 'cut':
      return `the log does not end where it should, after entry ${seq - 1}`;
  }
}
