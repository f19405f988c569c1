import searchWorker from '../workers/search.worker.ts?worker&url';

// Imported first. Under `require-trusted-types-for 'script'` only what stands here may become script or markup; anything
// else throws, whoever wrote it (settled 1).

type Rule = (text: string) => string | null;

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: Rule; createHTML: Rule }): unknown;
}

export const SERVICE_WORKER = '/sw.js';
const SCRIPTS: ReadonlySet<string> = new Set([SERVICE_WORKER, searchWorker]);

/** What Leaflet asks the browser with as it is loaded. It writes nothing else: its own buttons and bubbles are not used. */
const MAP_MARKUP = '<svg/>';

(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createHTML: (markup) => (markup === MAP_MARKUP ? markup : null),
  createScriptURL: (url) => {
    const { origin, pathname, search, hash } = new URL(url, location.href);
    const isOurs = origin === location.origin && search === '' && hash === '' && SCRIPTS.has(pathname);
    return isOurs ? url : null;
  },
});

export function startSearchWorker(): Worker {
  return new Worker(searchWorker, { type: 'module' });
}
