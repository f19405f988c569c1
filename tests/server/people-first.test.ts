import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { log } from '../../src/server/database/tables.ts';
import { makeDemoLinks } from '../../src/server/people/demo.ts';
import { inviteFirst } from '../../src/server/people/first-people.ts';
import { newAuthenticator } from './authenticator.ts';
import { enrol, signIn } from './ceremonies.ts';
import { DATABASES, HOUR, ORIGIN, openDesk, type TestDesk } from './harness.ts';

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  afterEach(() => desk.close());

  describe('the first two coordinators', () => {
    beforeEach(async () => {
      desk = await openDesk(kind, { isNew: true });
    });
    const links = async () => (await inviteFirst(desk.db, ORIGIN, desk.clock.now())).map(({ link }) => link);

    test('SV-2 until both are enrolled nothing else works; then both do', async () => {
      const [one = '', other = ''] = await links();
      const [client, device] = [desk.client(), newAuthenticator()];
      expect((await client.get('/api/session')).body).toMatchObject({ isReady: false, me: null });
      expect((await enrol(client, one, device)).body).toEqual({ state: 'waiting' });
      for (const [method, path] of [
        ['POST', '/api/sign-in/options'],
        ['POST', '/api/recovery'],
        ['GET', '/api/people'],
        ['GET', '/api/log'],
      ] as const)
        expect(await client.send(method, path), path).toMatchObject({
          status: 503,
          body: { error: { code: 'not-ready' } },
        });
      const second = newAuthenticator();
      expect((await enrol(desk.client(), other, second)).body).toEqual({ state: 'active' });
      for (const one of [device, second]) {
        const { body } = await signIn(client, one);
        expect(body).toMatchObject({ isReady: true, me: { roles: ['coordinator', 'reviewer'] } });
      }
    });

    test('SV-2 one passkey is not two people', async () => {
      const [one = '', other = ''] = await links();
      const device = newAuthenticator();
      await enrol(desk.client(), one, device);
      expect((await enrol(desk.client(), other, device)).status).toBe(409);
      expect((await desk.client().get('/api/session')).body.isReady).toBe(false);
    });

    test('SV-2 asking for links anew ends the ones before, and what was enrolled by them', async () => {
      const [one = '', other = ''] = await links();
      const stranger = newAuthenticator();
      await enrol(desk.client(), one, stranger);
      const [third = '', fourth = ''] = await links();
      expect((await enrol(desk.client(), other, newAuthenticator())).status).toBe(410);
      await enrol(desk.client(), third, newAuthenticator());
      await enrol(desk.client(), fourth, newAuthenticator());
      expect((await signIn(desk.client(), stranger)).status).toBe(401);
    });

    test('SV-2 links for the first end within a day, and none are made once two coordinators are there', async () => {
      const [one = ''] = await links();
      desk.clock.forward(24 * HOUR);
      expect((await enrol(desk.client(), one, newAuthenticator())).status).toBe(410);
      for (const link of await links()) await enrol(desk.client(), link, newAuthenticator());
      expect(await links()).toEqual([]);
    });

    test('SV-8 where one coordinator is left, whoever runs the server can bring in one more', async () => {
      const devices = [newAuthenticator(), newAuthenticator()];
      for (const link of await links()) await enrol(desk.client(), link, devices.pop() ?? newAuthenticator());
      const lost = await desk.signIn('auditor');
      const left = await desk.signIn('coordinator');
      const { people } = (await left.get('/api/people')).body;
      for (const { id, roles } of people)
        if (id !== left.id && roles.includes('coordinator')) await left.post(`/api/people/${id}/disable`);
      const made = await links();
      expect(made).toHaveLength(1);
      const device = newAuthenticator();
      expect((await enrol(desk.client(), made[0] ?? '', device)).body).toEqual({ state: 'active' });
      expect((await signIn(desk.client(), device)).body.me.roles).toContain('coordinator');
      expect((await lost.get('/api/session')).body.me.roles).toEqual(['auditor']);
      const opened = await desk.db.select().from(log).where(eq(log.action, 'desk.opened'));
      expect(opened).toHaveLength(1);
    });
  });

  describe('the demo', () => {
    test('three people are active as soon as they have a passkey', async () => {
      desk = await openDesk(kind, { isNew: true, isDemo: true });
      const made = await makeDemoLinks(desk.db, ORIGIN, desk.clock.now());
      const roles = [];
      for (const { link } of made) {
        const [client, device] = [desk.client(), newAuthenticator()];
        expect((await enrol(client, link, device)).body).toEqual({ state: 'active' });
        const { body } = await signIn(client, device);
        expect(body).toMatchObject({ isDemo: true, isReady: true });
        roles.push(...body.me.roles);
      }
      expect(roles).toEqual(['contributor', 'reviewer', 'coordinator']);
    });

    test('a desk that is not the demo refuses its links', async () => {
      desk = await openDesk(kind, { isNew: true });
      const [demo] = await makeDemoLinks(desk.db, ORIGIN, desk.clock.now());
      expect((await enrol(desk.client(), demo?.link ?? '', newAuthenticator())).status).toBe(410);
    });

    test('the database of a real desk does not become a demo', async () => {
      desk = await openDesk(kind);
      await expect(makeDemoLinks(desk.db, ORIGIN, desk.clock.now())).rejects.toThrow('real desk');
    });
  });
});
