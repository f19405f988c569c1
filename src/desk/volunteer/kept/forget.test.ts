import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListingsAnswer, StaffListing } from '../../../core/desk-api.ts';
import type { Check, Edit } from '../../../core/edits/edit.ts';
import { succeed } from '../../../core/result.ts';
import { type Listing, parseListing } from '../../../core/schema.ts';
import type { Api } from '../api-client.ts';
import { type DeskDatabase, keepThing, openDeskDatabase } from './desk-database.ts';
import { createStaffDesk } from './staff-desk.ts';

// What a device may not have, or may have no more: where a place is that is not public.

const ID = '3f2b8c1e-0000-4000-8000-000000000001';
const OTHER = '3f2b8c1e-0000-4000-8000-000000000002';
const STREET = '12 Acacia Road';
const SECRETS = /Acacia|ZZ9|51\.5/;
const ME = { id: 'p1', name: 'Heron', roles: ['contributor'], regions: [], languages: [] } as const;
const HIDDEN = [{ visibility: 'none', location_type: 'redacted' }];
const OPEN = [
  {
    visibility: 'public',
    publish_consent: true,
    consent_evidence: 'A letter of the manager',
    location_type: 'physical',
    address: { address_1: STREET, city: 'London', postal_code: 'ZZ9 9ZZ', country: 'GB' },
  },
];

function listing(more: object = {}): Listing {
  const read = parseListing({
    id: ID,
    name: 'Open Door',
    text_language: 'en',
    description: 'A warm room.',
    status: 'active',
    organization: { id: OTHER, name: 'Open Door' },
    country: 'GB',
    needs: ['help.advocate'],
    channels: [
      { type: 'phone', value: '+442079460123' },
      { type: 'in-person', value: STREET },
    ],
    locations: OPEN,
    verification: { state: 'confirmed', checked_on: '2026-10-01' },
    ...more,
  });
  if (!read.ok) throw new Error(`tests: ${JSON.stringify(read.problem)}`);
  return read.value;
}

const kept = (of: Listing, more: Partial<StaffListing> = {}): StaffListing => ({
  region: 'r',
  version: 1,
  listing: of,
  hidden: null,
  closedOn: null,
  changedAt: '2026-03-01T09:00:00.000Z',
  checkedFields: {},
  forgetBefore: null,
  ...more,
});
const HIDDEN_NOW = kept(
  listing({ locations: HIDDEN, channels: [{ type: 'phone', value: '+442079460123' }] }),
  {
    version: 2,
    forgetBefore: 2,
  },
);

const edit = (id: string, more: Partial<Edit> = {}): Edit => ({
  id,
  listingId: ID,
  region: 'r',
  kind: 'change',
  baseVersion: 1,
  changes: [{ field: 'description', before: 'A warm room.', after: `Tea at ${STREET}.` }],
  confirmed: [],
  overrides: [],
  comment: 'I was there, in Acacia Road.',
  ...more,
});
const check = (id: string, field: string): Check => ({
  id,
  listingId: ID,
  field,
  answer: 'still-right',
  at: '2026-03-01T09:00:00.000Z',
});

let database: DeskDatabase;
let page: readonly StaffListing[] = [];
let isAnswering = true;
const sent: unknown[] = [];
const offline = { ok: false, problem: { kind: 'offline' } } as const;
const api = {
  session: async () => succeed({ isReady: true, isDemo: false, me: ME, steppedUpAt: null }),
  listings: async () =>
    isAnswering ? succeed<ListingsAnswer>({ listings: page, cursor: 'x', more: false }) : offline,
  work: async () => succeed({ checks: [], reports: [], tasks: [] }),
  sendEdit: async (one: Edit) => {
    sent.push(one);
    return succeed({});
  },
  sendCheck: async (one: Check) => {
    sent.push(one);
    return succeed({});
  },
} as unknown as Api;

const desk = () => createStaffDesk({ database, api, now: () => '2026-03-01T10:00:00.000Z' });
/** With the listing as it was when its place was public. */
const opened = async () => {
  page = [kept(listing())];
  const one = desk();
  await one.open();
  await one.exchange();
  isAnswering = false;
  return one;
};
const answers = (listings: readonly StaffListing[]) => {
  page = listings;
  isAnswering = true;
};
/** Everything that lies on the device, as text. */
const onDevice = async () =>
  JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));

let count = 0;
beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  sent.length = 0;
  isAnswering = true;
  database = openDeskDatabase(`forget-${count++}`);
});
afterEach(() => database.close());

describe('a record that tells where a hidden place is', () => {
  const telling = kept({ ...listing(), locations: [{ ...HIDDEN[0], latitude: 51.5 }] } as Listing, {
    version: 2,
  });

  it('SV-10 is not kept, nor is the version before it, and the desk says so by its id alone', async () => {
    const one = await opened();
    answers([telling, kept(listing({ id: OTHER }))]);
    await one.exchange();
    expect([...one.get().directory.keys()]).toEqual([OTHER]);
    expect(one.get().withheld).toEqual([{ id: ID, forgetBefore: null }]);
    expect((await database.listings.toArray()).map(({ id }) => id)).toEqual([OTHER]);
    expect(await onDevice()).not.toContain('51.5');
    const later = desk();
    await later.open();
    expect(later.get().withheld).toHaveLength(1);
  });

  it('SV-10 is not said any more when it was mended', async () => {
    const one = await opened();
    answers([telling]);
    await one.exchange();
    answers([HIDDEN_NOW]);
    await one.exchange();
    expect(one.get().withheld).toEqual([]);
    expect(one.get().directory.get(ID)?.version).toBe(2);
  });

  it('SV-10 is not shown by its id where that is none: it could be anything', async () => {
    const one = await opened();
    answers([{ ...telling, listing: { ...telling.listing, id: STREET } }]);
    await one.exchange();
    expect(one.get().withheld).toEqual([{ id: '', forgetBefore: null }]);
  });
});

describe('a place that becomes confidential', () => {
  it('SV-12 is gone from listings, drafts, outbox, checks and work at the next contact, and nothing of it is sent', async () => {
    const one = await opened();
    await one.addEdit(edit('e1'), listing());
    await one.addChecks([check('c1', `channels.in-person:${STREET}`)]);
    await one.keepDraft(edit('e2', { changes: [] }), listing(), {
      field: 'locations',
      text: `13 not ${STREET}`,
      isGone: false,
      cause: null,
      method: null,
    });
    await database.done.put(check('c2', `channels.in-person:${STREET}`));
    const theirs = { ...check('c3', `channels.in-person:${STREET}`), isMine: false };
    await keepThing(database, 'work', { checks: [theirs], reports: [], tasks: [] });
    expect(await onDevice()).toMatch(SECRETS);
    answers([HIDDEN_NOW]);
    await one.exchange();
    expect(await onDevice()).not.toMatch(SECRETS);
    expect(JSON.stringify([...one.get().directory, one.get()])).not.toMatch(SECRETS);
    expect(sent).toEqual([]);
    expect(one.get().forgotten).toEqual([
      { listingId: ID, fields: ['channels.in-person'] },
      { listingId: ID, fields: ['description'] },
      { listingId: ID, fields: ['locations'] },
    ]);
  });

  it('SV-12 goes also where the record itself is withheld', async () => {
    const one = await opened();
    await one.addEdit(edit('e1'), listing());
    answers([{ ...HIDDEN_NOW, listing: { ...HIDDEN_NOW.listing, description: `Tea at ${STREET}.` } }]);
    await one.exchange();
    expect(await onDevice()).not.toMatch(SECRETS);
  });

  it('SV-12 leaves what was written since, and all of other services', async () => {
    const one = await opened();
    const mine = edit('e1', { baseVersion: 2, comment: 'Tea is free.' });
    const another = edit('e2', { listingId: OTHER });
    isAnswering = false;
    await one.addEdit(mine, HIDDEN_NOW.listing);
    await one.addEdit(another, null);
    await one.addChecks([check('c1', 'hours'), check('c2', 'channels.phone:+442079460123')]);
    answers([HIDDEN_NOW]);
    await one.exchange();
    expect(sent.map((each) => (each as Edit).id).sort()).toEqual(['c1', 'c2', 'e1', 'e2']);
    expect(one.get().forgotten).toEqual([]);
  });

  it('SV-12 a form that was open meanwhile keeps and sends nothing more of what it has', async () => {
    const one = await opened();
    answers([HIDDEN_NOW]);
    await one.exchange();
    const before = one.get().forgets;
    await one.keepDraft(edit('e1'), listing());
    await one.addEdit(edit('e1'), listing());
    expect(await onDevice()).not.toMatch(SECRETS);
    expect(one.get().forgets).toBeGreaterThan(before);
    expect(one.get().forgotten[0]).toEqual({ listingId: ID, fields: ['description'] });
  });

  it('SV-12 CT-9 a sheet that was read before and is taken now brings in nothing of it, and the rest', async () => {
    const one = await opened();
    answers([HIDDEN_NOW]);
    await one.exchange();
    const other = edit('e3', { listingId: OTHER, comment: undefined, changes: [] });
    await one.addMany({
      edits: [
        { edit: edit('e1'), base: listing() },
        { edit: other, base: null },
      ],
      drafts: [{ edit: edit('e2'), base: listing() }],
    });
    expect(await onDevice()).not.toMatch(SECRETS);
    expect(one.get().outbox.map(({ id }) => id)).toEqual(['e3']);
    expect(one.get().forgotten).toHaveLength(2);
  });

  it('V8 what is typed is on the screen in the same task, so that no letter is lost', async () => {
    const one = await opened();
    const kept = one.keepDraft(edit('e1'), listing());
    expect(one.get().drafts).toHaveLength(1);
    await kept;
  });

  it('SV-12 what its author was told stays said until they have read it', async () => {
    const one = await opened();
    await one.addEdit(edit('e1'), listing());
    answers([HIDDEN_NOW]);
    await one.exchange();
    const later = desk();
    await later.open();
    expect(later.get().forgotten).toHaveLength(1);
    await later.seenForgotten();
    const last = desk();
    await last.open();
    expect(last.get().forgotten).toEqual([]);
  });
});
