import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cachingHeaders, SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import { type SeenRequest, TestSite } from '../stories/test-site.ts';

const BUILT = 'dist/guide';
const FILES = { guide: 'index.html', cover: 'cover/index.html' } as const;
const ADDRESSES = { guide: ['/', '/index.html'], cover: ['/cover/', '/cover/index.html'] } as const;
type PageName = keyof typeof FILES;
const TOLD = '/told';
const NEUTRAL_SITES = /https:\/\/[a-z]+\.wikipedia\.org\/[^"\s]*/g;

/**
 * The built guide on a host of its own. Its neutral site lies on this machine too, by another name and so as another
 * site: no browser can be led to the real one without a network, and Playwright's own ways are not those of WebKit.
 */
export class EngineHost {
  readonly site: TestSite;
  /** Remembered: a host that is gone has no address. */
  readonly origin: string;
  readonly elsewhere: Elsewhere;
  /** What pages and workers told the host, by a script that a test put into them. */
  readonly told: string[] = [];
  readonly #first: Record<PageName, string> = { guide: '', cover: '' };
  #firstInWorker = '';

  private constructor(site: TestSite, elsewhere: Elsewhere) {
    this.site = site;
    this.origin = site.origin;
    this.elsewhere = elsewhere;
  }

  static async open(): Promise<EngineHost> {
    const host = new EngineHost(await TestSite.open(), await Elsewhere.open());
    for (const page of ['guide', 'cover'] as const) host.#putPage(page);
    host.#listen();
    return host;
  }

  /** The address of the guide. */
  get guide(): string {
    return `${this.origin}/`;
  }

  get cover(): string {
    return `${this.origin}/cover/`;
  }

  /**
   * Runs in the guide and on its cover, or in one of them, before anything of their own. It is put before a script that
   * the phone keeps, so it runs without a network too.
   */
  runFirst(script: string | (() => void), pages: readonly PageName[] = ['guide', 'cover']): void {
    for (const page of pages) {
      this.#first[page] += inTheOpen(script);
      this.#putScript(firstScript(page), this.#first[page]);
    }
  }

  /** Runs in the worker that keeps and searches the lists, before anything of its own. */
  runFirstInWorker(script: string | (() => void)): void {
    this.#firstInWorker += inTheOpen(script);
    this.#putScript(workerScript(), this.#firstInWorker);
  }

  /** Runs in the service worker, before anything of its own. */
  runFirstInServiceWorker(script: () => void): void {
    this.#putScript('/sw.js', inTheOpen(script));
  }

  /** The browser's own store, which may forget at any time, does not keep this file. */
  keepOutOfBrowserCache(path: string): void {
    this.#putScript(path, '', { 'Cache-Control': 'no-store' });
  }

  /** What the guide asked the host for, without what tests made it tell. */
  seen(): SeenRequest[] {
    return this.site.seen.filter(({ url }) => url !== TOLD);
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.elsewhere.close();
  }

  #putPage(page: PageName): void {
    const html = pageOf(page).replaceAll(NEUTRAL_SITES, this.elsewhere.neutral);
    for (const path of ADDRESSES[page]) this.site.put(path, html);
  }

  #putScript(path: string, before: string, other: Readonly<Record<string, string>> = {}): void {
    const type = { 'Content-Type': 'text/javascript; charset=utf-8' };
    const headers = { ...SECURITY_HEADERS, ...cachingHeaders(path), ...type, ...other };
    const body = before + readFileSync(BUILT + path, 'utf8');
    this.site.answer(path, (_request, response) => {
      response.writeHead(200, headers).end(body);
    });
  }

  #listen(): void {
    this.site.answer(TOLD, (request, response) => {
      let words = '';
      request.setEncoding('utf8').on('data', (part) => {
        words += part;
      });
      request.once('end', () => {
        this.told.push(words);
        response.writeHead(204, SECURITY_HEADERS).end();
      });
    });
  }
}

function inTheOpen(script: string | (() => void)): string {
  return typeof script === 'string' ? `${script}\n` : `(${script})();\n`;
}

function pageOf(page: PageName): string {
  return readFileSync(`${BUILT}/${FILES[page]}`, 'utf8');
}

function firstScript(page: PageName): string {
  const [, path] = /<script src="([^"]+)"/.exec(pageOf(page)) ?? [];
  if (!path) throw new Error(`tests: the ${page} has no script`);
  return path;
}

/** Somebody else's site: a page that she comes from, and the neutral one that she is taken to. */
export class Elsewhere {
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[] = [];
  #guide = '';
  #held: (() => void)[] | null = null;
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path !== '/favicon.ico') this.asked.push(path);
    if (this.#held && path === '/weather') this.#held.push(() => this.#answer(path, response));
    else this.#answer(path, response);
  });

  static async open(): Promise<Elsewhere> {
    const elsewhere = new Elsewhere();
    await new Promise<void>((resolve) => elsewhere.#server.listen(0, '127.0.0.1', resolve));
    return elsewhere;
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get neutral(): string {
    return `${this.#origin}/weather`;
  }

  /** A page with a link to the guide. */
  start(guide: string): string {
    this.#guide = guide;
    return `${this.#origin}/start`;
  }

  /** Keeps whoever asks for the neutral page waiting until the returned function is called. */
  hold(): () => void {
    const held: (() => void)[] = [];
    this.#held = held;
    return () => {
      this.#held = null;
      for (const go of held) go();
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(path: string, response: ServerResponse): void {
    const page = { '/start': `<a id="guide" href="${this.#guide}">On</a>`, '/weather': '<h1>Weather</h1>' }[
      path
    ];
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page && `<!doctype html><title>Weather</title>${page}`);
  }
}

/** It alone of the built scripts names the list that comes with the app. */
export function workerScript(): string {
  return scriptWith(/\/assets\/[\w-]+\.bin/, 'is the worker');
}

/** What checks signatures where the browser cannot. */
export function signatureScript(): string {
  return scriptWith(/zip215/, 'checks signatures');
}

function scriptWith(sign: RegExp, what: string): string {
  const scripts = readdirSync(`${BUILT}/assets`).filter((name) => name.endsWith('.js'));
  const [script] = scripts.filter((name) => sign.test(readFileSync(`${BUILT}/assets/${name}`, 'utf8')));
  if (!script) throw new Error(`tests: no built script ${what}`);
  return `/assets/${script}`;
}
