import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Check } from '../../src/core/edits/edit.ts';
import type { Listing } from '../../src/core/schema.ts';
import { providerLinks } from '../../src/server/database/tables.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { DATABASES, DAY, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { madeUpListing } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let volunteer: SignedIn;
  let reviewer: SignedIn;
  const some = [madeUpListing(), madeUpListing({ locations: [] }), madeUpListing()];
  const [first, hidden, third] = some as [Listing, Listing, Listing];

  beforeAll(async () => {
    desk = await openDesk(kind);
    await fillFrom(desk.db, desk.clock.now(), { regions: { gb: some } });
    volunteer = await desk.signIn('contributor');
    reviewer = await desk.signIn('reviewer', { isSteppedUp: true });
  }, 120_000);
  afterAll(() => desk.close());

  const check = (more: Partial<Check> = {}): Check => ({
    id: randomUUID(),
    listingId: first.id,
    field: 'hours',
    answer: 'still-right',
    at: desk.clock.now().toISOString(),
    ...more,
  });

  test('V1 every answer of the deck is kept, once, also that nobody could tell', async () => {
    const { body: start } = await volunteer.get('/api/listings?after=');
    const right = check();
    const cannot = check({ field: 'description', answer: 'cannot-tell' });
    const gone = check({ listingId: randomUUID() });
    expect((await volunteer.post('/api/checks', right)).body).toEqual({ kept: 1 });
    expect((await volunteer.post('/api/checks', [right, cannot, gone])).body).toEqual({ kept: 1 });
    const { body } = await volunteer.get('/api/work');
    expect(body.checks).toHaveLength(2);
    expect(body.checks).toContainEqual({ ...cannot, isMine: true });
    expect((await reviewer.get('/api/work')).body.checks[0].isMine).toBe(false);
    const { body: since } = await volunteer.get(`/api/listings?after=${start.cursor}`);
    expect(since.listings).toMatchObject([
      { version: 1, listing: { id: first.id }, checkedFields: { hours: right.at.slice(0, 10) } },
    ]);
    expect(since.listings[0].checkedFields).not.toHaveProperty('description');
  });

  test('V1 a phone whose clock is ahead makes nothing fresher than today', async () => {
    const ahead = new Date(desk.clock.now().getTime() + 400 * DAY).toISOString();
    await volunteer.post('/api/checks', check({ listingId: third.id, at: ahead }));
    const { body } = await volunteer.get(`/api/listings/${third.id}`);
    expect(body.checkedFields.hours).toBe(desk.clock.now().toISOString().slice(0, 10));
    expect((await volunteer.post('/api/checks', { ...check(), who: 'me' })).status).toBe(422);
  });

  test('V4 what caseworkers’ files say is kept by week, once, and from nobody', async () => {
    const report = { listingId: third.id, signal: 'number-dead', weekOf: '2026-11-30' };
    const gone = { ...report, listingId: randomUUID() };
    expect((await volunteer.post('/api/reports', [report, report, gone])).body).toEqual({ kept: 1 });
    expect((await reviewer.post('/api/reports', [report])).body).toEqual({ kept: 0 });
    expect((await reviewer.get('/api/work')).body.reports).toEqual([report]);
    for (const wrong of [
      { weekOf: '2026-12-01' },
      { weekOf: '2026-12-07' },
      { signal: 'rude' },
      { client: 'A.' },
    ])
      expect((await volunteer.post('/api/reports', [{ ...report, ...wrong }])).status).toBe(422);
  });

  test('V14 a gap is adopted by whoever was first, and done by that person or a coordinator', async () => {
    const task = { id: randomUUID(), region: 'gb', need: 'law.immigration', language: 'am' };
    expect((await volunteer.post('/api/tasks', task)).status).toBe(201);
    expect((await volunteer.post('/api/tasks', task)).status).toBe(200);
    expect((await reviewer.post('/api/tasks', task)).status).toBe(404);
    const path = `/api/tasks/${task.id}/done`;
    expect((await reviewer.post(path)).status).toBe(404);
    expect((await volunteer.post(path)).body.doneAt).toBe(desk.clock.now().toISOString());
    const { body } = await reviewer.get('/api/work');
    expect(body.tasks).toMatchObject([{ ...task, adoptedBy: { id: volunteer.id, name: volunteer.name } }]);
  });

  test('V15 a provider answers by a link that works once, and what it said waits for a reviewer', async () => {
    const link = await reviewer.post(`/api/listings/${first.id}/provider-links`);
    expect(link.status).toBe(201);
    const kept = JSON.stringify(await desk.db.select().from(providerLinks));
    expect(kept).not.toContain(link.body.token);
    const provider = desk.client();
    const path = `/api/provider/${link.body.token}`;
    const asked = await provider.get(path);
    expect(asked.body.name).toBe(first.name);
    expect(JSON.stringify(asked.body)).not.toContain('Acacia');
    const answers = [
      { field: 'channels.phone:+442079460123', answer: 'still-right' },
      { field: 'description', answer: 'changed', words: 'Soup now, too.' },
      { field: 'languages', answer: 'changed', words: 'Also Tigrinya on Mondays.' },
      { field: 'no.field', answer: 'still-right' },
    ];
    expect((await provider.post(path, { answers })).status).toBe(201);
    expect((await provider.post(path, { answers })).status).toBe(410);
    expect((await provider.get(path)).body.error.code).toBe('link-ended');
    const other = await desk.signIn('reviewer', { isSteppedUp: true });
    const { body: waiting } = await other.get('/api/edits?state=pending');
    expect(waiting).toMatchObject([
      {
        isProviderStated: true,
        author: { id: '', name: '' },
        cannotDecide: null,
        edit: {
          method: 'provider-link',
          changes: [{ field: 'description', after: 'Soup now, too.' }],
          confirmed: ['channels.phone:+442079460123'],
          comment: 'languages: Also Tigrinya on Mondays.',
        },
      },
    ]);
    const [{ edit, hash }] = waiting;
    const decide = (who: SignedIn) =>
      who.post(`/api/edits/${edit.id}/decisions`, { decision: 'approve', hash });
    expect((await decide(reviewer)).body.error.code).toBe('own-edit');
    expect((await decide(other)).status).toBe(200);
    const { body: now } = await other.get(`/api/listings/${first.id}`);
    expect(now).toMatchObject({
      listing: { description: 'Soup now, too.', verification: { method: 'provider-edit' } },
    });
    expect(now.checkedFields).toHaveProperty('channels.phone:+442079460123');
  });

  test('V15 SV-11 a link ends, a newer one replaces it, and words that tell a hidden place are not kept', async () => {
    const make = async () =>
      `/api/provider/${(await reviewer.post(`/api/listings/${hidden.id}/provider-links`)).body.token}`;
    const before = await make();
    const path = await make();
    const provider = desk.client();
    expect((await provider.get(before)).status).toBe(410);
    const words = 'We moved to 51.50735, -0.12776.';
    const told = await provider.post(path, { answers: [{ field: 'description', answer: 'changed', words }] });
    expect(told.body.error).toMatchObject({ code: 'lint', fields: [{ field: 'description' }] });
    desk.clock.forward(15 * DAY);
    expect((await provider.get(path)).status).toBe(410);
    expect((await provider.get('/api/provider/nonsense')).status).toBe(410);
  });
});
