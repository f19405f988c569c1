import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListingsAnswer, RefusalCode } from '../../../core/desk-api.ts';
import type { Check, Edit } from '../../../core/edits/edit.ts';
import { api } from '../api-client.ts';
import { type DeskDatabase, type OutboxEntry, openDeskDatabase } from './desk-database.ts';
import { createStaffDesk } from './staff-desk.ts';

// The desk's exchange with its server, and what the device keeps of it.

const HOST = 'http://desk.test';
const ME = { id: 'p1', name: 'Heron', roles: ['contributor'], regions: [], languages: [] } as const;
const PUBLIC = { visibility: 'public' };
const LISTING = { id: 'a', name: 'Made up', needs: ['safe.plan'], locations: [PUBLIC] };

const asked: { method: string; path: string; headers: Headers; body: unknown }[] = [];
let refusal: RefusalCode | 'offline' | 'not-json' | null = null;
let pages: ListingsAnswer[] = [];

function answer(value: object): Response {
  if (refusal === 'offline') return HttpResponse.error();
  if (refusal === 'not-json')
    return new HttpResponse('<h1>Welcome to our café</h1>', { headers: { 'Content-Type': 'text/html' } });
  return refusal
    ? HttpResponse.json({ error: { code: refusal } }, { status: 422 })
    : HttpResponse.json(value);
}

const server = setupServer(
  http.get(`${HOST}/api/session`, () =>
    HttpResponse.json({ isReady: true, isDemo: false, me: ME, steppedUpAt: null }),
  ),
  http.get(`${HOST}/api/listings`, ({ request }) => {
    const after = new URL(request.url).searchParams.get('after') ?? '';
    return HttpResponse.json(
      pages[after === '' ? 0 : Number(after)] ?? { listings: [], cursor: after, more: false },
    );
  }),
  http.get(`${HOST}/api/work`, () => HttpResponse.json({ checks: [], reports: [], tasks: [] })),
  http.post(`${HOST}/api/:kind`, async ({ request }) => {
    asked.push({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: request.headers,
      body: await request.json(),
    });
    return answer({});
  }),
);

let database: DeskDatabase;
let count = 0;
const desk = () => createStaffDesk({ database, api, now: () => '2026-03-01T10:00:00.000Z' });
const opened = async () => {
  const one = desk();
  await one.open();
  await one.exchange();
  return one;
};
const check = (id: string, at = '2026-03-01T09:00:00.000Z'): Check => ({
  id,
  listingId: 'a',
  field: 'hours',
  answer: 'cannot-tell',
  at,
});
const edit: Edit = {
  id: 'e1',
  listingId: 'a',
  region: 'r',
  kind: 'change',
  baseVersion: 1,
  changes: [{ field: 'name', before: 'Made up', after: 'Made up anew' }],
  confirmed: [],
  overrides: [],
};

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  // A page asks by paths alone; Node needs to know of which origin.
  const plain = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => plain(`${HOST}${path}`, init));
});
afterAll(() => {
  server.close();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  asked.length = 0;
  refusal = null;
  pages = [];
  database = openDeskDatabase(`test-${count++}`);
});
afterEach(() => database.close());

describe('what is done', () => {
  it('V8 is sent as JSON, oldest first, and leaves the device when the server has it', async () => {
    const one = await opened();
    await one.addChecks([check('c2', '2026-03-01T09:30:00.000Z'), check('c1')]);
    await one.exchange();
    expect(asked.map(({ path, body }) => [path, (body as Check).id])).toEqual([
      ['/api/checks', 'c1'],
      ['/api/checks', 'c2'],
    ]);
    expect(asked[0]?.headers.get('Content-Type')).toBe('application/json');
    expect(one.get().outbox).toEqual([]);
    expect(await database.outbox.count()).toBe(0);
    expect(one.get().done.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it.each(['offline', 'not-json'] as const)(
    'V8 stays while nobody answers who is the server (%s)',
    async (how) => {
      const one = await opened();
      refusal = how;
      await one.addEdit(edit, null);
      await one.exchange();
      expect(await database.outbox.toArray()).toMatchObject([{ id: 'e1', tries: 1, problem: 'offline' }]);
      expect(one.get().problem).toEqual({ kind: 'offline' });
    },
  );

  it('CT-9 many at once are all kept, or none of them where the device gives up in the middle', async () => {
    const one = await opened();
    const draft = { edit: { ...edit, id: 'e3' }, base: null };
    const many = {
      edits: ['e1', 'e2'].map((id) => ({ edit: { ...edit, id }, base: null })),
      drafts: [draft],
    };
    vi.spyOn(database.drafts, 'bulkPut').mockRejectedValueOnce(new Error('full'));
    await expect(one.addMany(many)).rejects.toThrow('full');
    expect([await database.outbox.count(), one.get().outbox]).toEqual([0, []]);
    await one.addMany(many);
    expect(await database.outbox.toArray()).toMatchObject([{ id: 'e1', by: 'p1' }, { id: 'e2' }]);
    expect(await database.drafts.toArray()).toMatchObject([{ id: 'e3', by: 'p1', typed: null }]);
    expect(one.get()).toMatchObject({ outbox: [{ id: 'e1' }, { id: 'e2' }], drafts: [{ id: 'e3' }] });
  });

  it('V8 what is refused stays with its reason and does not hold up what comes after it', async () => {
    const one = await opened();
    refusal = 'limit';
    await one.addChecks([check('c1')]);
    await one.addEdit(edit, null);
    await one.exchange();
    expect(asked).toHaveLength(2);
    expect(one.get().outbox).toMatchObject([
      { id: 'c1', problem: 'limit' },
      { id: 'e1', problem: 'limit' },
    ]);
    refusal = null;
    await one.exchange();
    expect(one.get().outbox).toEqual([]);
  });

  it('V8 after a signed-out answer nothing more is tried', async () => {
    const one = await opened();
    refusal = 'not-signed-in';
    await one.addChecks([check('c1'), check('c2')]);
    await one.exchange();
    expect(asked).toHaveLength(1);
    expect(one.get().outbox).toHaveLength(2);
  });

  it('V9 an edit that is behind waits for its author and is not sent again by itself', async () => {
    const one = await opened();
    refusal = 'behind';
    await one.addEdit(edit, null);
    await one.exchange();
    await one.exchange();
    expect(asked).toHaveLength(1);
    expect(one.get().outbox).toMatchObject([{ problem: 'behind' }]);
  });

  it('SV-7 what somebody else did on this device is not sent in this name', async () => {
    const one = await opened();
    const theirs: OutboxEntry = {
      kind: 'check',
      id: 'c9',
      listingId: 'a',
      by: 'p2',
      madeAt: 'x',
      tries: 0,
      problem: null,
      detail: null,
      check: check('c9'),
    };
    await database.outbox.put(theirs);
    await one.exchange();
    expect(asked).toEqual([]);
    expect(await database.outbox.count()).toBe(1);
  });

  it('V8 a draft is there after the page was closed, and goes with the same stroke that makes it an edit', async () => {
    const one = await opened();
    await one.keepDraft(edit, null, {
      field: 'name',
      text: 'Made',
      isGone: false,
      cause: null,
      method: null,
    });
    const next = desk();
    await next.open();
    expect(next.get().drafts).toMatchObject([{ id: 'e1', typed: { text: 'Made' } }]);
    await next.addEdit(edit, null);
    expect(await database.drafts.count()).toBe(0);
    expect(await database.outbox.count()).toBe(1);
  });
});

describe('the directory', () => {
  const page = (id: string, cursor: string, more: boolean) =>
    ({
      listings: [{ region: 'r', version: 1, listing: { ...LISTING, id } }],
      cursor,
      more,
    }) as unknown as ListingsAnswer;

  it('V1 is fetched page by page from where it was left, and is there without a network', async () => {
    pages = [page('a', '1', true), page('b', '2', false)];
    const one = await opened();
    expect([...one.get().directory.keys()]).toEqual(['a', 'b']);
    pages[2] = page('c', '3', false);
    await one.exchange();
    expect([...one.get().directory.keys()]).toEqual(['a', 'b', 'c']);
    const later = desk();
    await later.open();
    expect(later.get()).toMatchObject({ phase: 'open', me: { name: 'Heron' } });
    expect(later.get().directory.size).toBe(3);
  });

  it('stays the same object while nothing is new, so that no card is dealt anew under a thumb', async () => {
    pages = [page('a', '1', false)];
    const one = await opened();
    const before = one.get().directory;
    await one.exchange();
    expect(one.get().directory).toBe(before);
  });
});
