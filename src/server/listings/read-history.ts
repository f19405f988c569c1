import { asc, eq, inArray } from 'drizzle-orm';
import type { HistoryStep } from '../../core/desk-api.ts';
import type { Db } from '../database/database.ts';
import { accounts, listingVersions } from '../database/tables.ts';

/** Every version of a listing, the first one first, with who proposed and who approved it. */
export async function readHistory(db: Db, listingId: string): Promise<HistoryStep[]> {
  const steps = await db
    .select()
    .from(listingVersions)
    .where(eq(listingVersions.listingId, listingId))
    .orderBy(asc(listingVersions.version));
  const names = await readNames(
    db,
    steps.flatMap(({ authorId, approverId }) => [authorId, approverId]),
  );
  return steps.map(({ version, at, editId, authorId, approverId, changes, isPurged }) => ({
    version,
    at: at.toISOString(),
    editId,
    author: nameIn(names, authorId),
    approver: approverId === null ? null : nameIn(names, approverId),
    changes,
    isPurged,
  }));
}

/** The names that people chose for this desk, by their ids. */
export async function readNames(
  db: Db,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const found = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Empty: nobody's, as of what came out of a file or from a provider. */
export function nameIn(names: ReadonlyMap<string, string>, id: string | null): string {
  return id === null ? '' : (names.get(id) ?? '');
}
