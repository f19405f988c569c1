import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cachingHeaders, SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import { staticSite } from '../../src/cli/static-site.ts';
import { type SignedLists, signLists, type TestRegion } from './signed-lists.ts';

export interface SeenRequest {
  readonly method: string;
  /** Path and query, as it came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The built guide, or another app, on a host of its own, which remembers every request and whose answers a test may change. Each has its
 * own port, so tests share no storage.
 */
export class TestSite {
  readonly seen: SeenRequest[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #built: Answer;
  readonly #server = createServer((request, response) => this.#handle(request, response));
  /** Whichever is free, the first time. */
  #port = 0;

  private constructor(built: Answer) {
    this.#built = built;
  }

  /** The guide, or another site as it is given. */
  static async open(built: Answer = staticSite('dist/guide')): Promise<TestSite> {
    const site = new TestSite(built);
    await site.reopen();
    return site;
  }

  /** Also while nobody listens there. */
  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Until it is opened again nobody answers at its origin. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** At the same origin, with all that it was told to answer. */
  async reopen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** From now on these bytes are at the path, with the headers that the host would send. */
  put(path: string, body: Uint8Array | string): void {
    this.#answers.set(path, (_request, response) => {
      response.writeHead(200, { ...SECURITY_HEADERS, ...cachingHeaders(path), 'Content-Type': typeOf(path) });
      response.end(Buffer.from(body));
    });
  }

  answer(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  /** The host as it was built again. */
  restore(path?: string): void {
    if (path) this.#answers.delete(path);
    else this.#answers.clear();
  }

  /** Keeps requests for a path waiting until the returned function is called. */
  hold(path: string): () => void {
    const usual = this.#answers.get(path) ?? this.#built;
    const waiting: (() => void)[] = [];
    this.#answers.set(path, (request, response) => {
      waiting.push(() => usual(request, response));
    });
    return () => {
      this.#answers.set(path, usual);
      for (const go of waiting) go();
    };
  }

  /** Publishes a newer signed index in which these regions are new or changed. */
  async publish(regions: readonly TestRegion[], withdrawn: readonly string[] = []): Promise<SignedLists> {
    const lists = await signLists(regions, withdrawn);
    for (const [path, bytes] of lists.files) this.put(path, bytes);
    return lists;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    this.seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers as Record<string, string>,
    });
    const path = (request.url ?? '').replace(/\?.*$/, '');
    (this.#answers.get(path) ?? this.#built)(request, response);
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.bin')) return 'application/octet-stream';
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.startsWith('/data/') ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
}
