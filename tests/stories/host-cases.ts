import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';

// Written out from safety 3.2 and settled 5 and 6, not imported: a changed header must change here too.
export const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-robots-tag': 'noarchive',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'permissions-policy':
    'accelerometer=(), ambient-light-sensor=(), bluetooth=(), browsing-topics=(), display-capture=(), ' +
    'geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), ' +
    'midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), ' +
    'xr-spatial-tracking=(), camera=(self)',
};
export const NO_STORE = { 'cache-control': 'no-store' };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };
const PACK = { ...NO_STORE, 'cdn-cache-control': 'public, max-age=31536000, immutable' };
const INDEX = { ...NO_STORE, 'cdn-cache-control': 'max-age=300' };
// What Node and HTTP add by themselves.
const TRANSPORT = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'content-type',
  'content-encoding',
  'vary',
]);

const asset = (ending: string) =>
  `/assets/${readdirSync('dist/guide/assets').find((name) => name.endsWith(ending))}`;
const pack = `/data/packs/${readdirSync('dist/guide/data/packs')[0]}`;

export interface Case {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly more: Readonly<Record<string, string>>;
}

export const CASES: readonly Case[] = [
  { path: '/', status: 200, more: NO_STORE },
  { path: '/', method: 'HEAD', status: 200, more: NO_STORE },
  { path: '/', headers: { 'accept-encoding': 'gzip' }, status: 200, more: NO_STORE },
  { path: '/', headers: { 'accept-encoding': 'br' }, status: 200, more: NO_STORE },
  // No validators are sent, so a conditional request is answered whole and there is no 304.
  {
    path: '/',
    headers: { 'if-none-match': '"1"', 'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT' },
    status: 200,
    more: NO_STORE,
  },
  { path: '/index.html', status: 200, more: NO_STORE },
  { path: '/?from=elsewhere', status: 200, more: NO_STORE },
  { path: '/cover/', status: 200, more: NO_STORE },
  { path: '/cover/cover.css', status: 200, more: NO_STORE },
  { path: '/sw.js', status: 200, more: NO_STORE },
  { path: '/manifest.webmanifest', status: 200, more: NO_STORE },
  { path: '/icon.svg', status: 200, more: NO_STORE },
  { path: '/robots.txt', status: 200, more: NO_STORE },
  { path: asset('.js'), status: 200, more: FOR_EVER },
  { path: asset('.css'), status: 200, more: FOR_EVER },
  { path: asset('.json'), status: 200, more: FOR_EVER },
  { path: asset('.bin'), status: 200, more: FOR_EVER },
  { path: '/data/index.json', status: 200, more: INDEX },
  { path: '/data/index.json.sig', status: 200, more: INDEX },
  { path: '/data/root.1.json', status: 200, more: INDEX },
  { path: '/data/root.1.json.sig', status: 200, more: INDEX },
  { path: pack, status: 200, more: PACK },
  { path: pack, method: 'HEAD', status: 200, more: PACK },
  { path: pack, headers: { range: 'bytes=0-9' }, status: 200, more: PACK },
  { path: '/clear', status: 200, more: { ...NO_STORE, 'clear-site-data': '"cache", "cookies", "storage"' } },
  { path: '/nothing-here', status: 404, more: NO_STORE },
  { path: '/cover', status: 404, more: NO_STORE },
  { path: '/assets/', status: 404, more: NO_STORE },
  { path: '/index.html.gz', status: 404, more: NO_STORE },
  { path: '/assets/nothing.js', status: 404, more: NO_STORE },
  { path: '/data/packs/nothing.bin', status: 404, more: NO_STORE },
  { path: '/../package.json', status: 404, more: NO_STORE },
  { path: '/%2e%2e/package.json', status: 404, more: NO_STORE },
  { path: '/%', status: 404, more: NO_STORE },
  { path: '//elsewhere.example/', status: 404, more: NO_STORE },
  { path: '/', method: 'POST', status: 405, more: { ...NO_STORE, allow: 'GET, HEAD' } },
  { path: '/clear', method: 'DELETE', status: 405, more: { ...NO_STORE, allow: 'GET, HEAD' } },
];

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** The answer of a host, asked as nobody but Node's own client asks: with the path as it is. */
export function answerTo(origin: string, { path, method = 'GET', headers = {} }: Case): Promise<Answer> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // Node's own client sends a path as it is; `fetch` would tidy it first.
    httpRequest({ host: 'localhost', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(parts),
        }),
      );
    })
      .once('error', reject)
      .end();
  });
}

/** The headers that the host chose to send. */
export function withoutTransport(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT.has(name)));
}
