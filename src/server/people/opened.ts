import { eq } from 'drizzle-orm';
import type { Change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { log } from '../database/tables.ts';

// That a desk was opened is an entry of its log: it is never taken back, and nobody can pretend it unseen.
const OPENED = 'desk.opened';

/** What opened the desk: its first two coordinators, or the demo. */
export type OpenedAs = 'desk' | 'demo';

const opened = new WeakSet<Db>();

/** Until both first coordinators are enrolled, nothing else works (settled 36). */
export async function isOpened(db: Db): Promise<boolean> {
  if (opened.has(db)) return true;
  const isSo = (await openedAs(db)) !== null;
  if (isSo) opened.add(db);
  return isSo;
}

export async function openedAs(db: Db): Promise<OpenedAs | null> {
  const [entry] = await db.select({ object: log.object }).from(log).where(eq(log.action, OPENED)).limit(1);
  return (entry?.object as OpenedAs | undefined) ?? null;
}

export async function sayOpened({ say }: Change, as: OpenedAs): Promise<void> {
  await say({ actor: 'server', action: OPENED, object: as });
}
