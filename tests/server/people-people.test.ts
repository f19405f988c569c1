import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/server/audit/verify-log.ts';
import { accounts, links } from '../../src/server/database/tables.ts';
import { newAuthenticator } from './authenticator.ts';
import { enrol, invite, signIn, welcome } from './ceremonies.ts';
import { DATABASES, DAY, MINUTE, openDesk, type SignedIn, type TestDesk } from './harness.ts';

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  let pair: [SignedIn, SignedIn];
  const newPair = async () => {
    const one = await desk.signIn('coordinator', { isSteppedUp: true });
    pair = [one, await desk.signIn('coordinator', { isSteppedUp: true })];
  };
  beforeAll(async () => {
    desk = await openDesk(kind);
    await newPair();
  });
  afterAll(() => desk.close());

  const rolesOf = async (id: string) =>
    (await desk.db.select().from(accounts).where(eq(accounts.id, id)))[0]?.roles;
  const openOnes = async () => (await pair[1].get('/api/proposals')).body.proposals;

  test('SV-8 a role is given by two coordinators, and its holder signs in anew', async () => {
    const person = await desk.signIn('contributor');
    const path = `/api/people/${person.id}/roles`;
    const wanted = { roles: ['contributor', 'reviewer'] };
    expect((await pair[0].post(path, wanted)).body).toEqual({ state: 'proposed' });
    expect(await rolesOf(person.id)).toEqual(['contributor']);
    const [proposal] = await openOnes();
    expect(proposal).toMatchObject({
      kind: 'grant-roles',
      subject: person.id,
      by: { id: pair[0].id },
      ...wanted,
    });
    const own = await pair[0].post(`/api/proposals/${proposal.id}/agree`);
    expect(own).toMatchObject({ status: 403, body: { error: { code: 'own-edit' } } });
    expect((await pair[1].post(`/api/proposals/${proposal.id}/agree`)).body).toEqual({ state: 'done' });
    expect(await rolesOf(person.id)).toEqual(['contributor', 'reviewer']);
    expect((await person.post('/api/step-up/options')).status).toBe(401);
    expect(await openOnes()).toEqual([]);
  });

  test('SV-7 SV-8 two accounts with one passkey are not two coordinators', async () => {
    const twin = await desk.signIn('coordinator', { isSteppedUp: true, credentialId: pair[0].credentialId });
    const person = await desk.signIn('contributor');
    await pair[0].post(`/api/people/${person.id}/roles`, { roles: ['reviewer'] });
    const [proposal] = await openOnes();
    const answer = await twin.post(`/api/proposals/${proposal.id}/agree`);
    expect(answer.body.error.code).toBe('same-credential');
    expect(await rolesOf(person.id)).toEqual(['contributor']);
    await pair[1].post(`/api/proposals/${proposal.id}/agree`);
  });

  test('SV-8 two who agree at once carry it out once', async () => {
    const person = await desk.signIn('contributor');
    await pair[0].post(`/api/people/${person.id}/roles`, { roles: ['reviewer'] });
    const [proposal] = await openOnes();
    const third = await desk.signIn('coordinator', { isSteppedUp: true });
    const answers = await Promise.all(
      [pair[1], third].map((one) => one.post(`/api/proposals/${proposal.id}/agree`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('SV-8 a proposal of somebody who was disabled since, or of a week ago, counts no more', async () => {
    const [person, gone] = [
      await desk.signIn('contributor'),
      await desk.signIn('coordinator', { isSteppedUp: true }),
    ];
    await gone.post(`/api/people/${person.id}/roles`, { roles: ['reviewer'] });
    await pair[0].post(`/api/people/${gone.id}/disable`);
    expect(await openOnes()).toEqual([]);
    await pair[0].post(`/api/people/${person.id}/roles`, { roles: ['auditor'] });
    expect(await openOnes()).toHaveLength(1);
    desk.clock.forward(7 * DAY);
    await newPair();
    expect(await openOnes()).toEqual([]);
  });

  test('SV-4 to take a role away one is enough; it is gone at once, and so are the sessions', async () => {
    const person = await desk.signIn(['contributor', 'reviewer']);
    const answer = await pair[0].post(`/api/people/${person.id}/roles`, { roles: ['contributor'] });
    expect(answer.body).toEqual({ state: 'done' });
    expect(await rolesOf(person.id)).toEqual(['contributor']);
    expect((await person.post('/api/step-up/options')).status).toBe(401);
  });

  test('SV-4 disabling ends sessions, passkeys and links at once', async () => {
    const [device, client] = [newAuthenticator(), desk.client()];
    const id = await welcome(pair, client, device);
    await signIn(client, device);
    const recovery = await pair[0].post(`/api/people/${id}/recovery`, {
      browser: (await client.post('/api/recovery')).body.code,
    });
    expect((await pair[0].post(`/api/people/${id}/disable`)).status).toBe(200);
    expect((await client.post('/api/step-up/options')).status).toBe(401);
    expect((await signIn(client, device)).status).toBe(401);
    expect((await enrol(client, recovery.body.link, newAuthenticator())).status).toBe(410);
    expect((await pair[0].post(`/api/people/${pair[0].id}/disable`)).body.error.code).toBe('own-edit');
  });

  test('SV-4 a passkey that one coordinator removes works no more', async () => {
    const [device, client] = [newAuthenticator(), desk.client()];
    const id = await welcome(pair, client, device);
    await signIn(client, device);
    expect((await pair[1].post(`/api/people/${id}/credentials/${device.id}/remove`)).status).toBe(200);
    expect((await client.post('/api/step-up/options')).status).toBe(401);
    expect((await signIn(client, device)).status).toBe(401);
    const again = await pair[1].post(`/api/people/${id}/credentials/${device.id}/approve`);
    expect(again.body.error.code).toBe('already-decided');
  });

  test('SV-7 whoever changes who may do what has been made sure of within five minutes', async () => {
    const person = await desk.signIn('contributor');
    desk.clock.forward(5 * MINUTE + 1);
    for (const [path, body] of [
      ['/api/people/invitations', { name: 'Late', roles: [], regions: [], languages: [] }],
      [`/api/people/${person.id}/recovery`, { browser: 'abcdefghjkmn' }],
      [`/api/people/${person.id}/roles`, { roles: ['reviewer'] }],
      [`/api/people/${person.id}/credentials/${person.credentialId}/approve`, {}],
      [`/api/proposals/${person.id}/agree`, {}],
    ] as const)
      expect((await pair[0].post(path, body)).body.error.code, path).toBe('step-up');
    await newPair();
  });

  test('SV-6 a passkey is only found with the account that it belongs to', async () => {
    const [one, other] = [await desk.signIn('contributor'), await desk.signIn('contributor')];
    const answer = await pair[0].post(`/api/people/${one.id}/credentials/${other.credentialId}/remove`);
    expect(answer.status).toBe(404);
    expect((await other.get('/api/session')).body.me.id).toBe(other.id);
  });

  test('a person chooses a name that nobody has, without signs that hide who it is', async () => {
    const person = await desk.signIn('contributor');
    const answer = await person.put('/api/me', { name: '  Amina ', languages: ['sw', 'en'] });
    expect(answer.body).toMatchObject({
      id: person.id,
      name: 'Amina',
      languages: ['sw', 'en'],
      roles: ['contributor'],
    });
    const other = await desk.signIn('contributor');
    for (const name of ['Amina', '', 'A\u202Enima', 'A\nB', 'x'.repeat(61)])
      expect((await other.put('/api/me', { name, languages: [] })).status, name).toBe(422);
    expect((await other.put('/api/me', { name: 'B', languages: [], roles: ['coordinator'] })).status).toBe(
      422,
    );
  });

  test('SV-8 two invitations under one name are not made', async () => {
    await invite(pair[0], { name: 'Only one' });
    const answer = await pair[0].post('/api/people/invitations', {
      name: 'Only one',
      roles: [],
      regions: [],
      languages: [],
    });
    expect(answer).toMatchObject({ status: 422, body: { error: { fields: [{ field: 'name' }] } } });
  });

  test('SV-14 the log says who was invited, approved, given a role and disabled, names nobody, and is whole', async () => {
    const { entries, names } = (await pair[0].get('/api/log')).body;
    // Whoever reads the log reads names; the log itself has ids, so that a name can be changed.
    const [{ actor }] = entries;
    expect(names[actor]).toMatch(/^coordinator /);
    const actions = new Set(entries.map(({ action }: { action: string }) => action));
    for (const action of [
      'person.invited',
      'credential.enrolled',
      'approve-credential.proposed',
      'approve-credential.agreed',
      'grant-roles.agreed',
      'roles.taken',
      'credential.removed',
      'person.disabled',
      'person.changed',
    ])
      expect(actions).toContain(action);
    expect(JSON.stringify(entries)).not.toContain('Amina');
    expect(await verifyLog(desk.db)).toMatchObject({ ok: true });
    const older = (await pair[0].get(`/api/log?before=${entries.at(-1).seq}`)).body;
    expect(older.entries.every(({ seq }: { seq: number }) => seq < entries.at(-1).seq)).toBe(true);
  });

  test('SV-2 the database holds no link as it was given out', async () => {
    const kept = await desk.db.select().from(links);
    expect(kept.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true);
  });
});
