import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/** What a database says where another process makes the same table, or the same name in its catalogue, at this moment. */
const MADE_MEANWHILE = new Set(['42P06', '42P07', '42710', '23505', '40001']);
const TRIES = 20;
const PAUSE_MS = 50;

/**
 * Migrates while no other process does: two servers that start at once wait for each other at a row of a table, which
 * every database has, not at an advisory lock, which some do not.
 */
export async function migrateOnce(db: Db, migrate: () => Promise<void>): Promise<void> {
  await makeLock(db);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select id from migrating where id = 1 for update`);
    // Over another connection, whose work is there for everybody before this one lets go.
    await migrate();
  });
}

async function makeLock(db: Db): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await db.execute(sql`create table if not exists migrating (id integer primary key)`);
      await db.execute(sql`insert into migrating (id) values (1) on conflict do nothing`);
      return;
    } catch (error) {
      if (attempt >= TRIES || !MADE_MEANWHILE.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The SQLSTATE, also where Drizzle wrapped what the driver threw. */
export function codeOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return '';
}
