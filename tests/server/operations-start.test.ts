import { request } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/server/database/database.ts';
import { makeDemoLinks } from '../../src/server/people/demo.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/start-server.ts';
import type { TestPlace } from './databases.ts';
import { DATABASES } from './harness.ts';

describe.each(DATABASES)('on $kind', (kind) => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await kind.newPlace();
  });
  afterEach(() => place.remove());

  const start = (more: Partial<ServerOptions> = {}) =>
    startServer({
      place: place.place,
      port: 0,
      isDemo: true,
      site: (_, answer) => void answer.end('the page'),
      ...more,
    });

  test('says that it lives and that its database answers; the rest is the page', async () => {
    const server = await start({ headers: { 'X-Of-The-Desk': 'yes' } });
    const ready = await fetch(`${server.origin}/api/ready`);
    expect([ready.status, await ready.json(), ready.headers.get('x-of-the-desk')]).toEqual([
      200,
      { ok: true },
      'yes',
    ]);
    const unknown = await fetch(`${server.origin}/api/unknown`);
    expect([unknown.status, unknown.headers.get('x-of-the-desk')]).toEqual([404, 'yes']);
    expect(await (await fetch(`${server.origin}/apis`)).text()).toBe('the page');
    await server.stop();
  });

  test('readiness is refused while the database is away, health is not', async () => {
    const server = await start();
    await server.database.close();
    expect((await fetch(`${server.origin}/api/ready`)).status).toBe(503);
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
    await server.stop().catch(() => undefined);
  });

  test('stopping lets a request under way end, takes no new one, and waits for no idle connection', async () => {
    const server = await start();
    await fetch(`${server.origin}/api/health`, { headers: { connection: 'keep-alive' } });
    const slow = beginSlowly(server);
    await slow.begun;
    const stopped = server.stop();
    await expect(fetch(`${server.origin}/api/health`)).rejects.toThrow();
    slow.finish();
    expect(await slow.status).toBe(410);
    await stopped;
  });

  test('a demo’s database is never a real desk’s', async () => {
    const demo = await start();
    await makeDemoLinks(demo.database.db, demo.origin, new Date());
    await demo.stop();
    await expect(start({ isDemo: false })).rejects.toThrow('was a demo');
    await (await start()).stop();
  });

  test('migrating again changes nothing', async () => {
    for (const _ of [1, 2]) {
      const { db, close } = await openDatabase(place.place);
      const { rows } = (await db.execute(sql`select hash from drizzle.__drizzle_migrations`)) as unknown as {
        rows: { hash: string }[];
      };
      expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
      await close();
    }
  });

  if (kind.kind === 'postgresql')
    test('servers that start at once on an empty database make its tables once', async () => {
      const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openDatabase(place.place)));
      const counts = await Promise.all(
        opened.map(async ({ db }) => {
          const found = (await db.execute(sql`select hash from drizzle.__drizzle_migrations`)) as unknown as {
            rows: { hash: string }[];
          };
          return [found.rows.length, new Set(found.rows.map(({ hash }) => hash)).size];
        }),
      );
      for (const [all, different] of counts) expect(all).toBe(different);
      for (const { close } of opened) await close();
    });

  if (kind.kind === 'embedded')
    test('a folder that one has open is not opened a second time, and is free again afterwards', async () => {
      const one = await openDatabase(place.place);
      await expect(openDatabase(place.place)).rejects.toThrow('in use');
      await one.close();
      await (await openDatabase(place.place)).close();
    });
});

/** A request whose body is only half sent. */
function beginSlowly(server: RunningServer): {
  begun: Promise<unknown>;
  finish: () => void;
  status: Promise<number | undefined>;
} {
  const body = JSON.stringify({ token: 'A'.repeat(43) });
  const asked = request(`${server.origin}/api/enrol/options`, {
    method: 'POST',
    headers: {
      Origin: server.origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      'Content-Length': body.length,
    },
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    asked.once('response', (answer) => resolve(answer.resume().statusCode));
    asked.once('error', reject);
  });
  const begun = new Promise((resolve) => asked.write(body.slice(0, 10), () => setTimeout(resolve, 200)));
  return { begun, finish: () => void asked.end(body.slice(10)), status };
}
