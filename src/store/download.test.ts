import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  captivePortal,
  cutShort,
  endless,
  HOST,
  redirect,
  StaticHost,
  silent,
  stalled,
  status,
  truncated,
  unreachable,
  whole,
} from '../../tests/mocks/static-host.ts';
import { type DownloadOptions, download } from './download.ts';

const PATH = '/data/packs/x.bin';
const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);
const server = setupServer();
let host: StaticHost;

const get = (options: Partial<DownloadOptions> = {}) =>
  download(PATH, { limit: 10_000, signal: new AbortController().signal, ...options });
const refused = (kind: string) => ({ ok: false, problem: { kind } });

beforeAll(() => {
  vi.stubGlobal('location', { href: `${HOST}/` });
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  host = new StaticHost();
  server.use(...host.handlers);
});
afterEach(() => {
  server.resetHandlers();
  vi.useRealTimers();
});
afterAll(() => {
  server.close();
  vi.unstubAllGlobals();
});

describe('download (SG-11)', () => {
  it('brings the whole file, in however many pieces', async () => {
    host.serve(PATH, bytes);
    expect(await get()).toEqual({ ok: true, value: bytes });
  });

  it('says how far it is, against the length that was promised', async () => {
    host.serve(PATH, bytes);
    const seen: number[] = [];
    await get({ total: 5000, onProgress: ({ received, total }) => seen.push(received / total) });
    expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('asks with nothing but the path (NW-5, NW-10)', async () => {
    host.serve(PATH, bytes);
    await get();
    const [asked] = host.asked;
    expect(asked).toMatchObject({
      method: 'GET',
      path: PATH,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    for (const header of [
      'cookie',
      'authorization',
      'range',
      'if-none-match',
      'if-modified-since',
      'referer',
    ])
      expect(Object.keys(asked?.headers ?? {})).not.toContain(header);
  });

  it('takes exactly as much as its limit', async () => {
    host.serve(PATH, bytes);
    expect(await get({ limit: 5000 })).toMatchObject({ ok: true });
    expect(await get({ limit: 4999 })).toEqual({
      ok: false,
      problem: { kind: 'pack-too-large', limit: 4999 },
    });
  });

  it('ends a body without an end at its limit', async () => {
    host.serve(PATH, endless);
    expect(await get({ limit: 200_000 })).toMatchObject(refused('pack-too-large'));
  });

  it.each([
    ['is not there', status(404)],
    ['is broken', status(500)],
    ['wants a log-in', status(401)],
    ['cannot be reached', unreachable],
    ['sends elsewhere on itself', redirect(`${HOST}/login`)],
    ['sends to another host', redirect('https://elsewhere.test/x.bin')],
  ])('is as without a network where the host %s', async (_, answer) => {
    host.serve(PATH, answer);
    host.serve('/login', bytes);
    expect(await get()).toEqual(refused('offline'));
    expect(host.takePaths()).toEqual([PATH]);
  });

  it('asks once more, from the beginning, for what breaks off in the middle (SG-11)', async () => {
    host.serve(PATH, truncated(bytes));
    expect(await get()).toEqual(refused('offline'));
    expect(host.takePaths()).toEqual([PATH, PATH]);
    let answers = 0;
    host.serve(PATH, (request) => (answers++ === 0 ? truncated(bytes) : whole(bytes))(request));
    expect(await get()).toEqual({ ok: true, value: bytes });
  });

  it('asks no more once she has stopped it, or after a silence (SG-11)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    host.serve(PATH, stalled(bytes));
    for (const giveUp of ['she', 'time']) {
      const controller = new AbortController();
      const onProgress = vi.fn();
      const outcome = get({ signal: controller.signal, onProgress });
      await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
      if (giveUp === 'she') controller.abort();
      else await vi.advanceTimersByTimeAsync(30_100);
      expect((await outcome).ok).toBe(false);
      expect(host.takePaths()).toEqual([PATH]);
    }
  });

  it.each([
    ['a log-in page', captivePortal],
    ['half a file', cutShort(bytes)],
  ])('cannot tell %s from the file: that is for the signature and the hash', async (_, answer) => {
    host.serve(PATH, answer);
    expect(await get()).toMatchObject({ ok: true });
  });

  it.each([
    ['never answers', silent],
    ['stops in the middle', stalled(bytes)],
  ])('gives up after 30 seconds of silence where the host %s', async (_, answer) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    host.serve(PATH, answer);
    const onProgress = vi.fn();
    const outcome = get({ onProgress });
    if (answer !== silent) await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(29_900);
    expect(await Promise.race([outcome, 'still waiting'])).toBe('still waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(await outcome).toEqual(refused('offline'));
  });

  it('gives up in silence in a browser that cannot join two signals, too (settled 7)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { any } = AbortSignal;
    Object.assign(AbortSignal, { any: undefined });
    host.serve(PATH, silent);
    const outcome = get();
    await vi.advanceTimersByTimeAsync(30_100);
    Object.assign(AbortSignal, { any });
    expect(await Promise.race([outcome, 'still waiting'])).toEqual(refused('offline'));
  });

  it.each([
    ['before it begins', silent, true],
    ['before anything has come', silent, false],
    ['in the middle', stalled(bytes), false],
  ])('stops %s when she stops it, and says so', async (_, answer, isBefore) => {
    host.serve(PATH, answer);
    const controller = new AbortController();
    if (isBefore) controller.abort();
    const onProgress = vi.fn();
    const outcome = get({ signal: controller.signal, onProgress });
    if (answer !== silent) await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
    controller.abort();
    expect(await outcome).toEqual(refused('cancelled'));
  });
});
