/// <reference lib="webworker" />

import type { PrecacheEntry } from 'workbox-precaching/_types.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { endTrial, firstPage, found, holdsAll, olderFile, shellName } from './trial.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: (PrecacheEntry | string)[];
/** Checks signatures where the browser cannot: most phones never fetch it (SG-12). An app without lists has none. */
declare const __SIGNATURES__: PrecacheEntry | null;
/** The map's files: kept where there is a map, and fetched by nobody else. */
declare const __MAP__: string[];
/** Names this version: a hash of what it consists of. */
declare const __VERSION__: string;

const OWN = shellName(__VERSION__);
// As in store/kept-files.ts, of which this file would get more than the name.
const MAPS = 'maps';

/** True once a person has erased everything: a worker that is still being installed then writes no more (TR-9). */
let isStopped = false;

// Without Workbox's router, which is a kilobyte: there are three kinds of paths.
const shell = new PrecacheController({
  cacheName: OWN,
  plugins: [
    {
      // Stands in for Workbox's own rule, which a plugin of this kind takes the place of: no failed answer is kept.
      cacheWillUpdate: async ({ response }) => (isStopped || response.status >= 400 ? null : response),
    },
  ],
});
shell.addToCacheList(__PRECACHE__);
self.addEventListener('install', (event) => event.waitUntil(fetchShell(event)));
self.addEventListener('activate', () => void self.clients.claim());

// Exactly the paths of the shell: nothing under /data/ is ever answered here.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const answer = answerFor(request, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (request.method === 'GET' && answer)
    event.respondWith(answer().then((response) => response ?? fetch(request)));
});

function answerFor(request: Request, path: string): (() => Promise<Response | undefined>) | null {
  if (path === '/index.html' && request.mode === 'navigate') return () => firstPage(OWN);
  const key = shell.getCacheKeyForURL(path);
  // Not by Workbox's own way, which opens the cache and so makes anew one that was erased (TR-9).
  if (key) return () => found(OWN, key);
  if (!path.startsWith('/assets/')) return null;
  return async () => (await found(OWN, path)) ?? olderFile(OWN, request);
}

/** All of this version, or later what the browser has lost of it. */
async function fetchShell(event: ExtendableEvent): Promise<void> {
  // Without that file such a browser could not open its lists offline.
  if (__SIGNATURES__ && (await lacksEd25519())) shell.addToCacheList([__SIGNATURES__]);
  if (await caches.has(MAPS)) shell.addToCacheList(__MAP__);
  if (await holdsAll(OWN, shell.getURLsToCacheKeys().values())) return;
  // Workbox keeps what it fetches only for an event of this kind.
  await shell.install({ type: 'install', waitUntil: (work) => event.waitUntil(work) } as ExtendableEvent);
}

function lacksEd25519(): Promise<boolean> {
  // The base point: any key of full order would do.
  const key = new Uint8Array(32).fill(0x66);
  key[0] = 0x58;
  const asked = crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return asked.then(
    () => false,
    () => true,
  );
}

self.addEventListener('message', (event) => {
  const { data, source } = event;
  switch ((data as { kind?: string } | null)?.kind) {
    case 'use-new-version':
      // A new version waits until the person asks for it or all pages are closed: nothing is interrupted.
      void self.skipWaiting();
      break;
    case 'started':
      if (!isStopped && shell.getCacheKeyForURL(data.script)) event.waitUntil(endOwnTrial(event));
      break;
    case 'leave':
      void tellOtherPages(source);
      break;
    case 'stop':
      isStopped = true;
      break;
  }
});

/** For browsers without a channel between pages: whoever leaves in one page leaves in all (EX-12). */
async function tellOtherPages(source: ExtendableMessageEvent['source']): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages)
    if (!(source && 'id' in source && page.id === source.id)) page.postMessage({ kind: 'leave' });
}

/** What was erased while this was on its way is not left behind (TR-9). */
async function endOwnTrial(event: ExtendableEvent): Promise<void> {
  // A page that was opened while this was being installed may have been missed (Firefox, one time in six).
  await self.clients.claim();
  try {
    await fetchShell(event);
    if (!isStopped) await endTrial(OWN);
  } finally {
    if (isStopped) await caches.delete(OWN);
  }
}
