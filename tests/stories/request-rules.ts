import type { SeenRequest } from './test-site.ts';

const KNOWN_PATH = new RegExp(
  `^/(${[
    '',
    'index\\.html',
    'assets/[\\w-]{8,10}\\.(js|css|json|bin)',
    'cover/(index\\.html|cover\\.css)?',
    'sw\\.js',
    'manifest\\.webmanifest',
    'icon(-192|-512)?\\.(svg|png)',
    'data/root\\.\\d+\\.json(\\.sig)?',
    'data/index\\.json(\\.sig)?',
    'data/packs/[0-9a-f]{64}\\.bin',
    'data/maps/[0-9a-f]{64}\\.pmtiles',
    'clear',
  ].join('|')})$`,
);

// What the browser itself sends, the same for everybody; of the last four, three say "not from your cache" and who asks
// for sw.js, one how urgent a file of its kind is (Firefox).
const BROWSER_HEADERS = new Set([
  'host',
  'connection',
  'user-agent',
  'accept',
  'accept-encoding',
  'accept-language',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'upgrade-insecure-requests',
  'service-worker',
  'cache-control',
  'pragma',
  'priority',
]);

const PRIORITY = /^(u=[0-7](, i)?|i)$/;

/** In which ways a request says more than which file is wanted (NW-5, NW-10). */
export function faultsOf({ method, url, headers }: SeenRequest): string[] {
  const faults: string[] = [];
  const add = (what: string) => faults.push(`${method} ${url}: ${what}`);
  if (method !== 'GET') add('not a GET');
  if (!KNOWN_PATH.test(url)) add('not a known path');
  if ('content-length' in headers || 'transfer-encoding' in headers) add('has a body');
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'content-length' || name === 'transfer-encoding') continue;
    if (!BROWSER_HEADERS.has(name) && !namesOnlyUs(name, value, headers.host, url)) add(`header ${name}`);
  }
  return faults;
}

/**
 * Chromium names our own origin to us when it fetches a module, and our service worker's address when it looks for a
 * newer one; WebKit now and then names the guide's one address there. None tells more than that the guide is open. Firefox says how soon it wants a file of this kind
 * (RFC 9218): one of eight steps, and whether a part of it is of use.
 */
function namesOnlyUs(name: string, value: string, host = '', url = ''): boolean {
  return (
    (name === 'origin' && value === `http://${host}`) ||
    (name === 'referer' && url === '/sw.js' && [`http://${host}/`, `http://${host}/sw.js`].includes(value)) ||
    (name === 'priority' && PRIORITY.test(value))
  );
}
