import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { REFUSAL_CODES, type Role } from '../../src/core/desk-api.ts';
import { change } from '../../src/server/database/change.ts';
import { type Db, openDatabase } from '../../src/server/database/database.ts';
import { accounts, credentials, sessions } from '../../src/server/database/tables.ts';
import { deskApp } from '../../src/server/http/app.ts';
import { hashOfToken, newToken, SESSION_COOKIE } from '../../src/server/people/session.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { TestDatabase } from './databases.ts';

export { DATABASES } from './databases.ts';

export const ORIGIN = 'https://desk.example';
const START = Date.parse('2026-12-01T09:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a test knows of an answer; its shape was compared with what the route says of itself. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads it as it expects it, and fails where it is not so
  readonly body: any;
  readonly headers: Headers;
}

export interface Sending {
  readonly body?: unknown;
  /** As they are sent; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A browser with our page open: it sends what a page of ours sends, and keeps cookies. */
export interface Client {
  readonly cookies: Map<string, string>;
  readonly send: (method: string, path: string, sending?: Sending) => Promise<Answered>;
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, body?: unknown) => Promise<Answered>;
  readonly put: (path: string, body?: unknown) => Promise<Answered>;
  readonly delete: (path: string, body?: unknown) => Promise<Answered>;
}

export interface SignedIn extends Client {
  readonly id: string;
  readonly name: string;
  readonly credentialId: string;
  readonly token: string;
}

export interface SignInOptions {
  readonly name?: string;
  readonly regions?: readonly string[];
  readonly languages?: readonly string[];
  /** With it the device has just made sure who it is (SV-7). */
  readonly isSteppedUp?: boolean;
  /** Long ago, unless a test is about the first thirty days (SV-8). */
  readonly activeSince?: Date;
  /** An account that is there already signs in once more. */
  readonly account?: string;
  /** A credential that is there already, also another account's: two accounts, one key. */
  readonly credentialId?: string;
}

export interface TestDesk {
  readonly db: Db;
  readonly clock: Clock;
  /** Somebody who is not signed in, at an address of their own. */
  readonly client: (address?: string) => Client;
  /** An account with these roles, signed in, without the ceremony. */
  readonly signIn: (roles: Role | readonly Role[], options?: SignInOptions) => Promise<SignedIn>;
  readonly close: () => Promise<void>;
}

export interface Clock {
  readonly now: () => Date;
  readonly forward: (milliseconds: number) => void;
}

export interface DeskOptions {
  readonly isDemo?: boolean;
  /** Before both first coordinators are enrolled (settled 36). */
  readonly isNew?: boolean;
}

/** The API on a database of its own. Close it in `afterAll`. */
export async function openDesk(kind: TestDatabase, options: DeskOptions = {}): Promise<TestDesk> {
  const { place, remove } = await kind.newPlace();
  const { db, close } = await openDatabase(place);
  const clock = newClock();
  if (!options.isNew)
    await change(db, clock.now(), ({ say }) =>
      say({ actor: 'server', action: 'desk.opened', object: 'desk' }),
    );
  const addresses = new WeakMap<Request, string>();
  const app = deskApp(
    { db, now: clock.now, origin: ORIGIN, isDemo: options.isDemo ?? false },
    ROUTES,
    (request) => addresses.get(request) ?? '',
  );
  const ask = async (request: Request, address: string) => {
    addresses.set(request, address);
    return await app.fetch(request);
  };
  let people = 0;
  const client = (address = `client-${++people}`) => newClient((request) => ask(request, address));
  return {
    db,
    clock,
    client,
    signIn: (roles, more = {}) => signIn(db, clock, client(), [roles].flat() as Role[], more),
    close: async () => {
      await close();
      await remove();
    },
  };
}

function newClock(): Clock {
  let time = START;
  return {
    now: () => new Date(time),
    forward: (milliseconds) => {
      time += milliseconds;
    },
  };
}

function newClient(ask: (request: Request) => Promise<Response>): Client {
  const cookies = new Map<string, string>();
  const send: Client['send'] = async (method, path, { body, headers = {} } = {}) => {
    const request = new Request(ORIGIN + path, {
      method,
      headers: headersOf(method, cookies, headers),
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
    });
    const response = await ask(request);
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const answer = { status: response.status, body: await response.json(), headers: response.headers };
    assertDescribed(method, path, answer);
    return answer;
  };
  return {
    cookies,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, { body }),
    put: (path, body) => send('PUT', path, { body }),
    delete: (path, body) => send('DELETE', path, { body }),
  };
}

function headersOf(
  method: string,
  cookies: ReadonlyMap<string, string>,
  more: Readonly<Record<string, string | null>>,
): Headers {
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin' });
  if (method !== 'GET') {
    headers.set('Origin', ORIGIN);
    headers.set('Content-Type', 'application/json');
  }
  if (cookies.size > 0)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  for (const [name, value] of Object.entries(more))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return headers;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/;\s*Max-Age=0(;|$)/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

const RefusalSchema = v.strictObject({
  error: v.strictObject({
    code: v.picklist(REFUSAL_CODES),
    detail: v.optional(v.string()),
    fields: v.optional(
      v.array(v.strictObject({ field: v.string(), reason: v.string(), remedy: v.optional(v.string()) })),
    ),
    current: v.optional(v.record(v.string(), v.unknown())),
  }),
});

/** Every answer of every test is as its route says (the description for other programs is made from the same). */
function assertDescribed(method: string, path: string, { status, body }: Answered): void {
  const schema = status < 300 ? routeOf(method, path)?.answer : RefusalSchema;
  if (!schema) return;
  const read = v.safeParse(schema, body);
  if (read.success) return;
  const [issue] = read.issues;
  throw new Error(
    `${method} ${path} answered what it does not describe: ${issue && v.getDotPath(issue)} ${issue?.message}`,
  );
}

function routeOf(method: string, path: string) {
  const parts = path.replace(/\?.*$/, '').split('/');
  const found = ROUTES.filter((one) => {
    const own = one.path.split('/');
    return (
      one.method === method &&
      own.length === parts.length &&
      own.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
  // A path that is written out goes before one with a place to fill.
  return found.find((one) => !one.path.includes(':')) ?? found[0];
}

async function signIn(
  db: Db,
  clock: Clock,
  client: Client,
  roles: Role[],
  options: SignInOptions,
): Promise<SignedIn> {
  const now = clock.now();
  const id = options.account ?? randomUUID();
  const name = options.name ?? `${roles.join(' ') || 'nobody'} ${id.slice(0, 8)}`;
  const credentialId = options.credentialId ?? `key-${randomUUID()}`;
  if (!options.account)
    await db.insert(accounts).values({
      id,
      name,
      roles,
      regions: [...(options.regions ?? [])],
      languages: [...(options.languages ?? ['en'])],
      state: 'active',
      madeAt: now,
      activeSince: options.activeSince ?? new Date(now.getTime() - 365 * DAY),
    });
  if (!options.credentialId)
    await db
      .insert(credentials)
      .values({ id: credentialId, accountId: id, publicKey: '', counter: 0, state: 'active', madeAt: now });
  const token = newToken();
  await db.insert(sessions).values({
    idHash: hashOfToken(token),
    accountId: id,
    credentialId,
    madeAt: now,
    seenAt: now,
    steppedUpAt: options.isSteppedUp ? now : null,
  });
  client.cookies.set(SESSION_COOKIE, token);
  return { ...client, id, name, credentialId, token };
}
