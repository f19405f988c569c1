import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTED_APPS, type HostedApp } from '../hosts/hosted-app.ts';
import { sha256 } from '../node-platform.ts';
import { staticSite } from '../static-site.ts';
import { examineHost } from './examine.ts';

// A small site on our own server, which sends what it must; each test spoils one thing.

const FILES = {
  'index.html': '<h1>Guide</h1>',
  'cover/index.html': '<h1>Calendar</h1>',
  'sw.js': '1',
  'assets/a1.js': '2',
  'data/index.json': '{}',
  'data/packs/00.bin': 'list',
};
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

type Spoil = (request: IncomingMessage, response: ServerResponse) => boolean;

async function findingsWith(spoil: Spoil, app: HostedApp = HOSTED_APPS.guide): Promise<string[]> {
  const usual = staticSite(folder, app.security);
  const server = createServer((request, response) => {
    if (!spoil(request, response)) usual(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const files = Object.keys(FILES).map((name) => ({
    path: `/${name}`,
    sha256: sha256(readFileSync(join(folder, name))),
  }));
  const { port } = server.address() as AddressInfo;
  const findings = await examineHost(`http://localhost:${port}`, { app, files }, () => undefined);
  await new Promise((resolve) => server.close(resolve));
  return findings.map(({ path, what }) => `${path} ${what}`);
}

/** Changes the headers of one path, just before they are sent. */
const withHeaders =
  (path: string, change: (response: ServerResponse) => void): Spoil =>
  (request, response) => {
    if (request.url !== path) return false;
    const { writeHead } = response;
    response.writeHead = ((status: number, headers: Record<string, string>) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      change(response);
      return writeHead.call(response, status);
    }) as typeof response.writeHead;
    return false;
  };

describe('a live host (NW-3, NW-10, settled 23)', () => {
  it('that sends what it must has nothing to mend', async () => {
    expect(await findingsWith(() => false)).toEqual([]);
  });

  it.each<[string, Spoil, string[]]>([
    [
      'without a header',
      withHeaders('/sw.js', (response) => response.removeHeader('Referrer-Policy')),
      ['/sw.js has no Referrer-Policy'],
    ],
    [
      'with a weaker header',
      withHeaders('/cover/', (response) => response.setHeader('Cache-Control', 'max-age=600')),
      ['/cover/ has another Cache-Control: max-age=600'],
    ],
    [
      'with a cookie',
      withHeaders('/', (response) => response.setHeader('Set-Cookie', 'seen=1')),
      ['/ sends set-cookie'],
    ],
    [
      'with a validator on a list',
      withHeaders('/data/packs/00.bin', (response) => response.setHeader('ETag', '"1"')),
      ['/data/packs/00.bin sends etag'],
    ],
    [
      'that connects to others',
      withHeaders('/', (response) => response.setHeader('Link', '<https://cdn.example>; rel=preconnect')),
      ['/ sends link'],
    ],
    [
      'that sends other bytes',
      ({ url }, response) => {
        if (url !== '/assets/a1.js') return false;
        const { end } = response;
        response.end = ((body: unknown) =>
          end.call(response, String(body).replace('2', '3'), 'utf8')) as never;
        return false;
      },
      ['/assets/a1.js other bytes than were built'],
    ],
    [
      'that compresses a list',
      (request, response) => {
        if (request.url !== '/data/packs/00.bin') return false;
        const { end } = response;
        response.setHeader('Content-Encoding', 'gzip');
        const body = gzipSync('list');
        response.end = (() => end.call(response, body, 'binary')) as never;
        return withHeaders('/data/packs/00.bin', (one) => one.setHeader('Content-Length', body.length))(
          request,
          response,
        );
      },
      ['/data/packs/00.bin is sent as gzip'],
    ],
    [
      'whose /clear does nothing',
      withHeaders('/clear', (response) => response.removeHeader('Clear-Site-Data')),
      ['/clear does not erase what the browser keeps'],
    ],
  ])('%s is found out', async (_, spoil, found) => {
    expect(await findingsWith(spoil)).toEqual(found);
  });

  it('that leads elsewhere, or has pages of its own for what is missing, is found out', async () => {
    const found = await findingsWith(({ url = '' }, response) => {
      if (url === '/') response.writeHead(302, { Location: 'https://elsewhere.example/' }).end();
      else if (url.includes('nothing-here')) response.writeHead(200).end('<h1>Not here</h1>');
      else return false;
      return true;
    });
    expect(found).toContain('/ answers 302 to https://elsewhere.example/, not 200');
    expect(found).toContain('/nothing-here answers 200, not 404');
    expect(found).toContain('/nothing-here has no Content-Security-Policy');
  });

  it('that gives no answer is said to give none', async () => {
    const found = await findingsWith(({ url }, response) => {
      if (url !== '/sw.js') return false;
      response.destroy();
      return true;
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^\/sw\.js was not answered/);
  });
});

describe("a live host of the caseworkers' desk (settled 5 and 35)", () => {
  it('that sends what it must has nothing to mend', async () => {
    expect(await findingsWith(() => false, HOSTED_APPS.casework)).toEqual([]);
  });

  it("that sends the guide's headers is found out at every path", async () => {
    const ofGuide = staticSite(folder, HOSTED_APPS.guide.security);
    const found = await findingsWith((request, response) => {
      ofGuide(request, response);
      return true;
    }, HOSTED_APPS.casework);
    expect(found).toContainEqual(expect.stringMatching(/^\/ has another Content-Security-Policy: /));
    expect(found).toContainEqual(expect.stringMatching(/^\/sw\.js has another Permissions-Policy: /));
  });

  it.each([
    ['a server behind it', '/api/', 401],
    ['a server that knows sessions', '/api/session', 200],
    ['a list of what lies in a folder', '/data/', 200],
  ])('with %s is found out', async (_, path, status) => {
    const found = await findingsWith(({ url }, response) => {
      if (url !== path) return false;
      response.writeHead(status, { ...HOSTED_APPS.casework.security, 'Cache-Control': 'no-store' }).end();
      return true;
    }, HOSTED_APPS.casework);
    expect(found).toEqual([`${path} answers ${status}, not 404`]);
  });
});
