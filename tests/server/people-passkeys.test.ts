import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accounts, credentials, links, sessions } from '../../src/server/database/tables.ts';
import { newAuthenticator } from './authenticator.ts';
import { approve, enrol, invite, signIn, stepUp, tokenOf, welcome } from './ceremonies.ts';
import { DATABASES, HOUR, MINUTE, ORIGIN, openDesk, type SignedIn, type TestDesk } from './harness.ts';

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  let pair: [SignedIn, SignedIn];
  const coordinator = () => desk.signIn('coordinator', { isSteppedUp: true });
  const bothCoordinators = async () => [await coordinator(), await coordinator()] as [SignedIn, SignedIn];
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  describe('enrolling by a link', () => {
    beforeAll(async () => {
      pair = await bothCoordinators();
    });

    test('SV-2 an invitation only enrols a passkey, which can do nothing until two coordinators approved it', async () => {
      const device = newAuthenticator();
      const client = desk.client();
      const { id, link } = await invite(pair[0]);
      expect(await enrol(client, link, device)).toMatchObject({ status: 201, body: { state: 'waiting' } });
      expect(await signIn(client, device)).toMatchObject({ status: 401 });
      const path = `/api/people/${id}/credentials/${device.id}/approve`;
      expect((await pair[0].post(path)).body).toEqual({ state: 'proposed' });
      expect((await pair[0].post(path)).body).toEqual({ state: 'proposed' });
      expect(await signIn(client, device)).toMatchObject({ status: 401 });
      expect((await pair[1].post(path)).body).toEqual({ state: 'done' });
      const answer = await signIn(client, device);
      expect(answer).toMatchObject({ status: 200, body: { me: { id, roles: ['contributor'] } } });
    });

    test('SV-2 a link holds 256 bits, of which the database keeps only a hash', async () => {
      const { id, link } = await invite(pair[0]);
      expect(Buffer.from(tokenOf(link), 'base64url')).toHaveLength(32);
      expect(link).toMatch(new RegExp(`^${ORIGIN}/#`));
      const [kept] = await desk.db.select().from(links).where(eq(links.accountId, id));
      expect(JSON.stringify(kept)).not.toContain(tokenOf(link));
    });

    test('SV-2 SV-15 a used, an ended and an unknown link are refused in the same words', async () => {
      const { link } = await invite(pair[0]);
      await enrol(desk.client(), link, newAuthenticator());
      const used = await enrol(desk.client(), link, newAuthenticator());
      expect(used.status).toBe(410);
      const unknown = await enrol(desk.client(), `/#${'A'.repeat(43)}`, newAuthenticator());
      expect([unknown.status, unknown.body]).toEqual([used.status, used.body]);
      const { link: other } = await invite(pair[0]);
      desk.clock.forward(24 * HOUR);
      const ended = await enrol(desk.client(), other, newAuthenticator());
      expect([ended.status, ended.body]).toEqual([used.status, used.body]);
      pair = await bothCoordinators();
    });

    test('SV-2 of two devices at once, a link enrols one', async () => {
      const { id, link } = await invite(pair[0]);
      const outcomes = await Promise.all(
        [newAuthenticator(), newAuthenticator(), newAuthenticator()].map((device) =>
          enrol(desk.client(), link, device),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
      expect(await desk.db.select().from(credentials).where(eq(credentials.accountId, id))).toHaveLength(1);
    });

    test.each([
      ['a device that did not make sure who it is', { isVerified: false }],
      ['another origin', { origin: 'https://desk.example.evil' }],
      ['our origin on another port', { origin: `${ORIGIN}:8443` }],
      ['another name of a relying party', { rpId: 'evil' }],
      ['an answer to a request to sign in', { type: 'webauthn.get' }],
      ['a challenge that was never given', { challenge: 'A'.repeat(43) }],
    ])('SV-2 SV-3 a passkey made with %s is refused', async (_, wrong) => {
      const { link } = await invite(pair[0]);
      expect(await enrol(desk.client(), link, newAuthenticator(), wrong)).toMatchObject({ status: 422 });
    });

    test('SV-3 a challenge of one link is not good for another', async () => {
      const [one, other] = [await invite(pair[0]), await invite(pair[0])];
      const client = desk.client();
      const options = await client.post('/api/enrol/options', { token: tokenOf(one.link) });
      const response = newAuthenticator().make(options.body);
      const answer = await client.post('/api/enrol', { token: tokenOf(other.link), response });
      expect(answer.status).toBe(422);
    });
  });

  describe('recovery', () => {
    let device: ReturnType<typeof newAuthenticator>;
    let id: string;
    beforeAll(async () => {
      pair = await bothCoordinators();
      device = newAuthenticator();
      id = await welcome(pair, desk.client(), device);
    });

    async function recover(code: string): Promise<string> {
      const answer = await pair[0].post(`/api/people/${id}/recovery`, { browser: code });
      expect(answer.status).toBe(201);
      return answer.body.link;
    }

    test('SV-2 works in the browser that asked, and in no other', async () => {
      const browser = desk.client();
      const { code } = (await browser.post('/api/recovery')).body;
      const link = await recover(code);
      const other = desk.client();
      expect(await enrol(other, link, newAuthenticator())).toMatchObject({ status: 410 });
      await other.post('/api/recovery');
      expect(await enrol(other, link, newAuthenticator())).toMatchObject({ status: 410 });
      expect(await enrol(browser, link, newAuthenticator())).toMatchObject({
        status: 201,
        body: { state: 'waiting' },
      });
    });

    test('SV-2 ends after ten minutes', async () => {
      const browser = desk.client();
      const link = await recover((await browser.post('/api/recovery')).body.code);
      desk.clock.forward(11 * MINUTE);
      expect(await enrol(browser, link, newAuthenticator())).toMatchObject({ status: 410 });
      pair = await bothCoordinators();
    });

    test('SV-2 SV-8 the new passkey replaces the lost one, once two coordinators approved it', async () => {
      const [browser, before] = [desk.client(), desk.client()];
      await signIn(before, device);
      const link = await recover((await browser.post('/api/recovery')).body.code);
      const found = newAuthenticator();
      await enrol(browser, link, found);
      expect((await before.get('/api/session')).body.me.id).toBe(id);
      await approve(pair, id, found);
      expect((await before.get('/api/session')).body.me).toBeNull();
      expect(await signIn(before, device)).toMatchObject({ status: 401 });
      expect(await signIn(browser, found)).toMatchObject({ status: 200 });
      device = found;
    });

    test('SV-8 nobody approves a passkey of their own, nor roles for themselves', async () => {
      const [first] = pair;
      const own = `/api/people/${first.id}`;
      expect((await first.post(`${own}/credentials/${first.credentialId}/approve`)).body.error.code).toBe(
        'own-edit',
      );
      expect((await first.post(`${own}/roles`, { roles: ['auditor'] })).body.error.code).toBe('own-edit');
    });
  });

  describe('signing in', () => {
    let device: ReturnType<typeof newAuthenticator>;
    let id: string;
    beforeAll(async () => {
      pair = await bothCoordinators();
      device = newAuthenticator();
      id = await welcome(pair, desk.client(), device, { roles: ['reviewer'] });
    });

    test('SV-3 a signature counts once', async () => {
      const client = desk.client();
      const options = await client.post('/api/sign-in/options');
      const response = device.sign(options.body);
      expect((await client.post('/api/sign-in', { response })).status).toBe(200);
      expect((await desk.client().post('/api/sign-in', { response })).status).toBe(401);
    });

    test('SV-3 a challenge that was answered wrongly is gone', async () => {
      const client = desk.client();
      const options = await client.post('/api/sign-in/options');
      const wrong = device.sign(options.body, { signer: newAuthenticator() });
      expect((await client.post('/api/sign-in', { response: wrong })).status).toBe(401);
      expect((await client.post('/api/sign-in', { response: device.sign(options.body) })).status).toBe(401);
    });

    test('SV-3 a challenge ends after five minutes', async () => {
      const client = desk.client();
      const options = await client.post('/api/sign-in/options');
      desk.clock.forward(5 * MINUTE);
      expect((await client.post('/api/sign-in', { response: device.sign(options.body) })).status).toBe(401);
    });

    test.each([
      ['from another origin', { origin: 'https://evil.example' }],
      ['over plain HTTP', { origin: 'http://desk.example' }],
      ['for another relying party', { rpId: 'example' }],
      ['without making sure who it is', { isVerified: false }],
      ['as a registration', { type: 'webauthn.create' }],
    ])('SV-2 SV-3 an assertion %s is refused', async (_, wrong) => {
      expect(await signIn(desk.client(), device, wrong)).toMatchObject({ status: 401 });
    });

    test('SV-15 somebody unknown, a wrong signature and a passkey that waits get the same answer, and options name nobody', async () => {
      const waiting = newAuthenticator();
      const { link } = await invite(pair[0]);
      await enrol(desk.client(), link, waiting);
      const answers = [
        await signIn(desk.client(), newAuthenticator()),
        await signIn(desk.client(), device, { signer: newAuthenticator() }),
        await signIn(desk.client(), waiting),
      ];
      for (const { status, body } of answers)
        expect([status, body]).toEqual([401, { error: { code: 'not-signed-in' } }]);
      expect((await desk.client().post('/api/sign-in/options')).body.allowCredentials).toEqual([]);
    });

    test('SV-4 the cookie is of this host only, for no script and no other site, and ends with the browser', async () => {
      const client = desk.client();
      const { headers } = await signIn(client, device);
      expect(headers.get('set-cookie')).toMatch(
        /^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      );
    });

    test('SV-4 each sign-in has a session of its own, and the one before in that browser ends', async () => {
      const client = desk.client();
      await signIn(client, device);
      const before = client.cookies.get('__Host-session');
      await signIn(client, device);
      expect(client.cookies.get('__Host-session')).not.toBe(before);
      const old = desk.client();
      old.cookies.set('__Host-session', before ?? '');
      expect((await old.get('/api/session')).body.me).toBeNull();
    });

    test('SV-4 ends at once on signing out, and the browser is told to forget', async () => {
      const client = desk.client();
      await signIn(client, device);
      const kept = client.cookies.get('__Host-session') ?? '';
      const { headers } = await client.post('/api/sign-out');
      expect(headers.get('clear-site-data')).toContain('"storage"');
      expect(client.cookies.has('__Host-session')).toBe(false);
      client.cookies.set('__Host-session', kept);
      expect((await client.post('/api/step-up/options')).status).toBe(401);
    });

    test('SV-4 ends after half an hour without use, and after twelve hours in any case', async () => {
      const [idle, busy] = [desk.client(), desk.client()];
      await signIn(idle, device);
      await signIn(busy, device);
      for (let passed = 0; passed < 12 * HOUR; passed += 20 * MINUTE) {
        expect((await busy.get('/api/session')).body.me?.id).toBe(id);
        // Asked before the twelve hours are over, which would end it too.
        if (passed === 40 * MINUTE) expect((await idle.get('/api/session')).body.me).toBeNull();
        desk.clock.forward(20 * MINUTE);
      }
      expect((await busy.get('/api/session')).body.me).toBeNull();
      pair = await bothCoordinators();
    });

    test('SV-7 stepping up takes the same passkey, once more', async () => {
      const client = desk.client();
      await signIn(client, device);
      await desk.db.update(sessions).set({ steppedUpAt: null }).where(eq(sessions.accountId, id));
      expect((await stepUp(client, newAuthenticator())).body.error.code).toBe('step-up');
      expect((await stepUp(client, device, { isVerified: false })).body.error.code).toBe('step-up');
      expect((await stepUp(client, device)).body.steppedUpAt).toBe(desk.clock.now().toISOString());
      expect((await client.get('/api/session')).body.steppedUpAt).toBe(desk.clock.now().toISOString());
    });

    test('SV-7 a challenge to sign in is not one to step up, and one person’s is not another’s', async () => {
      const [client, other] = [desk.client(), await desk.signIn('reviewer')];
      await signIn(client, device);
      for (const asked of [client.post('/api/sign-in/options'), other.post('/api/step-up/options')]) {
        const response = device.sign((await asked).body);
        expect((await client.post('/api/step-up', { response })).status).toBe(403);
      }
    });

    test('SV-3 a counter that went back locks the passkey, ends its sessions, and coordinators are told', async () => {
      const client = desk.client();
      await signIn(client, device, { counter: 1000 });
      const wrong = await signIn(desk.client(), device, { counter: 999, signer: newAuthenticator() });
      expect(wrong.status).toBe(401);
      expect((await client.get('/api/session')).body.me?.id).toBe(id);
      expect((await signIn(desk.client(), device, { counter: 1000 })).status).toBe(401);
      expect((await client.get('/api/session')).body.me).toBeNull();
      expect((await signIn(desk.client(), device, { counter: 2000 })).status).toBe(401);
      const { people } = (await pair[0].get('/api/people')).body;
      const person = people.find((one: { id: string }) => one.id === id);
      expect(person.credentials).toMatchObject([{ id: device.id, state: 'locked' }]);
      const { entries } = (await pair[0].get('/api/log')).body;
      expect(entries[0]).toMatchObject({ action: 'credential.locked', object: id });
    });

    test('SV-3 a passkey that does not count, as those kept in a cloud, goes on working', async () => {
      const synced = newAuthenticator();
      await welcome(pair, desk.client(), synced);
      for (let time = 0; time < 3; time++)
        expect((await signIn(desk.client(), synced, { counter: 0 })).status).toBe(200);
    });
  });

  test('SV-13 of a person the database keeps a chosen name, roles, regions, languages and days, nothing else', () => {
    expect(Object.keys(accounts).filter((name) => name !== 'enableRLS')).toEqual([
      'id',
      'name',
      'roles',
      'regions',
      'languages',
      'state',
      'madeAt',
      'activeSince',
    ]);
  });
});
