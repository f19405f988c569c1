import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Refusal } from '../../core/desk-api.ts';
import { isOpened } from '../people/opened.ts';
import { readSession } from '../people/session.ts';
import { Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { isRefusal, refusal, statusOf } from './refusal.ts';
import type { Desk, Reply, Route, Session } from './route.ts';

/** From where a request came; the server that listens knows. */
export type AddressOf = (request: Request) => string;

const NOBODY: Session = {
  idHash: '',
  me: { id: '', name: '', roles: [], regions: [], languages: [] },
  credentialId: '',
  steppedUpAt: null,
};

/** The API over its routes. Nothing of a request is written anywhere (NW-11), and no error says more than its code (SV-16). */
export function deskApp(desk: Desk, routes: readonly Route[], addressOf: AddressOf): Hono {
  const app = new Hono();
  const limits = new Limits(desk.now());
  for (const one of routes)
    app.on(one.method, one.path, async (context) => {
      const outcome = await answerOf(context, one, desk, limits, addressOf(context.req.raw));
      return send(context, outcome);
    });
  // That a server is here: the caseworkers' vault refuses to open on an origin that has one (settled 35).
  app.get('/api/', (context) => context.json({}, 200, HEADERS));
  app.notFound((context) => send(context, refusal('not-found')));
  app.onError((_, context) => send(context, refusal('failed')));
  return app;
}

const HEADERS = { 'Cache-Control': 'no-store' };

function send(context: Context, outcome: Reply<unknown> | Refusal): Response {
  if (isRefusal(outcome)) {
    const { code, detail } = outcome.error;
    const wait = code === 'slow-down' && detail ? { 'Retry-After': detail } : {};
    return context.json(outcome, statusOf(code), { ...HEADERS, ...wait });
  }
  return context.json(outcome.answer as object, outcome.status, { ...HEADERS, ...outcome.headers });
}

async function answerOf(
  context: Context,
  one: Route,
  desk: Desk,
  limits: Limits,
  address: string,
): Promise<Reply<unknown> | Refusal> {
  const request = context.req.raw;
  // Before anything is counted: a page elsewhere must not be able to use up what somebody may ask.
  if (one.method !== 'GET' && !isFromOurPage(request, desk.origin)) return refusal('wrong-origin');
  const wait = limits.count(one.limit, address, desk.now());
  if (wait > 0) return refusal('slow-down', { detail: String(wait) });
  if (!one.isEarly && !(await isOpened(desk.db))) return refusal('not-ready');
  const cookies = request.headers.get('cookie') ?? '';
  const session = await readSession(desk.db, cookies, desk.now());
  const barred = barredFrom(one, session);
  if (barred) return barred;
  const params = context.req.param() as Record<string, string>;
  if (!Object.entries(params).every(isParameter)) return refusal('not-found');
  const body = await bodyOf(request, one);
  if (isRefusal(body)) return body;
  const query = v.safeParse(one.query ?? NO_QUERY, context.req.query());
  if (!query.success) return refusal('bad-request', { fields: placesIn(query.issues) });
  return await one.run({
    desk,
    session: session ?? NOBODY,
    params,
    query: query.output,
    body: body.value,
    cookies,
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_PARAMETER = 1400;

/** What is called `id` in a path is one; no other part of a path may hold what an id of any kind never does. */
function isParameter([name, value]: [string, string]): boolean {
  return name === 'id' ? UUID.test(value) : value.length <= LONGEST_PARAMETER && /^[\w.:~-]+$/.test(value);
}

const NO_QUERY = v.strictObject({});

function barredFrom({ who }: Route, session: Session | null): Refusal | null {
  if (who === 'anyone') return null;
  if (!session) return refusal('not-signed-in');
  if (who.length === 0 || who.some((role) => session.me.roles.includes(role))) return null;
  return refusal('not-allowed');
}

/** A form of another site can send neither this kind of content nor our origin (SV-5). */
function isFromOurPage(request: Request, origin: string): boolean {
  const { headers } = request;
  return (
    headers.get('origin') === origin &&
    headers.get('sec-fetch-site') === 'same-origin' &&
    /^application\/json(;\s*charset=utf-8)?$/i.test(headers.get('content-type') ?? '')
  );
}

async function bodyOf(request: Request, one: Route): Promise<{ value: unknown } | Refusal> {
  if (one.method === 'GET') return { value: undefined };
  const read = await readBody(request);
  if (!read.ok) return refusal(read.problem);
  const parsed = v.safeParse(one.body ?? v.optional(NO_QUERY), read.value);
  if (!parsed.success) return refusal('bad-request', { fields: placesIn(parsed.issues) });
  return { value: parsed.output };
}

/** Where, never what: a value may be where a refuge is. */
function placesIn(issues: readonly v.BaseIssue<unknown>[]): { field: string; reason: string }[] {
  return issues.slice(0, 20).map((issue) => ({
    field: (v.getDotPath(issue) ?? '(all)').slice(0, 120),
    reason: issue.message.replace(/ but received [\s\S]*$/, ''),
  }));
}
