// A new version of the app is on trial until it has started once: the version before stays beside it, and is served again
// where the new one was opened twice and did not start (ST-10). What is known of that lies in the cache of each version.

/** Every version's files lie in a cache of their own, so that none is ever made of two versions. */
const SHELL = 'shell-';
const STARTED = '/started';
const TRIES = '/tries';
const FAIR_TRIES = 2;
// Now and then the new one is tried again: perhaps she only left before it had started.
const AGAIN = 10;

/** The page to open with: of this version, or of the one before where this one does not start. */
export async function firstPage(own: string): Promise<Response | undefined> {
  const older = (await found(own, STARTED)) ? null : await olderShell(own);
  return found(older && !(await isWorthATry(own)) ? older : own, '/index.html');
}

/** A file of the version before, for a page of it. */
export async function olderFile(own: string, request: Request): Promise<Response | undefined> {
  const older = await olderShell(own);
  return older ? found(older, request) : undefined;
}

/** This version has started: the versions before go. */
export async function endTrial(own: string): Promise<void> {
  if (await found(own, STARTED)) return;
  await (await caches.open(own)).put(STARTED, new Response());
  for (const name of await caches.keys())
    if (name.startsWith(SHELL) && name !== own) await caches.delete(name);
}

/** Whether the browser has lost none of them (ST-8). */
export async function holdsAll(own: string, addresses: Iterable<string>): Promise<boolean> {
  if (!(await caches.has(own))) return false;
  const kept = new Set((await (await caches.open(own)).keys()).map(({ url }) => url));
  return [...addresses].every((one) => kept.has(one));
}

export function shellName(version: string): string {
  return SHELL + version;
}

async function isWorthATry(own: string): Promise<boolean> {
  const mine = await caches.open(own);
  const tries = Number((await (await mine.match(TRIES))?.text()) ?? 0);
  await mine.put(TRIES, new Response(String(tries + 1)));
  return tries < FAIR_TRIES || tries % AGAIN === 0;
}

/** One that has started, not one that failed as well. */
async function olderShell(own: string): Promise<string | null> {
  for (const name of await caches.keys())
    if (name.startsWith(SHELL) && name !== own && (await found(name, STARTED))) return name;
  return null;
}

/** A file of a version. Opening a cache that was erased would make it anew (TR-9), looking into it does not. */
export function found(cacheName: string, file: string | Request): Promise<Response | undefined> {
  return caches.match(file, { cacheName, ignoreSearch: true });
}
