import { once } from 'node:events';
import { type AddressInfo, createServer, connect as socketTo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { change } from '../../src/server/database/change.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { log } from '../../src/server/database/tables.ts';
import { hasPostgres, newPostgresDatabase } from './postgres.ts';

const PATIENCE_MS = 20_000;
/** More than the server ever has open at once. */
const MANY = 30;

/** A way to a PostgreSQL that can be told to lose connections at the first word of a transaction. */
async function fragileWay(url: string) {
  const { searchParams, pathname } = new URL(url.replace('postgresql:///', 'postgresql://none/'));
  const behind = join(searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const way = { losses: 0 };
  const server = createServer((near) => {
    const far = socketTo(behind);
    near.on('data', (words) => {
      if (way.losses > 0 && words.includes('begin')) {
        way.losses -= 1;
        near.destroy();
      } else far.write(words);
    });
    far.on('data', (words) => near.write(words));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => undefined);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { way, url: `postgresql://postgres@127.0.0.1:${port}${pathname}`, close: () => server.close() };
}

describe.runIf(hasPostgres() && !process.env.DATABASE_URL)('on PostgreSQL', () => {
  test('V8 connections that are lost at the beginning of transactions do not use up the server', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { url, drop } = await newPostgresDatabase();
    const fragile = await fragileWay(url);
    const { db, close } = await openDatabase({ url: fragile.url });
    onTestFinished(async () => {
      await close();
      fragile.close();
      await drop();
    });
    fragile.way.losses = MANY;
    while (fragile.way.losses > 0) await change(db, new Date(), async () => null).catch(() => null);
    await change(db, new Date(), ({ say }) => say({ actor: 'x', action: 'task.done', object: 'z' }));
    expect(await db.select().from(log)).toHaveLength(1);
  });
});
