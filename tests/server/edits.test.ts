import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { changesBetween } from '../../src/core/edits/changes.ts';
import type { Edit } from '../../src/core/edits/edit.ts';
import type { Listing } from '../../src/core/schema.ts';
import { verifyLog } from '../../src/server/audit/verify-log.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { DATABASES, DAY, HOUR, MINUTE, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { editOf, otherDescription, otherName, otherNumber } from './made-up-edits.ts';
import { madeUpListing } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

const listings = Array.from({ length: 80 }, (_, index) => madeUpListing({ name: `Service ${index}` }));

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let author: SignedIn;
  let reviewer: SignedIn;
  let coordinator: SignedIn;
  let next = 0;
  let listing: Listing;

  beforeAll(async () => {
    desk = await openDesk(kind);
    await fillFrom(desk.db, desk.clock.now(), { regions: { gb: listings } });
  }, 120_000);
  afterAll(() => desk.close());
  beforeEach(async () => {
    // A reviewer too, so that no test is about the first thirty days unless it says so.
    author = await desk.signIn(['contributor', 'reviewer']);
    reviewer = await desk.signIn('reviewer', { isSteppedUp: true });
    coordinator = await desk.signIn('coordinator', { isSteppedUp: true });
    listing = listings[next++] as Listing;
  });

  const now = async () => (await reviewer.get(`/api/listings/${listing.id}`)).body;
  const approve = (who: SignedIn, sent: { body: { edit: Edit; hash: string } }, more: object = {}) =>
    who.post(`/api/edits/${sent.body.edit.id}/decisions`, {
      decision: 'approve',
      hash: sent.body.hash,
      ...more,
    });

  test('V9 an edit is kept once however often it is sent, and is part of the listing only when another person approved it', async () => {
    const edit = editOf(listing, otherDescription(listing), { comment: 'They told me on the phone.' });
    const first = await author.post('/api/edits', edit);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ state: 'pending', isMine: true, cannotDecide: 'own-edit', edit });
    expect((await author.post('/api/edits', edit)).status).toBe(200);
    expect((await now()).version).toBe(1);
    const waiting = await reviewer.get('/api/edits?state=pending');
    expect(waiting.body.filter((one: { edit: Edit }) => one.edit.id === edit.id)).toHaveLength(1);
    const approved = await approve(reviewer, first);
    expect(approved.body).toMatchObject({ state: 'approved', decisions: [{ decision: 'approve' }] });
    const after = await now();
    expect(after).toMatchObject({ version: 2, listing: { description: 'Tea, and someone who listens.' } });
    const history = await author.get(`/api/listings/${listing.id}/history`);
    expect(history.body[1]).toMatchObject({ author: author.name, approver: reviewer.name, editId: edit.id });
  });

  test('SV-7 nobody approves an edit of their own, not with another account of the same key either', async () => {
    const sent = await author.post('/api/edits', editOf(listing, otherDescription(listing)));
    expect(await approve(author, sent)).toMatchObject({ status: 403, body: { error: { code: 'own-edit' } } });
    const twin = await desk.signIn('reviewer', { credentialId: author.credentialId, isSteppedUp: true });
    expect(await approve(twin, sent)).toMatchObject({
      status: 403,
      body: { error: { code: 'same-credential' } },
    });
    expect((await now()).version).toBe(1);
  });

  test('SV-7 an edit after a decision voids it, and a decision on what it was before is refused', async () => {
    const edit = editOf(listing, otherDescription(listing));
    const sent = await author.post('/api/edits', edit);
    await reviewer.post(`/api/edits/${edit.id}/decisions`, {
      decision: 'ask',
      hash: sent.body.hash,
      reason: 'unclear-words',
    });
    const amended = await author.post('/api/edits', { ...edit, comment: 'In other words now.' });
    expect(amended.body).toMatchObject({ state: 'pending', decisions: [{ decision: 'ask', isVoid: true }] });
    expect(await approve(reviewer, sent)).toMatchObject({
      status: 409,
      body: { error: { code: 'edited-since' } },
    });
    expect((await approve(reviewer, amended)).status).toBe(200);
    const later = { ...edit, changes: [{ ...edit.changes[0], after: 'We have a new room now.' }] };
    const behind = await author.post('/api/edits', later);
    expect(behind.body.error).toMatchObject({ code: 'behind', current: { version: 2 } });
    const changes = changesBetween((await now()).listing, {
      ...(await now()).listing,
      description: 'We have a new room now.',
    });
    const again = await author.post('/api/edits', { ...later, changes, baseVersion: 2 });
    expect(again.body).toMatchObject({ state: 'pending' });
    expect(again.body.decisions.every((one: { isVoid: boolean }) => one.isVoid)).toBe(true);
    expect((await now()).listing.description).toBe('Tea, and someone who listens.');
  });

  test('SV-7 a number needs somebody who has just proved who they are, and a call that did not go to it', async () => {
    const sent = await author.post('/api/edits', editOf(listing, otherNumber(listing)));
    expect(sent.body.isRisky).toBe(true);
    const code = async (who: SignedIn, more: object) => (await approve(who, sent, more)).body.error?.code;
    const unproved = await desk.signIn('reviewer');
    expect(await code(unproved, { method: 'called-old-number' })).toBe('step-up');
    expect(await code(reviewer, {})).toBe('method-needed');
    expect(await code(reviewer, { method: 'called-published-number' })).toBe('method-needed');
    desk.clock.forward(6 * MINUTE);
    expect(await code(reviewer, { method: 'called-old-number' })).toBe('step-up');
    const fresh = await desk.signIn('reviewer', { isSteppedUp: true });
    expect(await code(fresh, { method: 'called-old-number' })).toBeUndefined();
    const after = await now();
    expect(after.listing.channels).toMatchObject([{ value: '+442079460999' }]);
    expect(after.listing.verification.checked_on).toBe(desk.clock.now().toISOString().slice(0, 10));
  });

  test('SV-7 of two approvals at once one counts', async () => {
    const sent = await author.post('/api/edits', editOf(listing, otherDescription(listing)));
    const both = await Promise.all([approve(reviewer, sent), approve(coordinator, sent)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('already-decided');
    expect((await now()).version).toBe(2);
  });

  test('V9 two edits of different fields both come in; of the same field the later one is told what stands there now', async () => {
    const words = await author.post('/api/edits', editOf(listing, otherDescription(listing)));
    const name = await author.post('/api/edits', editOf(listing, otherName(listing)));
    const same = await author.post(
      '/api/edits',
      editOf(listing, { ...listing, description: 'A third way to say it.' }),
    );
    expect((await approve(reviewer, words)).status).toBe(200);
    expect((await approve(reviewer, name, { method: 'met-in-person' })).status).toBe(200);
    expect(await now()).toMatchObject({
      version: 3,
      listing: { name: 'Open Door', description: 'Tea, and someone who listens.' },
    });
    const behind = await approve(reviewer, same);
    expect(behind).toMatchObject({
      status: 409,
      body: { error: { code: 'behind', fields: [{ field: 'description' }], current: { version: 3 } } },
    });
    const late = await author.post(
      '/api/edits',
      editOf(listing, { ...listing, description: 'A fourth way to say it.' }),
    );
    expect(late.body.error.code).toBe('behind');
    expect((await reviewer.get(`/api/edits/${same.body.edit.id}`)).body.state).toBe('pending');
  });

  test('SV-6 a contributor sees and alters nobody else’s edits, and decides on none', async () => {
    const edit = editOf(listing, otherDescription(listing));
    const sent = await author.post('/api/edits', edit);
    const other = await desk.signIn('contributor', { isSteppedUp: true });
    expect((await other.get(`/api/edits/${edit.id}`)).status).toBe(404);
    expect((await other.get('/api/edits')).body).toEqual([]);
    expect((await other.post('/api/edits', { ...edit, comment: 'Mine.' })).status).toBe(404);
    expect((await other.post(`/api/edits/${edit.id}/withdraw`)).status).toBe(404);
    expect((await other.post(`/api/edits/${edit.id}/undo`)).status).toBe(404);
    expect((await approve(other, sent)).status).toBe(403);
    const elsewhere = await desk.signIn('reviewer', { regions: ['ke'], isSteppedUp: true });
    expect((await approve(elsewhere, sent)).body.error.code).toBe('not-allowed');
    expect((await elsewhere.post('/api/edits', editOf(listing, otherName(listing)))).status).toBe(403);
    expect((await author.post(`/api/edits/${edit.id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await approve(reviewer, sent)).body.error.code).toBe('already-decided');
  });

  test('SV-8 the first thirty days and twenty edits of a contributor need a coordinator', async () => {
    const first = await desk.signIn('contributor', {
      activeSince: new Date(desk.clock.now().getTime() - DAY),
    });
    const sent = await first.post('/api/edits', editOf(listing, otherDescription(listing)));
    expect((await reviewer.get(`/api/edits/${sent.body.edit.id}`)).body.cannotDecide).toBe('not-allowed');
    expect((await approve(reviewer, sent)).body.error.code).toBe('not-allowed');
    expect((await approve(coordinator, sent)).status).toBe(200);
  });

  test('SV-8 a contributor proposes at most five risky edits and twenty edits a day', async () => {
    const busy = await desk.signIn('contributor');
    const send = async (after: (one: Listing) => Listing, at: number) =>
      (await busy.post('/api/edits', editOf(listings[at] as Listing, after(listings[at] as Listing)))).status;
    for (let at = 40; at < 45; at++) expect(await send(otherName, at)).toBe(201);
    expect(await send(otherName, 45)).toBe(429);
    for (let at = 45; at < 60; at++) expect(await send(otherDescription, at)).toBe(201);
    expect(await send(otherDescription, 60)).toBe(429);
    desk.clock.forward(20 * MINUTE);
    expect(await send(otherDescription, 60)).toBe(429);
  });

  test('V10 everyday words of somebody with twenty approved edits in the region are taken at once; a name never is', async () => {
    const trusted = await desk.signIn(['contributor', 'reviewer']);
    const text = (index: number) => `Version ${index} of these words.`;
    for (let index = 0; index < 20; index++) {
      const current = (await now()).listing;
      const sent = await trusted.post(
        '/api/edits',
        editOf(current, { ...current, description: text(index) }, { baseVersion: index + 1 }),
      );
      expect(sent.body.state).toBe('pending');
      expect((await approve(reviewer, sent)).status).toBe(200);
    }
    const current = (await now()).listing;
    const sent = await trusted.post(
      '/api/edits',
      editOf(current, { ...current, description: 'A typing mistake less.' }, { baseVersion: 21 }),
    );
    expect(sent.body.state).toBe('approved');
    expect((await now()).listing.description).toBe('A typing mistake less.');
    const name = await trusted.post('/api/edits', editOf(current, otherName(current), { baseVersion: 21 }));
    expect(name.body.state).toBe('pending');
    const elsewhere = madeUpListing();
    const begun = editOf(null, elsewhere, { region: 'ke' });
    expect((await trusted.post('/api/edits', begun)).body.state).toBe('pending');
  });

  test('V11 an approved edit is taken back within a day, by its author or who approved it, as a further version', async () => {
    const sent = await author.post('/api/edits', editOf(listing, otherNumber(listing)));
    const approved = await approve(reviewer, sent, { method: 'met-in-person' });
    expect(approved.body.undoUntil).not.toBeNull();
    const id = sent.body.edit.id;
    expect((await coordinator.get(`/api/edits/${id}`)).body.undoUntil).toBeNull();
    expect((await coordinator.post(`/api/edits/${id}/undo`)).status).toBe(403);
    const undone = await author.post(`/api/edits/${id}/undo`);
    expect(undone.body.state).toBe('undone');
    expect(await now()).toMatchObject({ version: 3, listing: { channels: listing.channels } });
    const again = await author.post('/api/edits', editOf(listing, otherNumber(listing), { baseVersion: 1 }));
    const fresh = await desk.signIn('reviewer', { isSteppedUp: true });
    expect((await approve(fresh, again, { method: 'met-in-person' })).status).toBe(200);
    desk.clock.forward(25 * HOUR);
    const late = await desk.signIn([], { account: author.id });
    expect((await late.post(`/api/edits/${again.body.edit.id}/undo`)).status).toBe(429);
  });

  test('V11 a version of before is brought back by a new edit, and a closed listing stays for staff with its day', async () => {
    const sent = await author.post('/api/edits', editOf(listing, otherDescription(listing)));
    await approve(reviewer, sent);
    const [, step] = (await author.get(`/api/listings/${listing.id}/history`)).body;
    const changes = step.changes.map((one: { field: string; before: string; after: string }) => ({
      ...one,
      before: one.after,
      after: one.before,
    }));
    const back = await author.post('/api/edits', {
      ...editOf(listing, listing),
      id: randomUUID(),
      changes,
      baseVersion: 2,
    });
    expect((await approve(reviewer, back)).status).toBe(200);
    expect(await now()).toMatchObject({ version: 3, listing: { description: listing.description } });
    const closed = {
      ...listing,
      status: 'defunct',
      verification: { ...listing.verification, state: 'closed' },
    } as Listing;
    const closing = await author.post(
      '/api/edits',
      editOf(listing, closed, { kind: 'close', baseVersion: 3 }),
    );
    expect((await approve(reviewer, closing, { method: 'met-in-person' })).status).toBe(200);
    expect(await now()).toMatchObject({ closedOn: desk.clock.now().toISOString().slice(0, 10) });
  });

  test('a new listing begins with version 1, and its own id is the only one it may have', async () => {
    const made = madeUpListing({ name: 'Another door' });
    const wrong = await author.post('/api/edits', editOf(null, made, { listingId: randomUUID() }));
    expect(wrong.body.error.code).toBe('bad-request');
    const sent = await author.post('/api/edits', editOf(null, made));
    expect((await approve(reviewer, sent, { method: 'met-in-person' })).status).toBe(200);
    expect((await author.get(`/api/listings/${made.id}`)).body).toMatchObject({ version: 1, region: 'gb' });
  });

  test('SV-16 what is no edit is refused with its place and never with its value', async () => {
    const edit = editOf(listing, otherDescription(listing));
    const wrong: readonly object[] = [
      { ...edit, note: 'secret words' },
      { ...edit, id: 'secret words' },
      { ...edit, changes: [{ ...edit.changes[0], who: 'secret words' }] },
      {
        ...edit,
        changes: [{ field: 'description', before: listing.description, after: { secret: 'words' } }],
      },
      { ...edit, changes: [{ field: 'secret words', before: null, after: 'x' }] },
      { ...edit, baseVersion: 7 },
      { ...edit, region: 'ke' },
      { ...edit, changes: [] },
    ];
    for (const body of wrong) {
      const answer = await author.post('/api/edits', body);
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).not.toContain('secret words');
    }
    const unknown = await author.post('/api/edits', { ...edit, listingId: randomUUID() });
    expect(unknown.status).toBe(404);
  });

  test('SV-12 SV-14 the log of all this is whole, and names fields without a value', async () => {
    expect((await verifyLog(desk.db)).ok).toBe(true);
    const { rows } = (await desk.db.execute('select * from log')) as unknown as { rows: object[] };
    const text = JSON.stringify(rows);
    expect(text).toContain('channels.phone');
    for (const value of ['+44', 'Tea', 'Acacia', author.name]) expect(text).not.toContain(value);
  });
});
