import { DATABASE_NAME, waitFor } from './database.ts';

const BUDGET_MS = 1000;

/**
 * Deletes every database and cache of this origin, of older apps too. Each does what it can by itself: a database that
 * cannot be deleted, or a browser that lacks one kind of storage, never keeps the rest from being deleted.
 */
export async function eraseStorage(): Promise<void> {
  await Promise.race([Promise.allSettled([deleteDatabases(), deleteCaches()]), waitFor(BUDGET_MS)]);
}

async function deleteDatabases(): Promise<void> {
  // Ours is deleted even where the browser does not list them (Firefox before 126).
  const known = (await indexedDB.databases?.().catch(() => []))?.flatMap(({ name }) => name ?? []) ?? [];
  await Promise.all([...new Set([DATABASE_NAME, ...known])].map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
}

async function deleteCaches(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}
