import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays, dayOf } from '../../src/core/dates.ts';
import { deskExportText, readDeskExport } from '../../src/core/desk-export.ts';
import { freshnessOf } from '../../src/core/freshness.ts';
import type { Listing } from '../../src/core/schema.ts';
import { listings, log } from '../../src/server/database/tables.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { DATABASES, DAY, MINUTE, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { editOf, otherDescription, otherNumber } from './made-up-edits.ts';
import { madeUpListing } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

const CHECKED = '2026-10-01';
const SECOND = 1000;
/** What the log calls a change of a listing. */
const CHANGES = ['listings.fill', 'listing.change', 'edit.undo', 'listing.hide', 'listing.unhidden'];

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let author: SignedIn;
  let reviewer: SignedIn;
  let coordinator: SignedIn;
  const some = Array.from({ length: 6 }, (_, index) => madeUpListing({ name: `Service ${index}` }));
  const [first, second, third] = some as [Listing, Listing, Listing];

  beforeAll(async () => {
    desk = await openDesk(kind);
    await fillFrom(desk.db, desk.clock.now(), { regions: { gb: some.slice(0, 4), ke: some.slice(4) } });
    author = await desk.signIn(['contributor', 'reviewer'], { isSteppedUp: true });
    reviewer = await desk.signIn('reviewer', { isSteppedUp: true });
    coordinator = await desk.signIn('coordinator', { isSteppedUp: true });
  }, 120_000);
  afterAll(() => desk.close());

  const exported = async () => (await coordinator.get('/api/export')).body;

  test('SV-9 the export is read by who builds, and of the same database it is the same bytes', async () => {
    const one = await exported();
    desk.clock.forward(MINUTE);
    const other = await exported();
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    const read = readDeskExport(deskExportText(one));
    expect(read.ok && Object.keys(read.value.regions)).toEqual(['gb', 'ke']);
    expect(one.regions.gb.map(({ id }: Listing) => id).sort()).toEqual(
      some
        .slice(0, 4)
        .map(({ id }) => id)
        .sort(),
    );
    for (const who of [author, reviewer, await desk.signIn('auditor')])
      expect((await who.get('/api/export')).status).toBe(403);
  });

  test('SV-9 SV-17 what was approved is in it, what waits is not, and no person, comment or id of one', async () => {
    const comment = 'Amina told me so at the market.';
    const sent = await author.post('/api/edits', editOf(first, otherNumber(first), { comment }));
    const waiting = await author.post('/api/edits', editOf(second, otherDescription(second), { comment }));
    expect(waiting.status).toBe(201);
    await reviewer.post(`/api/edits/${sent.body.edit.id}/decisions`, {
      decision: 'approve',
      hash: sent.body.hash,
      method: 'called-old-number',
      comment: 'A kind person called Wanjiru said yes.',
    });
    const text = JSON.stringify(await exported());
    expect(text).toContain('+442079460999');
    expect(text).not.toContain('someone who listens');
    const people = [author, reviewer, coordinator].flatMap(({ id, name, credentialId }) => [
      id,
      name,
      credentialId,
    ]);
    for (const word of [...people, 'Amina', 'Wanjiru', sent.body.edit.id, sent.body.hash])
      expect(text).not.toContain(word);
    const since = new Date(desk.clock.now().getTime() - MINUTE).toISOString();
    const { body: risky } = await coordinator.get(`/api/export/diff?since=${since}`);
    expect(
      risky.map(({ risk, change }: { risk: string; change: object }) => ({ risk, ...change })),
    ).toMatchObject([
      { risk: 'contact', after: null },
      { risk: 'contact', before: null, after: { value: '+442079460999' } },
    ]);
    expect((await coordinator.get(`/api/export/diff?since=${desk.clock.now().toISOString()}`)).body).toEqual(
      [],
    );
  });

  test('SV-9 its number is the entry of the log with which a listing last changed, and rises with whatever changes it', async () => {
    const lastChange = async () => {
      const entries = await desk.db.select().from(log).orderBy(log.seq);
      return entries.findLast(({ action }) => CHANGES.includes(action));
    };
    const isLastChange = async () => {
      const { release } = await exported();
      const entry = await lastChange();
      expect(release).toEqual({ number: entry?.seq, at: entry?.at });
      return release.number as number;
    };
    const { body: now } = await author.get(`/api/listings/${second.id}`);
    const edit = editOf(second, otherNumber(second), { baseVersion: now.version });
    let before = await isLastChange();
    desk.clock.forward(SECOND);
    const sent = await author.post('/api/edits', edit);
    expect(await isLastChange()).toBe(before);
    const decide = { decision: 'approve', hash: sent.body.hash, method: 'called-old-number' };
    for (const step of [
      () => reviewer.post(`/api/edits/${edit.id}/decisions`, decide),
      () => author.post(`/api/edits/${edit.id}/undo`),
      () => reviewer.post(`/api/listings/${second.id}/hide`, { reason: 'unsafe' }),
      async () => {
        await reviewer.post(`/api/listings/${second.id}/unhide`);
        return await coordinator.post(`/api/listings/${second.id}/unhide`);
      },
    ]) {
      desk.clock.forward(SECOND);
      const text = JSON.stringify(await exported());
      expect((await step()).status).toBe(200);
      expect(JSON.stringify(await exported())).not.toBe(text);
      const after = await isLastChange();
      expect(after).toBeGreaterThan(before);
      before = after;
    }
  });

  test('SV-19 one reviewer hides a listing at once, and the next export revokes it; two show it again', async () => {
    const path = `/api/listings/${third.id}`;
    const contributor = await desk.signIn('contributor');
    expect((await contributor.post(`${path}/hide`, { reason: 'unsafe' })).status).toBe(403);
    expect((await reviewer.post(`${path}/hide`, { reason: 'at 12 Acacia Road' })).status).toBe(422);
    const hidden = await reviewer.post(`${path}/hide`, { reason: 'unsafe' });
    expect(hidden.body.hidden).toMatchObject({ reason: 'unsafe' });
    const revoked = [{ service_id: third.id, from: dayOf(desk.clock.now().getTime()) }];
    expect((await exported()).revoked).toEqual(revoked);
    expect((await reviewer.post(`${path}/unhide`)).status).toBe(201);
    expect((await reviewer.post(`${path}/unhide`)).body.hidden).not.toBeNull();
    const twin = await desk.signIn('reviewer', { credentialId: reviewer.credentialId });
    expect((await twin.post(`${path}/unhide`)).body.hidden).not.toBeNull();
    expect((await exported()).revoked).toEqual(revoked);
    expect((await coordinator.post(`${path}/unhide`)).body.hidden).toBeNull();
    expect((await exported()).revoked).toEqual([]);
    await reviewer.post(`${path}/hide`, { reason: 'closed' });
    await coordinator.post(`${path}/unhide`);
    await reviewer.post(`${path}/hide`, { reason: 'closed' });
    expect((await coordinator.post(`${path}/unhide`)).body.hidden).not.toBeNull();
    expect((await reviewer.post(`${path}/unhide`)).body.hidden).toBeNull();
  });

  test('SV-20 a listing that nobody checks stays in the export, and the phone that reads it puts it last', async () => {
    const [, , , fourth] = some as [Listing, Listing, Listing, Listing];
    const read = (await exported()).regions.gb.find(({ id }: Listing) => id === fourth.id);
    const inDays = (days: number) => freshnessOf(read, addDays(CHECKED, days));
    expect([inDays(180), inDays(181), inDays(361), inDays(541)]).toEqual(['fresh', 'due', 'old', 'beyond']);
    const before = JSON.stringify((await exported()).regions);
    desk.clock.forward(600 * DAY);
    const late = await desk.signIn('coordinator');
    expect(JSON.stringify((await late.get('/api/export')).body.regions)).toBe(before);
    desk.clock.forward(-600 * DAY);
  });

  test('SV-10 SV-11 a hidden place that tells where it is stops the export, also when somebody wrote it past the server', async () => {
    const made = madeUpListing({
      id: randomUUID(),
      needs: ['home.refuge'],
      locations: [{ visibility: 'none', location_type: 'redacted' }],
    });
    const sent = await author.post('/api/edits', editOf(null, made));
    await reviewer.post(`/api/edits/${sent.body.edit.id}/decisions`, {
      decision: 'approve',
      hash: sent.body.hash,
      method: 'met-in-person',
    });
    expect((await exported()).type).toBe('waypost-listings');
    await desk.db
      .update(listings)
      .set({ body: sql`jsonb_set(${listings.body}, '{description}', '"Find us at 51.50735, -0.12776."')` })
      .where(eq(listings.id, made.id));
    const refused = await coordinator.get('/api/export');
    expect(refused.body.error).toMatchObject({
      code: 'lint',
      fields: [{ field: `gb ${made.id} description` }],
    });
    expect(JSON.stringify(refused.body)).not.toContain('51.5');
  });
});

test('SV-9 the server holds no signing key and no way to publish', () => {
  expect(ROUTES.filter(({ path }) => /publish|\/sign(\/|$)|release|pack/.test(path))).toEqual([]);
  const sources = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(40);
  for (const name of sources) {
    const text = readFileSync(join('src/server', name), 'utf8');
    expect(text, name).not.toMatch(/PRIVATE KEY|ed25519|createPrivateKey|\.\.\/cli\/|\.\.\/pack\//);
  }
});
