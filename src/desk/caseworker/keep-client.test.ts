import { describe, expect, it } from 'vitest';
import { caseloadHere, clientOf } from '../../../tests/fixtures/caseload-here.ts';
import { gained, WORDS } from '../../../tests/fixtures/vault-profile.ts';
import { addClient, keepThisClient } from './caseload/add-client.ts';
import { EMPTY_PROFILE } from './domain/profile.ts';
import { keepClient } from './keep-client.ts';
import { createWorkspace, startNewClient, takeUpClient } from './workspace.ts';

const PROFILE = { ...EMPTY_PROFILE, isStatusSafe: true };

async function desk() {
  const here = caseloadHere();
  const workspace = createWorkspace('en');
  const stop = keepClient(workspace, here.caseload);
  gained(await here.caseload.create(WORDS));
  const puts: string[] = [];
  const put = here.caseload.put.bind(here.caseload);
  here.caseload.put = (kind, content) => {
    puts.push(kind);
    return put(kind, content);
  };
  return { ...here, workspace, stop, puts };
}

describe('what is done for a client who is kept (C3)', () => {
  it('is kept at each change, and nothing is kept of somebody who is not', async () => {
    const { caseload, workspace, cases, puts } = await desk();
    workspace.set({ shortlist: ['one'] });
    expect(puts).toEqual([]);
    const client = clientOf();
    gained(await caseload.put('client', client));
    takeUpClient(workspace, client);
    workspace.set({ shortlist: ['two'] });
    workspace.set({ profile: PROFILE });
    expect(cases().clients).toEqual([{ ...client, shortlist: ['two'], profile: PROFILE }]);
  });

  it('seals nothing where only a screen was changed, or a client was taken up', async () => {
    const { caseload, workspace, puts, profile } = await desk();
    const client = clientOf({ regions: ['sample'], profile: PROFILE });
    gained(await caseload.put('client', client));
    workspace.set({ regions: ['elsewhere'] });
    const before = await profile.fingerprint();
    takeUpClient(workspace, client);
    workspace.set({ screen: 'compare' });
    expect(workspace.get().regions).toEqual(['sample']);
    expect(puts).toEqual(['client']);
    expect(await profile.fingerprint()).toBe(before);
  });

  it('keeps whoever is on the screens under a new code, with what was chosen so far', async () => {
    const { caseload, workspace, cases } = await desk();
    workspace.set({ shortlist: ['one'], profile: PROFILE, regions: ['sample'] });
    gained(await keepThisClient(workspace, caseload, Date.parse('2026-11-29T12:00:00Z')));
    expect(cases().clients).toEqual([
      expect.objectContaining({
        shortlist: ['one'],
        profile: PROFILE,
        regions: ['sample'],
        openedOn: '2026-11-29',
        note: '',
      }),
    ]);
    expect(cases().clients[0]?.code.words).toMatch(/^[a-z]+ [a-z]+$/);
    expect(workspace.get().client).toBe(cases().clients[0]?.id);
    gained(await addClient(workspace, caseload, 0));
    expect(cases().clients).toHaveLength(2);
    expect(workspace.get()).toMatchObject({ shortlist: [], profile: EMPTY_PROFILE, regions: ['sample'] });
  });

  it('stays on the screens, as of somebody who is not kept, where the first keeping fails', async () => {
    const { caseload, workspace, failNext } = await desk();
    workspace.set({ shortlist: ['one'] });
    failNext({ kind: 'storage-full' });
    expect((await keepThisClient(workspace, caseload, 0)).ok).toBe(false);
    expect(workspace.get()).toMatchObject({ client: null, shortlist: ['one'] });
  });

  it('goes from the screens when the vault locks, also what was of nobody', async () => {
    const { caseload, workspace } = await desk();
    const client = clientOf({ shortlist: ['one'] });
    gained(await caseload.put('client', client));
    takeUpClient(workspace, client);
    workspace.set({ screen: 'client' });
    caseload.lock();
    expect(workspace.get()).toMatchObject({ client: null, shortlist: [], screen: 'match' });
    gained(await caseload.open(WORDS));
    workspace.set({ shortlist: ['two'], screen: 'data' });
    caseload.lock();
    expect(workspace.get()).toMatchObject({ shortlist: [], screen: 'data' });
  });

  it('goes on for another client without a word of the one before', async () => {
    const { caseload, workspace, cases } = await desk();
    const [one, other] = [clientOf({ shortlist: ['one'] }), clientOf({ shortlist: [] })];
    for (const client of [one, other]) gained(await caseload.put('client', client));
    takeUpClient(workspace, one);
    takeUpClient(workspace, other);
    startNewClient(workspace);
    const shortlistOf = (id: string) => cases().clients.find((client) => client.id === id)?.shortlist;
    expect([shortlistOf(one.id), shortlistOf(other.id)]).toEqual([['one'], []]);
  });
});
