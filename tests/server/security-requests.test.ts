import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskApp } from '../../src/server/http/app.ts';
import { type LimitName, type Route, route } from '../../src/server/http/route.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { DATABASES, MINUTE, ORIGIN, openDesk, type SignedIn, type TestDesk } from './harness.ts';

const filled = (path: string) => path.replaceAll(/:\w+/g, () => randomUUID());
const CHANGING = ROUTES.filter(({ method }) => method !== 'GET');
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
/** With a body of its own, so that a key in it can be unknown. */
const WITH_BODY = CHANGING.filter(({ body }) => body);

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  let person: SignedIn;
  beforeAll(async () => {
    desk = await openDesk(kind);
    person = await desk.signIn(['contributor', 'reviewer', 'coordinator', 'auditor'], { isSteppedUp: true });
  });
  afterAll(() => desk.close());
  /** The same person at another address, where nothing was counted yet. */
  const elsewhere = () => {
    const client = desk.client();
    for (const [name, value] of person.cookies) client.cookies.set(name, value);
    return client;
  };

  test.each([
    ['without an origin', { Origin: null }],
    ['from another origin', { Origin: 'https://evil.example' }],
    ['from an origin that begins like ours', { Origin: `${ORIGIN}.evil.example` }],
    ['from no origin at all', { Origin: 'null' }],
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbour of our site', { 'Sec-Fetch-Site': 'same-site' }],
    ['that somebody typed', { 'Sec-Fetch-Site': 'none' }],
    ['of a browser that does not say from where', { 'Sec-Fetch-Site': null }],
    ['as plain text', { 'Content-Type': 'text/plain' }],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['as a form with a file', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['of no kind', { 'Content-Type': null }],
    ['of JSON and a trick', { 'Content-Type': 'text/plain; application/json' }],
  ])('SV-5 no route takes a change %s', async (_, headers) => {
    for (const one of CHANGING) {
      const answer = await person.send(one.method, filled(one.path), { body: '{}', headers });
      expect([answer.status, answer.body], nameOf(one)).toEqual([403, { error: { code: 'wrong-origin' } }]);
    }
  });

  test('SV-5 nothing changes by reading: what is posted is not there to be got', async () => {
    const gettable = new Set(ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path));
    for (const one of CHANGING)
      if (!gettable.has(one.path)) expect((await person.get(filled(one.path))).status, one.path).toBe(404);
  });

  test('SV-1 no answer lets another origin read it', async () => {
    for (const one of ROUTES) {
      const client = desk.client();
      const { headers } = await client.send(one.method, filled(one.path), {
        headers: { Origin: 'https://evil.example' },
      });
      expect(headers.get('access-control-allow-origin'), nameOf(one)).toBeNull();
      expect(headers.get('cache-control'), nameOf(one)).toBe('no-store');
    }
  });

  test.each([
    ['of more than a megabyte', `{"name":"${'x'.repeat(1_000_000)}"}`, 413, 'too-large'],
    ['eleven deep', `${'{"a":'.repeat(11)}1${'}'.repeat(11)}`, 413, 'too-large'],
    ['with more than 500 in a list', JSON.stringify({ languages: Array(501).fill('en') }), 413, 'too-large'],
    ['that is not JSON', '{name: "x"}', 422, 'bad-request'],
    ['with a comma too many', '{"name":"x",}', 422, 'bad-request'],
    ['with NaN', '{"name":NaN}', 422, 'bad-request'],
    ['that is two', '{} {}', 422, 'bad-request'],
    ['with a NUL', '{"name":"a\\u0000b","languages":[]}', 422, 'bad-request'],
    ['with half a pair', '{"name":"a\\ud800b","languages":[]}', 422, 'bad-request'],
  ])('SV-16 a body %s is refused by every route', async (_, body, status, code) => {
    for (const one of CHANGING) {
      const own = await desk.signIn(['contributor', 'reviewer', 'coordinator', 'auditor']);
      const answer = await own.send(one.method, filled(one.path), { body });
      expect([answer.status, answer.body], nameOf(one)).toEqual([status, { error: { code } }]);
    }
  });

  test('SV-16 ten deep and 500 in a list are read', async () => {
    const answer = await person.put('/api/me', JSON.parse(`${'{"a":'.repeat(10)}1${'}'.repeat(10)}`));
    expect(answer.body.error.code).toBe('bad-request');
    const many = await person.put('/api/me', { name: 'x', languages: Array(500).fill('en') });
    expect(many.body.error.code).toBe('bad-request');
  });

  test('SV-16 a key or a parameter that a route does not know is refused, and the answer repeats no value', async () => {
    for (const one of CHANGING) {
      const { status, body } = await elsewhere().send(one.method, filled(one.path), {
        body: { 'unknown-key': 'Secret Street 5' },
      });
      expect(status, nameOf(one)).toBe(422);
      expect(JSON.stringify(body), nameOf(one)).not.toContain('Secret Street');
    }
    for (const one of ROUTES.filter(({ method }) => method === 'GET')) {
      const { status } = await person.get(`${filled(one.path)}?unknown-key=1`);
      expect(status, nameOf(one)).toBe(422);
    }
    expect(WITH_BODY.length).toBeGreaterThan(5);
  });

  test('SV-16 an id that is none is not found', async () => {
    for (const one of ROUTES.filter(({ path }) => path.includes(':')))
      for (const id of ['1', "' or 1=1 --", '%00', 'x'.repeat(2000), '..%2f..']) {
        const path = one.path.replaceAll(/:\w+/g, () => encodeURIComponent(id).replace('%25', '%'));
        const { status } = await person.send(one.method, path);
        // 410: a link that never was is not told from one that ended.
        expect([404, 410, 422], `${nameOf(one)} ${id.slice(0, 20)}`).toContain(status);
      }
  });

  test('SV-16 an error says that it is one, and nothing else', async () => {
    const failing = route({
      method: 'GET',
      path: '/api/failing',
      summary: '',
      who: 'anyone',
      limit: 'read',
      answer: v.strictObject({}),
      run: () => Promise.reject(new Error('secret: at a place in the code')),
    });
    const { db, clock } = desk;
    const app = deskApp({ db, now: clock.now, origin: ORIGIN, isDemo: false }, [failing], () => '');
    const answer = await app.fetch(new Request(`${ORIGIN}/api/failing`));
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":{"code":"failed"}}']);
  });

  const LIMITED: readonly (readonly [LimitName, string, string, number])[] = [
    ['sign-in', 'POST', '/api/sign-in', 20],
    ['enrol', 'POST', '/api/enrol', 20],
    ['draft', 'PUT', '/api/me', 300],
    ['read', 'GET', '/api/health', 1200],
  ];

  test.each(LIMITED)(
    'SV-15 NW-11 %s is limited by address, and says when to come again',
    async (_, method, path, most) => {
      const client = desk.client();
      for (let time = 0; time < most; time++) expect((await client.send(method, path)).status).not.toBe(429);
      const { status, headers, body } = await client.send(method, path);
      expect([status, body.error.code]).toEqual([429, 'slow-down']);
      const wait = Number(headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect((await desk.client().send(method, path)).status).not.toBe(429);
      desk.clock.forward(wait * 1000);
      expect((await client.send(method, path)).status).not.toBe(429);
      person = await desk.signIn(['coordinator'], { isSteppedUp: true });
    },
  );

  test('SV-15 whoever is limited is told so whether or not the passkey is known', async () => {
    const client = desk.client();
    const bodies = [];
    for (let time = 0; time < 25; time++)
      bodies.push(JSON.stringify((await client.post('/api/sign-in/options')).body.error));
    expect(bodies.filter((one) => one !== undefined)).toHaveLength(5);
    desk.clock.forward(10 * MINUTE);
  });
});
