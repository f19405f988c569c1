import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { ANY_BYTES, CONTENT_TYPES, PLAIN_TEXT } from './content-types.ts';
import { CLEAR_SITE_DATA, cachingHeaders, SECURITY_HEADERS } from './security-headers.ts';

// Our own few lines instead of a static-file library: those send ETag and Last-Modified, which can track a phone
// (NW-10), and only an exact list of paths may be answered here.

interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  readonly encodings: ReadonlyMap<string, Buffer>;
}

/** Reads a built site once and answers GET and HEAD for exactly its files; everything else is 404. */
export function staticSite(
  folder: string,
  security = SECURITY_HEADERS,
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = readSite(folder);
  return (request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const answer = (status: number, headers: Record<string, string | number>, body?: Buffer | string) => {
      // What is not there today may be there tomorrow: only a file that was found may be kept for ever.
      const caching = cachingHeaders(status === 200 ? path : '/');
      response.writeHead(status, { ...security, ...caching, ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
    if (path === '/clear')
      return answer(200, { 'Clear-Site-Data': CLEAR_SITE_DATA, 'Content-Type': PLAIN_TEXT }, 'ok');
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return answer(404, { 'Content-Type': PLAIN_TEXT }, 'Not found');
    const encoding = ['br', 'gzip'].find((name) => file.encodings.has(name) && accepts(request, name));
    const body = (encoding && file.encodings.get(encoding)) || file.body;
    answer(
      200,
      {
        'Content-Type': file.type,
        'Content-Length': body.length,
        ...(file.encodings.size > 0 ? { Vary: 'Accept-Encoding' } : {}),
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      },
      body,
    );
  };
}

function accepts(request: IncomingMessage, encoding: string): boolean {
  return String(request.headers['accept-encoding'] ?? '')
    .split(/,\s*/)
    .some((one) => one.split(';')[0] === encoding);
}

function readSite(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || /\.(br|gz)$/.test(name)) continue;
    const encodings = new Map<string, Buffer>();
    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      const packed = readIfThere(path + ending);
      if (packed) encodings.set(encoding, packed);
    }
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(url, {
      body: readFileSync(path),
      type: CONTENT_TYPES[extname(name)] ?? ANY_BYTES,
      encodings,
    });
  }
  return files;
}

function readIfThere(path: string): Buffer | undefined {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : undefined;
}
