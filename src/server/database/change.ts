import { eq, sql } from 'drizzle-orm';
import { type LogLine, sealLine } from '../audit/seal-line.ts';
import type { Db } from './database.ts';
import { codeOf } from './migrate-once.ts';
import { log, logEnd } from './tables.ts';

/** What code inside of a change has: the transaction, and the log that says what was done in it. */
export interface Change {
  readonly tx: Db;
  readonly now: Date;
  /** Writes an entry, and answers with its number. */
  readonly say: (line: LogLine) => Promise<number>;
}

/** A database that is distributed, or restarted under us, asks for the whole to be tried again (design: Scale). */
const AGAIN = new Set([
  '40001',
  '40P01',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  'ECONNREFUSED',
  'ECONNRESET',
]);
const TRIES = 6;
const FIRST_PAUSE_MS = 20;

/**
 * Runs `work` in one transaction. Each locks the end of the log before anything else, so that changes come one after
 * the other, the log has no gap, and two people never decide on the same thing at once.
 */
export async function change<Value>(
  db: Db,
  now: Date,
  work: (change: Change) => Promise<Value>,
): Promise<Value> {
  return await again(() =>
    db.transaction(async (tx) => {
      let end: End = await lockEnd(tx as Db);
      return await work({
        tx: tx as Db,
        now,
        say: async (line) => {
          const entry = sealLine(line, now, end);
          await write(tx as Db, entry);
          end = entry;
          return entry.seq;
        },
      });
    }),
  );
}

/** In one statement: the embedded database takes a millisecond for each, and every change of anything comes by here. */
async function write(tx: Db, entry: typeof log.$inferInsert): Promise<void> {
  const written = tx.$with('written').as(tx.insert(log).values(entry).returning({ seq: log.seq }));
  await tx.with(written).update(logEnd).set({ seq: entry.seq, hash: entry.hash }).where(eq(logEnd.id, 1));
}

interface End {
  readonly seq: number;
  readonly hash: string;
}

async function lockEnd(tx: Db): Promise<End> {
  const end = await readEnd(tx);
  if (end) return end;
  // The first change of all. Of two at once, one waits here for the other.
  await tx.insert(logEnd).values({ id: 1, seq: 0, hash: '' }).onConflictDoNothing();
  const begun = await readEnd(tx);
  if (!begun) throw new Error('server: the log has no end');
  return begun;
}

async function readEnd(tx: Db): Promise<End | undefined> {
  const [end] = await tx
    .select({ seq: logEnd.seq, hash: logEnd.hash })
    .from(logEnd)
    .where(eq(logEnd.id, 1))
    .for('update');
  return end;
}

async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES || !AGAIN.has(codeOf(error))) throw error;
      const pause = FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** For readiness: that the database answers at all. */
export async function isAnswering(db: Db): Promise<boolean> {
  return await db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}
