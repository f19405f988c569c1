import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '../../core/desk-api.ts';
import { change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { accounts } from '../database/tables.ts';
import type { NamedLink } from './first-people.ts';
import { endLinks, makeLink } from './links.ts';
import { openedAs, sayOpened } from './opened.ts';

const PEOPLE: readonly (readonly [Role, string])[] = [
  ['contributor', 'Demo contributor'],
  ['reviewer', 'Demo reviewer'],
  ['coordinator', 'Demo coordinator'],
];

/** A link for each of three people who are active as soon as they have a passkey. Only ever for made-up data (settled 36). */
export async function makeDemoLinks(db: Db, origin: string, now: Date): Promise<NamedLink[]> {
  return await change(db, now, async (step) => {
    const as = await openedAs(step.tx);
    if (as === 'desk')
      throw new Error('server: this database belongs to a real desk; a demo needs one of its own');
    if (as === null) await sayOpened(step, 'demo');
    const made: NamedLink[] = [];
    for (const [role, name] of PEOPLE) {
      const accountId = await demoAccount(step.tx, role, name, now);
      await endLinks(step.tx, accountId, now);
      made.push({ name, ...(await makeLink(step.tx, origin, now, { kind: 'demo', accountId })) });
    }
    return made;
  });
}

async function demoAccount(tx: Db, role: Role, name: string, now: Date): Promise<string> {
  const [there] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, name));
  if (there) return there.id;
  const id = randomUUID();
  await tx.insert(accounts).values({
    id,
    name,
    roles: [role],
    regions: [],
    languages: [],
    state: 'active',
    madeAt: now,
    activeSince: now,
  });
  return id;
}
