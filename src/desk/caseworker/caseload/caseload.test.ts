import { describe, expect, it } from 'vitest';
import { caseloadHere, clientOf, USUAL_SETTINGS } from '../../../../tests/fixtures/caseload-here.ts';
import { browserProfile, gained, OTHER_WORDS, WORDS } from '../../../../tests/fixtures/vault-profile.ts';
import { noContact } from '../domain/safe-contact.ts';
import { Caseload } from './caseload.ts';
import { SETTINGS_ID } from './cases.ts';

async function openCaseload(profile = browserProfile()) {
  const here = caseloadHere(profile);
  gained(await here.caseload.create(WORDS));
  return here;
}

describe('the clients of a caseworker (C3, C11)', () => {
  it('nothing is there before a passphrase was chosen, and looking makes nothing', async () => {
    const { caseload, profile } = caseloadHere();
    expect(caseload.get().phase).toBe('unknown');
    await caseload.look();
    expect(caseload.get().phase).toBe('none');
    expect(await profile.databases()).toEqual([]);
  });

  it('says that nothing can be kept where the browser keeps nothing', async () => {
    const { profile } = caseloadHere();
    const vault = profile.vault();
    vault.state = async () => ({ ok: false, problem: { kind: 'no-storage' } });
    const caseload = new Caseload({ vault, now: () => 1, watch: () => () => undefined });
    await caseload.look();
    expect(caseload.get().phase).toBe('no-storage');
  });

  it('what is kept is there again after opening, in the order of the codes', async () => {
    const { caseload, profile, cases } = await openCaseload();
    const later = clientOf({ code: { words: 'wheel wool', shape: 'ring' }, note: 'asked for a bed' });
    const earlier = clientOf({ code: { words: 'acorn anchor', shape: 'dots' } });
    gained(await caseload.put('client', later));
    gained(await caseload.put('client', earlier));
    expect(cases().clients).toEqual([earlier, later]);

    const again = caseloadHere(profile);
    await again.caseload.look();
    expect(again.caseload.get().phase).toBe('closed');
    expect(await again.caseload.open(OTHER_WORDS)).toEqual({ ok: false, problem: { kind: 'not-opened' } });
    gained(await again.caseload.open(WORDS));
    expect(again.cases().clients).toEqual([earlier, later]);
  });

  it('a change shows at once, before it is sealed', async () => {
    const { caseload, cases } = await openCaseload();
    const client = clientOf();
    const keeping = caseload.put('client', client);
    expect(cases().clients).toEqual([client]);
    gained(await keeping);
    expect(cases().clients).toEqual([client]);
  });

  it('locking drops everything that was read, and every call after it says that it is locked', async () => {
    const { caseload, stops } = await openCaseload();
    const client = clientOf({ note: 'asked for a bed' });
    gained(await caseload.put('client', client));
    caseload.lock();
    expect(caseload.get()).toEqual({ phase: 'closed' });
    expect(stops()).toBe(1);
    const locked = { ok: false, problem: { kind: 'locked' } };
    expect(await caseload.put('client', client)).toEqual(locked);
    expect(await caseload.remove(client.id)).toEqual(locked);
    expect(await caseload.eraseClient(client.id)).toEqual(locked);
    expect(await caseload.exportFile(WORDS)).toEqual(locked);
    expect(await caseload.changePassphrase(WORDS, OTHER_WORDS)).toEqual(locked);
  });

  it('another window that locks locks this one too', async () => {
    const { caseload, profile } = await openCaseload();
    const other = caseloadHere(profile);
    gained(await other.caseload.open(WORDS));
    other.caseload.lock();
    expect(caseload.get().phase).toBe('closed');
  });

  it('what could not be kept is read again, and why is said until something is kept', async () => {
    const { caseload, cases, failNext } = await openCaseload();
    const client = clientOf({ note: 'before' });
    gained(await caseload.put('client', client));
    failNext({ kind: 'storage-full' });
    await caseload.put('client', { ...client, note: 'after' });
    expect(cases().clients).toEqual([client]);
    expect(caseload.get()).toMatchObject({ unkept: { kind: 'storage-full' } });
    gained(await caseload.put('client', { ...client, note: 'once more' }));
    expect(cases().clients[0]?.note).toBe('once more');
    expect(caseload.get()).toMatchObject({ unkept: null });
  });

  it('erasing a client takes all that is the client’s and nothing else', async () => {
    const { caseload, cases } = await openCaseload();
    const [one, other] = [clientOf(), clientOf({ code: { words: 'wheel wool', shape: 'ring' } })];
    for (const client of [one, other]) {
      gained(await caseload.put('client', client));
      gained(await caseload.put('contact', { ...noContact(client.id), id: `${client.id}-contact` }));
    }
    expect(gained(await caseload.eraseClient(one.id))).toEqual({ erased: 2, damaged: [] });
    expect(cases().clients).toEqual([other]);
    expect(cases().contacts.map(({ clientId }) => clientId)).toEqual([other.id]);
  });

  it('a file brings in what is new or newer, and erasing everything leaves no database', async () => {
    const home = await openCaseload();
    const client = clientOf({ note: 'from home' });
    gained(await home.caseload.put('client', client));
    const { bytes } = gained(await home.caseload.exportFile(OTHER_WORDS));

    const away = await openCaseload();
    expect(await away.caseload.importFile(bytes, WORDS)).toEqual({
      ok: false,
      problem: { kind: 'file-not-opened' },
    });
    expect(gained(await away.caseload.importFile(bytes, OTHER_WORDS))).toEqual({
      added: 1,
      updated: 0,
      kept: 0,
    });
    expect(away.cases().clients).toEqual([client]);
    expect(gained(await away.caseload.importFile(bytes, OTHER_WORDS))).toEqual({
      added: 0,
      updated: 0,
      kept: 1,
    });

    gained(await away.caseload.eraseAll());
    expect(away.caseload.get()).toEqual({ phase: 'none' });
    away.profile.use();
    expect(await away.profile.databases()).toEqual([]);
  });

  it('whoever has lost the passphrase can erase what is locked', async () => {
    const { caseload, profile } = await openCaseload();
    caseload.lock();
    gained(await caseload.eraseAll());
    expect(caseload.get()).toEqual({ phase: 'none' });
    expect(await profile.databases()).toEqual([]);
  });

  it('the watch follows the settings, and is not begun again by anything else', async () => {
    const { caseload, watched, stops } = await openCaseload();
    expect(watched).toEqual([USUAL_SETTINGS]);
    gained(await caseload.put('client', clientOf()));
    expect(watched).toHaveLength(1);
    gained(await caseload.put('settings', { id: SETTINGS_ID, idleMinutes: 2, locksWhenHidden: true }));
    expect(watched.slice(1)).toEqual([expect.objectContaining({ idleMinutes: 2, locksWhenHidden: true })]);
    expect(stops()).toBe(1);
  });
});
