/// <reference lib="webworker" />
import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { addPlugins, precacheAndRoute } from 'workbox-precaching';
import { endTrial, firstPage, olderFile, type PrecachedFile, shellName } from './trial.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: readonly PrecachedFile[];
/** Names this version: a hash of what it consists of. */
declare const __VERSION__: string;

const OWN = shellName(__VERSION__);
setCacheNameDetails({ prefix: OWN, precache: '', suffix: '' });
// Once: the build writes the list wherever it is named.
const files = [...__PRECACHE__];
const paths = new Set(files.map(({ url }) => url));

/** True once a person has erased everything: a worker that is still being installed then writes no more (TR-9). */
let isStopped = false;

addPlugins([
  {
    // Stands in for Workbox's own rule, which a plugin of this kind takes the place of: no failed answer is kept.
    cacheWillUpdate: async ({ response }) => (isStopped || response.status >= 400 ? null : response),
  },
]);

// Before the routes: the first to answer does.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (pathname === '/' && request.mode === 'navigate')
    event.respondWith(firstPage(OWN).then((page) => page ?? fetch(request)));
  else if (pathname.startsWith('/assets/') && !paths.has(pathname))
    event.respondWith(olderFile(OWN, request).then((file) => file ?? fetch(request)));
});

// The shell alone: its routes answer exactly the precached paths, so nothing under /data/ is ever answered here.
precacheAndRoute(files, { directoryIndex: 'index.html', cleanURLs: false });
clientsClaim();

self.addEventListener('message', (event) => {
  const { data, source } = event;
  switch ((data as { kind?: string } | null)?.kind) {
    case 'use-new-version':
      // A new version waits until the person asks for it or all pages are closed: nothing is interrupted.
      void self.skipWaiting();
      break;
    case 'started':
      if (!isStopped && paths.has(data.script)) event.waitUntil(endTrial(OWN, files, () => isStopped));
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
