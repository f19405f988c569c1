import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type DatabasePlace, type OpenDatabase, openDatabase } from './database/database.ts';
import { deskApp } from './http/app.ts';
import type { Desk } from './http/route.ts';
import { finishPurge } from './listings/erase-pages.ts';
import { openedAs } from './people/opened.ts';
import { ROUTES } from './routes.ts';

export interface ServerOptions {
  readonly place: DatabasePlace;
  readonly port: number;
  readonly isDemo: boolean;
  /** Answers whatever is not under `/api/`: the desk's own files. */
  readonly site: RequestListener;
  /** Of every answer of the API. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As people's browsers have it, where a host in front of this one answers for another name. */
  readonly publicOrigin?: string | undefined;
  /** Whether every request comes through a host in front, which says from where. */
  readonly isBehindProxy?: boolean;
  readonly now?: () => Date;
}

export interface RunningServer {
  readonly origin: string;
  readonly database: OpenDatabase;
  /** Lets what is under way end, then closes the database. */
  readonly stop: () => Promise<void>;
}

/** What is under way gets this long to end. */
const PATIENCE_MS = 10_000;
const SLOWEST_REQUEST_MS = 30_000;

/** Opens the database and listens. The page and the API are one origin (settled 35). */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { place, port, isDemo, now = () => new Date() } = options;
  const database = await openDatabase(place);
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS });
  try {
    await assertKind(database, isDemo);
    await finishPurge(database.db, now());
    const listening = await listen(server, port);
    const origin = options.publicOrigin ?? `http://localhost:${listening}`;
    server.on('request', answerBy({ db: database.db, now, origin, isDemo }, options));
    return { origin, database, stop: () => stop(server, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** People who enrolled by a demo's links were approved by nobody. */
async function assertKind({ db }: OpenDatabase, isDemo: boolean): Promise<void> {
  const as = await openedAs(db);
  if (as !== null && (as === 'demo') !== isDemo)
    throw new Error(
      isDemo
        ? 'server: this database belongs to a real desk; a demo needs one of its own'
        : 'server: this database was a demo; a real desk begins with an empty one',
    );
}

async function stop(server: Server, database: OpenDatabase): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose answer is sent would else be kept open for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  await database.close();
}

function answerBy(desk: Desk, { site, headers = {}, isBehindProxy = false }: ServerOptions): RequestListener {
  const addresses = new WeakMap<Request, string>();
  const app = deskApp(desk, ROUTES, (request) => addresses.get(request) ?? '');
  const api = getRequestListener((request, { incoming }) => {
    // The host in front writes its own entry last; what stands before is the sender's word.
    const told = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
    addresses.set(request, (isBehindProxy && told) || (incoming.socket.remoteAddress ?? ''));
    return app.fetch(request);
  });
  return (request, response) => {
    if (!/^\/api(\/|\?|$)/.test(request.url ?? '')) return site(request, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    void api(request, response);
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
