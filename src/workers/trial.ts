// A new version of the app is on trial until it has started once: the version before stays beside it, and is served again
// where the new one was opened twice and did not start (ST-10). What is known of that lies in the cache of each version.

/** Every version's files lie in a cache of their own, so that none is ever made of two versions. */
const SHELL = 'shell-';
const STARTED = '/started';
const TRIES = '/tries';
const FAIR_TRIES = 2;
// Now and then the new one is tried again: perhaps she only left before it had started.
const AGAIN = 10;

export interface PrecachedFile {
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
}

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

/**
 * This version has started: what the browser has lost of it is fetched again (ST-8), and the versions before go. `isErased`
 * is asked before anything is written, which would be made anew (TR-9).
 */
export async function endTrial(
  own: string,
  files: readonly PrecachedFile[],
  isErased: () => boolean,
): Promise<void> {
  if (!(await fetchMissing(own, files, isErased)) || isErased() || (await found(own, STARTED))) return;
  await (await caches.open(own)).put(STARTED, new Response());
  for (const name of await caches.keys())
    if (name.startsWith(SHELL) && name !== own) await caches.delete(name);
}

/** Fetches those of the files that are not kept; false as soon as one could not be had, or everything was erased. */
export async function fetchMissing(
  own: string,
  files: readonly PrecachedFile[],
  isErased: () => boolean,
): Promise<boolean> {
  const there = new Set(await pathsIn(own));
  for (const { url, revision } of files) {
    // As Workbox names them.
    const key = revision ? `${url}?__WB_REVISION__=${revision}` : url;
    if (there.has(key)) continue;
    const response = await fetch(url);
    if (isErased() || !response.ok) return false;
    await (await caches.open(own)).put(key, response);
  }
  return true;
}

async function pathsIn(own: string): Promise<string[]> {
  if (!(await caches.has(own))) return [];
  const requests = await (await caches.open(own)).keys();
  return requests.map(({ url }) => url.slice(location.origin.length));
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
