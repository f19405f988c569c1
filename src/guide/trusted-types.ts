import searchWorker from '../workers/search.worker.ts?worker&url';

// Imported first. Under `require-trusted-types-for 'script'` only what stands here may become script or markup; anything
// else throws, whoever wrote it (settled 1). The map's five strings join when the map does.

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}

export const SERVICE_WORKER = '/sw.js';
const SCRIPTS: ReadonlySet<string> = new Set([SERVICE_WORKER, searchWorker]);

(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => {
    const { origin, pathname, search, hash } = new URL(url, location.href);
    const isOurs = origin === location.origin && search === '' && hash === '' && SCRIPTS.has(pathname);
    return isOurs ? url : null;
  },
});

export function startSearchWorker(): Worker {
  return new Worker(searchWorker, { type: 'module' });
}
