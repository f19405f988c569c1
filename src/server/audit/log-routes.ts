import { desc, inArray, lt } from 'drizzle-orm';
import * as v from 'valibot';
import type { AuditEntry } from '../../core/desk-api.ts';
import type { Db } from '../database/database.ts';
import { accounts, log } from '../database/tables.ts';
import { route } from '../http/route.ts';

const Entry = v.strictObject({
  seq: v.number(),
  at: v.string(),
  actor: v.string(),
  action: v.string(),
  object: v.string(),
  detail: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
  previous: v.string(),
  hash: v.string(),
}) satisfies v.GenericSchema<unknown, AuditEntry>;

const AT_ONCE = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const logRoutes = [
  route({
    method: 'GET',
    path: '/api/log',
    summary: 'What was done, the newest first; `before` is the number of an entry',
    who: ['auditor', 'coordinator'],
    limit: 'read',
    query: v.strictObject({
      before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/)), '999999999999999'),
    }),
    answer: v.strictObject({
      entries: v.array(Entry),
      more: v.boolean(),
      names: v.record(v.string(), v.string()),
    }),
    run: async ({ desk, query }) => {
      const rows = await desk.db
        .select()
        .from(log)
        .where(lt(log.seq, Number(query.before)))
        .orderBy(desc(log.seq))
        .limit(AT_ONCE + 1);
      const entries = rows.slice(0, AT_ONCE);
      const answer = { entries, more: rows.length > AT_ONCE, names: await namesIn(desk.db, entries) };
      return { status: 200, answer };
    },
  }),
];

async function namesIn(db: Db, entries: readonly AuditEntry[]): Promise<Record<string, string>> {
  // The rest are passkeys, and whoever is no account: the command line, a provider.
  const ids = [...new Set(entries.flatMap(({ actor, object }) => [actor, object]))].filter((id) =>
    UUID.test(id),
  );
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
