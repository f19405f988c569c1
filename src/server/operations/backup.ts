import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { change } from '../database/change.ts';
import { type Db, MIGRATIONS } from '../database/database.ts';
import { KEPT_TABLES } from './tables-in-order.ts';

// A backup is text, a line a row, in words that both kinds of database write and read: so it is also the way from the
// embedded one to PostgreSQL.

export const FORMAT = 'waypost-desk-backup/1';

export interface BackupHead {
  readonly format: typeof FORMAT;
  /** Of the newest migration, so that a backup is put back into the same tables. */
  readonly tables: string;
  readonly rows: Readonly<Record<string, number>>;
}

export function tablesNow(): string {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).at(-1)?.hash ?? '';
}

/** Everything that the desk keeps, as it was at one moment. That it was taken is an entry of the log. */
export async function takeBackup(db: Db, now: Date): Promise<string> {
  // Inside of a change nobody else changes anything.
  return await change(db, now, async ({ tx, say }) => {
    await say({ actor: 'server', action: 'desk.backed-up', object: 'desk' });
    const rows: Record<string, number> = {};
    const lines: string[] = [];
    for (const name of KEPT_TABLES) {
      const found = await rowsOf(tx, name);
      rows[name] = found.length;
      lines.push(...found);
    }
    const head: BackupHead = { format: FORMAT, tables: tablesNow(), rows };
    return `${[JSON.stringify(head), ...lines].join('\n')}\n`;
  });
}

async function rowsOf(tx: Db, name: string): Promise<string[]> {
  const found = (await tx.execute(
    sql`select to_jsonb(one)::text as line from ${sql.identifier(name)} one`,
  )) as { rows: { line: string }[] };
  return found.rows.map(({ line }) => line);
}
