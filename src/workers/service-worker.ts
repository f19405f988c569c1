/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { addPlugins, precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: readonly { url: string; revision: string | null }[];

/** True once a person has erased everything: a worker that is still being installed then writes no more (TR-9). */
let isStopped = false;

addPlugins([
  {
    // Stands in for Workbox's own rule, which a plugin of this kind takes the place of: no failed answer is kept.
    cacheWillUpdate: async ({ response }) => (isStopped || response.status >= 400 ? null : response),
  },
]);

// The shell alone: its routes answer exactly the precached paths, so nothing under /data/ is ever answered here.
precacheAndRoute([...__PRECACHE__], { directoryIndex: 'index.html', cleanURLs: false });
clientsClaim();

self.addEventListener('message', ({ data, source }) => {
  switch ((data as { kind?: string } | null)?.kind) {
    case 'use-new-version':
      // A new version waits until the person asks for it or all pages are closed: nothing is interrupted.
      void self.skipWaiting();
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
