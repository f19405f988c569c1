/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: readonly { url: string; revision: string | null }[];

// The shell alone: its routes answer exactly the precached paths, so nothing under /data/ is ever answered here.
precacheAndRoute([...__PRECACHE__], { directoryIndex: 'index.html', cleanURLs: false });
cleanupOutdatedCaches();
clientsClaim();

// A new version waits until the person asks for it or all pages are closed: nothing is interrupted.
self.addEventListener('message', (event) => {
  if ((event.data as { kind?: string } | null)?.kind === 'use-new-version') void self.skipWaiting();
});
