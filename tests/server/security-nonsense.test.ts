import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/server/audit/verify-log.ts';
import type { Route } from '../../src/server/http/route.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { DATABASES, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { type Chance, chanceOf, like, nonsense } from './nonsense.ts';

/** Ten thousand on each database, in parts that a slow machine ends in time. */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
const REQUESTS = 1000;
const ALL_ROLES = ['contributor', 'reviewer', 'coordinator', 'auditor'] as const;

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  test.each(PARTS)(
    `SV-16 of ${REQUESTS} requests with nonsense none is too much for the server (%i)`,
    async (part) => {
      const chance = chanceOf(20261201 + part);
      const statuses: Record<number, number> = {};
      let person: SignedIn | undefined;
      for (let count = 0; count < REQUESTS; count++) {
        // Each from an address of its own, or most would be told to slow down; anew where a session was ended.
        person = !person || count % 50 === 0 ? await desk.signIn(ALL_ROLES, { isSteppedUp: true }) : person;
        const one = chance.oneOf(ROUTES);
        const client = desk.client();
        if (chance.is(0.9)) for (const [name, value] of person.cookies) client.cookies.set(name, value);
        const path = pathFor(one, chance);
        const body = bodyFor(one, chance);
        const { status } = await client.send(one.method, path, { body });
        expect(
          status,
          `request ${count}: ${one.method} ${path} ${JSON.stringify(body)?.slice(0, 500)}`,
        ).toBeLessThan(500);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (one.path === '/api/sign-out' && status === 200) person = undefined;
      }
      // Nonsense that is all refused at the door would show nothing of what is behind it.
      expect(statuses[200]).toBeGreaterThan(50);
      expect(statuses[422]).toBeGreaterThan(50);
      expect(await verifyLog(desk.db)).toMatchObject({ ok: true });
    },
  );
});

function pathFor({ path, query }: Route, chance: Chance): string {
  const filled = path.replaceAll(/:\w+/g, () =>
    chance.is(0.8)
      ? randomUUID()
      : encodeURIComponent(safe(JSON.stringify(nonsense(chance, 0)).slice(0, 300))),
  );
  if (!query || chance.is(0.5)) return filled;
  const asked = like(query, chance);
  if (typeof asked !== 'object' || asked === null) return filled;
  const words = Object.entries(asked).map(
    ([name, value]) =>
      [safe(name), safe(typeof value === 'string' ? value : JSON.stringify(value))] as [string, string],
  );
  return `${filled}?${new URLSearchParams(words)}`;
}

const safe = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '');

function bodyFor({ method, body }: Route, chance: Chance): unknown {
  if (method === 'GET') return undefined;
  if (chance.is(0.05))
    return chance.oneOf(['', '{', 'null', '[]', '"x"', '1e999', '{"a":1,"a":2}', '{"__proto__":1}']);
  return body && chance.is(0.9) ? like(body, chance) : nonsense(chance, 0);
}
