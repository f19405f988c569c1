import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { listingVersions } from '../database/tables.ts';

/** The fields that later versions changed: what was confirmed of them was another value. */
export async function fieldsSince(db: Db, listingId: string, version: number): Promise<Set<string>> {
  const steps = await db
    .select({ changes: listingVersions.changes })
    .from(listingVersions)
    .where(and(eq(listingVersions.listingId, listingId), gt(listingVersions.version, version)));
  return new Set(steps.flatMap(({ changes }) => changes.map(({ field }) => field)));
}
