// As in store/database.ts, which no page may import.
const DATABASE = 'guide';
const BUDGET_MS = 1000;

/**
 * Deletes whatever this origin keeps, of older apps too, by script alone: workers, caches, databases, files, cookies.
 * Each does what it can by itself: a database that cannot be deleted, or a browser that lacks one kind of storage, never
 * keeps the rest from being deleted.
 */
export async function eraseStorage(): Promise<void> {
  const all = [deleteWorkers(), deleteCaches(), deleteDatabases(), deleteFiles(), deleteCookies()];
  await Promise.race([Promise.allSettled(all), new Promise((resolve) => setTimeout(resolve, BUDGET_MS))]);
}

async function deleteWorkers(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

async function deleteCaches(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function deleteDatabases(): Promise<void> {
  // Ours is deleted even where the browser does not list them (Firefox before 126).
  const known = (await indexedDB.databases?.().catch(() => []))?.flatMap(({ name }) => name ?? []) ?? [];
  await Promise.all([...new Set([DATABASE, ...known])].map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    // Being blocked is not the end: another page holds it open, has been told to leave, and the deletion goes on then.
  });
}

/** Files of the origin's own (OPFS): none is ever written, older apps may have. WebKitGTK has none. */
async function deleteFiles(): Promise<void> {
  const folder = (await navigator.storage?.getDirectory?.()) as
    | (FileSystemDirectoryHandle & { keys(): AsyncIterable<string> })
    | undefined;
  if (!folder) return;
  for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
}

/** None is ever written (TR-2); one that an older app left is taken off without a network too (TR-7). */
async function deleteCookies(): Promise<void> {
  for (const pair of document.cookie.split('; ')) {
    const [name] = pair.split('=');
    // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is younger than the browsers we serve
    if (name) document.cookie = `${name}=; Max-Age=0; Path=/`;
  }
}
