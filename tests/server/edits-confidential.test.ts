import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StaffListing } from '../../src/core/desk-api.ts';
import type { Listing } from '../../src/core/schema.ts';
import { verifyLog } from '../../src/server/audit/verify-log.ts';
import { change } from '../../src/server/database/change.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { checks, decisions, listingPlaces, listings, log } from '../../src/server/database/tables.ts';
import { finishPurge } from '../../src/server/listings/erase-pages.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { DATABASES, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { editOf } from './made-up-edits.ts';
import { madeUpListing, POSTCODE, STREET } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

const HIDDEN = [{ visibility: 'none', location_type: 'redacted' }] as const;
const AREA = [{ visibility: 'area-only', location_type: 'physical', area_name: 'London' }] as const;
const TELLING = 'We are behind the bakery of Acacia Road.';

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let author: SignedIn;
  let reviewer: SignedIn;
  let folder: string | null = null;
  const open = madeUpListing();
  const other = madeUpListing({ locations: [] });

  beforeAll(async () => {
    desk = await openDesk({
      kind: kind.kind,
      newPlace: async () => {
        const made = await kind.newPlace();
        if ('folder' in made.place) folder = made.place.folder;
        return made;
      },
    });
    await fillFrom(desk.db, desk.clock.now(), { regions: { gb: [open, other] } });
    author = await desk.signIn(['contributor', 'reviewer']);
    reviewer = await desk.signIn('reviewer', { isSteppedUp: true });
  }, 120_000);
  afterAll(() => desk.close());

  test('SV-10 no field of a hidden place can hold where it is: the request refuses each', async () => {
    const refuse = async (place: object) => {
      const after = { ...other, locations: [place] } as unknown as Listing;
      const { status, body } = await author.post('/api/edits', editOf(other, after));
      expect(status).toBe(422);
      expect(JSON.stringify(body)).not.toMatch(/Acacia|51\.5/);
    };
    const address = { address_1: STREET, city: 'London', postal_code: POSTCODE, country: 'GB' };
    for (const place of [...AREA, ...HIDDEN]) {
      await refuse({ ...place, address });
      await refuse({ ...place, latitude: 51.507351 });
      await refuse({ ...place, longitude: 0.1 });
      await refuse({ ...place, name: 'Acacia House' });
      await refuse({ ...place, map: 'https://maps.example/51.5' });
    }
  });

  test('SV-10 nor can the database, whoever writes into it', async () => {
    const write = (place: object, visibility = 'none') =>
      desk.db.insert(listingPlaces).values({
        listingId: other.id,
        position: 0,
        visibility: visibility as 'none',
        place: place as Listing['locations'][number],
      });
    const [hidden] = HIDDEN;
    for (const told of [
      { address: {} },
      { latitude: 1 },
      { longitude: 1 },
      { name: 'x' },
      { visibility: 'public' },
    ])
      await expect(write({ ...hidden, ...told })).rejects.toThrow();
    await expect(
      desk.db
        .update(listings)
        .set({ body: sql`${listings.body} || '{"locations": []}'` })
        .where(eq(listings.id, other.id)),
    ).rejects.toThrow();
    await write(hidden);
    await desk.db.delete(listingPlaces).where(eq(listingPlaces.listingId, other.id));
  });

  test('SV-11 words that lead to a hidden place are refused; what may be one needs a reason of its author', async () => {
    const send = (description: string, more: object = {}) =>
      author.post('/api/edits', editOf(other, { ...other, description }, more));
    for (const words of [
      'We are at 51.50735, -0.12776.',
      'Come to ٥١٫٥٠٧٣٥, -٠٫١٢٧٧٦.',
      'See https://maps.example/@51.50735,-0.12776,17z',
      'Ring at 12 Acacia Road.',
    ]) {
      const { status, body } = await send(words);
      expect(status, words).toBe(422);
      expect(body.error.code).toBe('lint');
      const fields = body.error.fields.map(({ field }: { field: string }) => field);
      expect(new Set(fields)).toEqual(new Set(['description']));
      expect(JSON.stringify(body)).not.toMatch(/Acacia|51/);
    }
    const warned = await send(TELLING);
    expect(warned.body.error.code).toBe('lint');
    const overrides = warned.body.error.fields.map((one: { field: string; reason: string }) => ({
      rule: one.reason,
      field: one.field,
      reason: 'That bakery is in every town.',
    }));
    expect((await send(TELLING, { overrides })).status).toBe(201);
  });

  test('SV-12 a place that becomes confidential is gone from history, edits, comments and log, and from the files', async () => {
    const found = () => (folder ? holding(folder, ['Acacia', POSTCODE]) : []);
    const comment = 'I was there, in Acacia Road.';
    const asked = await author.post(
      '/api/edits',
      editOf(open, { ...open, description: 'Come in for tea at 12 Acacia Road.' }, { comment }),
    );
    await reviewer.post(`/api/edits/${asked.body.edit.id}/decisions`, {
      decision: 'ask',
      hash: asked.body.hash,
      comment: 'Is it 12 or 14 Acacia Road?',
    });
    const words = await author.post(
      '/api/edits',
      editOf(open, { ...open, description: 'We are now near ZZ9 9ZZ.' }),
    );
    await approve(words);
    if (folder) expect(found().length).toBeGreaterThan(0);
    const hidden = { ...open, description: 'Come in for tea.', locations: [...HIDDEN] } as unknown as Listing;
    const now = { ...open, description: 'We are now near ZZ9 9ZZ.' };
    const sent = await author.post('/api/edits', editOf(now, hidden, { comment, baseVersion: 2 }));
    expect((await approve(sent)).body).toMatchObject({ state: 'approved', undoUntil: null });

    const history = (await author.get(`/api/listings/${open.id}/history`)).body;
    expect(history.map((one: { isPurged: boolean }) => one.isPurged)).toEqual([true, true, true]);
    expect(history[2].changes.map((one: { field: string }) => one.field)).toContain('locations');
    const all = JSON.stringify([
      history,
      (await reviewer.get('/api/edits')).body.filter(
        (one: { edit: { listingId: string } }) => one.edit.listingId === open.id,
      ),
      (await author.get(`/api/listings/${open.id}`)).body,
      await desk.db.select().from(log),
    ]);
    expect(all).not.toMatch(/Acacia|ZZ9/);
    expect((await reviewer.get(`/api/edits/${asked.body.edit.id}`)).body.state).toBe('withdrawn');
    const hashes = (await desk.db.select().from(decisions)).map(({ hash }) => hash);
    for (const one of [asked, words, sent]) expect(hashes).not.toContain(one.body.hash);
    expect((await author.post(`/api/edits/${sent.body.edit.id}/undo`)).status).not.toBe(200);
    expect((await verifyLog(desk.db)).ok).toBe(true);
  });

  test('SV-12 every device is told by id and version alone to forget, and what one that was away sends is not taken', async () => {
    const was = madeUpListing({
      channels: [
        { type: 'phone', value: '+442079460123' },
        { type: 'in-person', value: STREET },
      ],
    });
    await add(was);
    const [before] = (await author.get('/api/listings')).body.listings.filter(
      ({ listing }: StaffListing) => listing.id === was.id,
    );
    expect(before.forgetBefore).toBeNull();
    const channels = was.channels.filter(({ type }) => type !== 'in-person');
    const hidden = { ...was, channels, locations: [...HIDDEN] } as unknown as Listing;
    expect((await approve(await author.post('/api/edits', editOf(was, hidden)))).body.state).toBe('approved');
    const [bumped] = (await author.get('/api/listings')).body.listings.filter(
      ({ listing }: StaffListing) => listing.id === was.id,
    );
    expect(bumped).toMatchObject({ version: 2, forgetBefore: 2 });
    expect(JSON.stringify(bumped)).not.toMatch(/Acacia|ZZ9/);

    const late = { ...was, cost: { value: 'free' } } as Listing;
    const refused = await author.post('/api/edits', editOf(was, late, { comment: 'Near Acacia Road.' }));
    expect(refused.body.error).toMatchObject({ code: 'behind', current: { forgetBefore: 2 } });
    const check = (field: string) => ({
      id: randomUUID(),
      listingId: was.id,
      field,
      answer: 'still-right',
      at: '2026-12-01T08:00:00.000Z',
    });
    const sent = [check(`channels.in-person:${STREET}`), check('channels.phone:+442079460123')];
    expect((await author.post('/api/checks', sent)).body).toEqual({ kept: 1 });
    const current = (await author.get(`/api/listings/${was.id}`)).body;
    expect(JSON.stringify([current, await desk.db.select().from(checks)])).not.toMatch(/Acacia/);
    const now = { ...hidden, cost: { value: 'free' } } as Listing;
    expect((await author.post('/api/edits', editOf(hidden, now, { baseVersion: 2 }))).status).toBe(201);
  });

  test('SV-12 a purge that a crash cut off is ended at the next start', async () => {
    const done = async () =>
      (await desk.db.select().from(log)).filter(({ action }) => action === 'purge.done').length;
    const before = await done();
    await finishPurge(desk.db, desk.clock.now());
    expect(await done()).toBe(before);
    await change(desk.db, desk.clock.now(), ({ say }) =>
      say({ actor: 'server', action: 'purge.begun', object: randomUUID() }),
    );
    await finishPurge(desk.db, desk.clock.now());
    expect(await done()).toBe(before + 1);
  });

  async function add(listing: Listing) {
    await approve(await author.post('/api/edits', editOf(null, listing)));
  }

  async function approve(sent: { body: { edit: { id: string }; hash: string } }) {
    return await reviewer.post(`/api/edits/${sent.body.edit.id}/decisions`, {
      decision: 'approve',
      hash: sent.body.hash,
      method: 'met-in-person',
    });
  }
});

test('SV-12 not a byte of the old address is left in the folder of the embedded database (settled 38)', async () => {
  const [embedded] = DATABASES;
  if (!embedded) throw new Error('tests: there is no embedded database');
  const { place, remove } = await embedded.newPlace();
  if (!('folder' in place)) throw new Error('tests: the embedded database is in a folder');
  const listing = madeUpListing();
  const desk = await openDesk({
    kind: 'embedded',
    newPlace: async () => ({ place, remove: async () => undefined }),
  });
  await fillFrom(desk.db, desk.clock.now(), { regions: { gb: [listing, madeUpListing({ locations: [] })] } });
  const author = await desk.signIn(['contributor', 'reviewer']);
  const reviewer = await desk.signIn('reviewer', { isSteppedUp: true });
  expect(holding(place.folder, [STREET]).length).toBeGreaterThan(0);
  const hidden = { ...listing, locations: [...HIDDEN] } as unknown as Listing;
  const sent = await author.post('/api/edits', editOf(listing, hidden));
  const decided = await reviewer.post(`/api/edits/${sent.body.edit.id}/decisions`, {
    decision: 'approve',
    hash: sent.body.hash,
    method: 'met-in-person',
  });
  expect(decided.body.state).toBe('approved');
  expect(holding(place.folder, [STREET, POSTCODE])).toEqual([]);
  await desk.close();
  expect(holding(place.folder, [STREET, POSTCODE])).toEqual([]);
  const again = await openDatabase(place);
  expect((await verifyLog(again.db)).ok).toBe(true);
  await again.close();
  await remove();
}, 120_000);

/** Files that hold one of the words. */
function holding(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return words.some((word) => bytes.includes(word));
  });
}
