import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fillDesk } from '../../src/cli/fill-desk.ts';
import type { StaffListing } from '../../src/core/desk-api.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { DATABASES, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { madeUpListing } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

const many = Array.from({ length: 450 }, (_, index) => madeUpListing({ name: `Service ${index}` }));

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let volunteer: SignedIn;

  beforeAll(async () => {
    desk = await openDesk(kind);
    volunteer = await desk.signIn('contributor');
  }, 120_000);
  afterAll(() => desk.close());

  test('an empty database is filled once, and a desk catches up by a cursor, 200 at a time', async () => {
    const filling = { regions: { gb: many.slice(0, 300), world: many.slice(300) } };
    expect(await fillFrom(desk.db, desk.clock.now(), filling)).toBe(450);
    expect(await fillFrom(desk.db, desk.clock.now(), filling)).toBe(0);
    const seen: StaffListing[] = [];
    const sizes: number[] = [];
    let cursor = '';
    for (let more = true; more; ) {
      const { status, body } = await volunteer.get(`/api/listings?after=${cursor}`);
      expect(status).toBe(200);
      seen.push(...body.listings);
      sizes.push(body.listings.length);
      ({ cursor, more } = body);
    }
    expect(sizes).toEqual([200, 200, 50]);
    const byId = new Map(seen.map((one) => [one.listing.id, one]));
    for (const listing of many) expect(byId.get(listing.id)?.listing).toEqual(listing);
    expect(seen.filter(({ region }) => region === 'world')).toHaveLength(150);
    const nothing = await volunteer.get(`/api/listings?after=${cursor}`);
    expect(nothing.body).toEqual({ listings: [], cursor, more: false });
  });

  test('a listing is told with its version, its history, and what is known of it', async () => {
    const [one] = many;
    const { body } = await volunteer.get(`/api/listings/${one?.id}`);
    expect(body).toMatchObject({ region: 'gb', version: 1, hidden: null, closedOn: null, checkedFields: {} });
    const history = await volunteer.get(`/api/listings/${one?.id}/history`);
    expect(history.body).toMatchObject([{ version: 1, author: '', approver: null, isPurged: false }]);
  });

  test('SV-16 a cursor or an id that is none of ours is refused, without a word of it', async () => {
    expect((await volunteer.get('/api/listings?after=1%20or%201')).status).toBe(422);
    expect((await volunteer.get('/api/listings?before=1')).status).toBe(422);
    expect((await volunteer.get('/api/listings/nobody')).status).toBe(404);
    expect((await volunteer.get(`/api/listings/${volunteer.id}/history`)).status).toBe(404);
  });
});

test('SV-9 a new desk begins with the listings of the deployment, and they leave it again as its first export', async () => {
  const [embedded] = DATABASES;
  if (!embedded) throw new Error('tests: there is no embedded database');
  const desk = await openDesk(embedded);
  const filled = await fillDesk(desk.db);
  expect(filled.ok && filled.value).toBeGreaterThan(100);
  expect(await fillDesk(desk.db)).toEqual({ ok: true, value: 0 });
  const coordinator = await desk.signIn('coordinator');
  const { body } = await coordinator.get('/api/export');
  const count = Object.values<readonly unknown[]>(body.regions).flat().length;
  expect(count).toBe(filled.ok && filled.value);
  await desk.close();
});
