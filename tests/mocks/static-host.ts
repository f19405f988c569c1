import { HttpResponse, http, type RequestHandler } from 'msw';

// The static host that a guide lives on, and all the ways in which a host, a network or somebody between can misbehave.

export const HOST = 'http://guide.test';

type Answer = (request: Request) => Response | Promise<Response>;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: string;
  readonly referrerPolicy: string;
}

export class StaticHost {
  readonly asked: Asked[] = [];
  readonly #answers = new Map<string, Answer>();

  readonly handlers: readonly RequestHandler[] = [
    http.all(`${HOST}/*`, ({ request }) => {
      const { pathname, search } = new URL(request.url);
      const { method, credentials, referrerPolicy, headers } = request;
      this.asked.push({
        method,
        path: pathname + search,
        headers: Object.fromEntries(headers),
        credentials,
        referrerPolicy,
      });
      const answer = this.#answers.get(pathname);
      return answer ? answer(request) : new HttpResponse('<h1>Not found</h1>', { status: 404 });
    }),
  ];

  /** What lies under a path from now on. */
  serve(path: string, answer: Answer | Uint8Array): void {
    this.#answers.set(path, answer instanceof Uint8Array ? whole(answer) : answer);
  }

  remove(path: string): void {
    this.#answers.delete(path);
  }

  /** Paths asked for since the last time, in order. */
  takePaths(): string[] {
    return this.asked.splice(0).map(({ path }) => path);
  }
}

const PIECE = 1000;

/** The file, in pieces as a network brings them. */
export function whole(bytes: Uint8Array): Answer {
  return (request) => new HttpResponse(inPieces(request, bytes));
}

/** The connection breaks in the middle. */
export function truncated(bytes: Uint8Array): Answer {
  return (request) => new HttpResponse(inPieces(request, bytes.subarray(0, bytes.length >> 1), 'breaks'));
}

/** Half of it, and an end that looks like an end. */
export function cutShort(bytes: Uint8Array): Answer {
  return whole(bytes.subarray(0, bytes.length >> 1));
}

/** A first piece, then nothing more. */
export function stalled(bytes: Uint8Array): Answer {
  return (request) => new HttpResponse(inPieces(request, bytes.subarray(0, PIECE), 'stalls'));
}

/** Somebody has changed one bit on the way. */
export function swapped(bytes: Uint8Array, at = bytes.length >> 1): Answer {
  return whole(bytes.with(at, (bytes[at] ?? 0) ^ 1));
}

/** A hotel's log-in page in place of everything, with status 200. */
export const captivePortal: Answer = () =>
  HttpResponse.html('<!doctype html><title>Welcome</title><p>Please accept our terms.</p>');

export function redirect(to: string): Answer {
  return () => new HttpResponse(null, { status: 302, headers: { location: to } });
}

export function status(code: number): Answer {
  return () => new HttpResponse('No', { status: code });
}

/** The connection cannot be made. */
export const unreachable: Answer = () => HttpResponse.error();

/** Nothing is ever answered. */
export const silent: Answer = () => new Promise(() => undefined);

/** A body without an end. */
export const endless: Answer = (request) =>
  new HttpResponse(
    new ReadableStream({
      start: (controller) => breakOff(request, controller),
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    }),
  );

function inPieces(
  request: Request,
  bytes: Uint8Array,
  end: 'closes' | 'breaks' | 'stalls' = 'closes',
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    start: (controller) => breakOff(request, controller),
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + PIECE));
        at += PIECE;
      } else if (end === 'closes') controller.close();
      else if (end === 'breaks') controller.error(new TypeError('terminated'));
      else return new Promise(() => undefined);
    },
  });
}

/** A browser that gives up a request ends its body; the interceptor leaves that to whoever made it. */
function breakOff({ signal }: Request, controller: ReadableStreamDefaultController): void {
  signal.addEventListener('abort', () => controller.error(signal.reason));
}
