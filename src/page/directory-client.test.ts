import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Directory } from '../store/messages.ts';
import { DirectoryClient } from './directory-client.ts';

type Message = { kind: string; id: number; [field: string]: unknown };

/** A worker that answers when the test says so. */
class FakeWorker {
  readonly asked: Message[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  isStopped = false;

  postMessage(message: Message): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isStopped = true;
  }

  last(kind: string): Message {
    const message = this.asked.findLast((one) => one.kind === kind);
    if (!message) throw new Error(`tests: nobody asked for ${kind}`);
    return message;
  }

  reply(id: number, reply: object): void {
    this.onmessage?.({ data: { id, ...reply } });
  }
}

const directory = (issuedOn = '2026-11-21') => ({ issuedOn, regions: [] }) as unknown as Directory;
const ok = (value: unknown) => ({ ok: true, value });
const problem = (kind: string) => ({ ok: false, problem: { kind } });

let worker: FakeWorker;
let starts: number;
let client: DirectoryClient;

beforeEach(() => {
  worker = new FakeWorker();
  starts = 0;
  client = new DirectoryClient(() => {
    starts++;
    return worker as unknown as Worker;
  });
});

describe('questions to the worker', () => {
  it('start it at the first one, once', () => {
    expect(starts).toBe(0);
    void client.ask({ kind: 'listings', ids: ['a'] });
    void client.ask({ kind: 'listings', ids: ['b'] });
    expect(starts).toBe(1);
    expect(worker.asked.map(({ kind, ids }) => [kind, ids])).toEqual([
      ['listings', ['a']],
      ['listings', ['b']],
    ]);
  });

  it('get each its own answer, in whatever order the answers come', async () => {
    const one = client.ask({ kind: 'listings', ids: ['a'] });
    const other = client.ask({ kind: 'listings', ids: ['b'] });
    const [first, second] = worker.asked as [Message, Message];
    worker.reply(second.id, ok(['b']));
    worker.reply(first.id, ok(['a']));
    expect(await one).toMatchObject(ok(['a']));
    expect(await other).toMatchObject(ok(['b']));
  });

  it('pass over answers to nothing, and second ones', async () => {
    const asking = client.ask({ kind: 'listings', ids: [] });
    const { id } = worker.last('listings');
    worker.reply(id + 7, ok('other'));
    worker.reply(id, ok('mine'));
    worker.reply(id, ok('again'));
    expect(await asking).toMatchObject(ok('mine'));
  });

  it('are all answered when the worker breaks', async () => {
    const asking = [client.ask({ kind: 'listings', ids: [] }), client.ask({ kind: 'keep' })];
    worker.onerror?.();
    expect(await Promise.all(asking)).toEqual([problem('unexpected'), problem('unexpected')]);
  });
});

describe('the start', () => {
  it('opens the lists, tells who asked first, then everyone; then the first screen is read from them', async () => {
    const order: string[] = [];
    client.subscribe(() => order.push(`listener sees ${client.get().directory?.issuedOn}`));
    const starting = client.start(true, ({ issuedOn }) => order.push(`opened ${issuedOn}`));
    worker.reply(worker.last('start').id, ok(directory()));
    await client.ready;
    expect(order).toEqual(['opened 2026-11-21', 'listener sees 2026-11-21']);
    await vi.waitFor(() => worker.last('first-screen'));
    worker.reply(worker.last('first-screen').id, ok([]));
    await starting;
    expect(client.get()).toMatchObject({ firstScreen: [], problem: null });
  });

  it('that fails is ready all the same, with a problem that can be put away', async () => {
    const onOpen = vi.fn();
    void client.start(true, onOpen);
    worker.reply(worker.last('start').id, problem('pack-damaged'));
    await client.ready;
    expect(onOpen).not.toHaveBeenCalled();
    expect(client.get()).toMatchObject({ directory: null, problem: { kind: 'pack-damaged' } });
    client.dismissProblem();
    expect(client.get().problem).toBeNull();
  });
});

describe('a download', () => {
  it('shows how far it is, and is gone when it is done', async () => {
    const installing = client.install('city');
    const { id } = worker.last('install');
    expect(client.get().downloads).toEqual({ city: { received: 0, total: 1 } });
    worker.reply(id, { progress: { received: 3, total: 10 } });
    expect(client.get().downloads).toEqual({ city: { received: 3, total: 10 } });
    worker.reply(id, ok(directory('2026-11-22')));
    expect(await installing).toMatchObject({ ok: true });
    expect(client.get()).toMatchObject({ downloads: {}, directory: { issuedOn: '2026-11-22' } });
  });

  it('leaves another one running', async () => {
    const installing = client.install('city');
    const first = worker.last('install').id;
    void client.install('shire');
    worker.reply(first, ok(directory()));
    await installing;
    expect(Object.keys(client.get().downloads)).toEqual(['shire']);
  });

  it('that fails leaves the lists as they were, and says why', async () => {
    const installing = client.install('city');
    worker.reply(worker.last('install').id, problem('storage-full'));
    expect(await installing).toMatchObject(problem('storage-full'));
    expect(client.get()).toMatchObject({ downloads: {}, directory: null, problem: { kind: 'storage-full' } });
  });

  it('that she stops is no problem', async () => {
    const installing = client.install('city');
    const { id } = worker.last('install');
    client.cancel('city');
    expect(worker.last('cancel')).toEqual({ kind: 'cancel', id });
    worker.reply(id, problem('cancelled'));
    await installing;
    expect(client.get()).toMatchObject({ downloads: {}, problem: null });
    client.cancel('city');
    client.cancel('nowhere');
    expect(worker.asked.filter(({ kind }) => kind === 'cancel')).toHaveLength(1);
  });
});

describe('an update in the background', () => {
  it('brings the new lists', async () => {
    const updating = client.update();
    worker.reply(worker.last('update').id, ok({ directory: directory('2026-11-22'), updated: ['city'] }));
    await vi.waitFor(() => worker.last('first-screen'));
    worker.reply(worker.last('first-screen').id, ok([]));
    expect(await updating).toEqual(ok(['city']));
    expect(client.get().directory?.issuedOn).toBe('2026-11-22');
  });

  it('that fails says nothing: yesterday’s list stays', async () => {
    const updating = client.update();
    worker.reply(worker.last('update').id, problem('index-rolled-back'));
    expect(await updating).toMatchObject(problem('index-rolled-back'));
    expect(client.get()).toMatchObject({ directory: null, problem: null });
  });
});

describe('stopping (TR-9)', () => {
  it('ends the worker, so that nothing writes any more, and never starts another', async () => {
    void client.ask({ kind: 'keep' });
    client.stop();
    expect(worker.isStopped).toBe(true);
    const asked = worker.asked.length;
    const answer = client.ask({ kind: 'update', now: 0 });
    expect(starts).toBe(1);
    expect(worker.asked).toHaveLength(asked);
    expect(await answer).toEqual(problem('cancelled'));
  });
});
