import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { type Change, change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { accounts, credentials, links } from '../database/tables.ts';
import { endLinks, type MadeLink, makeLink } from './links.ts';
import { openedAs, sayOpened } from './opened.ts';

// The first two coordinators have nobody who could approve them. Each enrols by a link that only whoever runs the server
// can make, and neither can do anything until the other has enrolled too. The same way leads back where only one is left.

const NEEDED = 2;

export interface NamedLink extends MadeLink {
  readonly name: string;
}

/** Links for as many coordinators as are missing; none where two are there. Earlier links that nobody used end. */
export async function inviteFirst(db: Db, origin: string, now: Date): Promise<NamedLink[]> {
  return await change(db, now, async (step) => {
    const { tx, say } = step;
    await endFirst(step);
    const missing = NEEDED - (await activeCoordinators(tx)).length;
    const made: NamedLink[] = [];
    for (let index = 0; index < missing; index++) {
      const { id, name } = await newCoordinator(tx, now);
      await say({ actor: 'server', action: 'person.first-invited', object: id });
      made.push({ name, ...(await makeLink(tx, origin, now, { kind: 'first', accountId: id })) });
    }
    return made;
  });
}

/** Whoever began to enrol and is not active begins anew: an operator who invites again may have seen the wrong person. */
async function endFirst({ tx, now }: Change): Promise<void> {
  const begun = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(links, eq(links.accountId, accounts.id))
    .where(and(eq(links.kind, 'first'), inArray(accounts.state, ['invited', 'waiting'])));
  for (const { id } of begun) {
    await endLinks(tx, id, now);
    await tx.update(credentials).set({ state: 'removed' }).where(eq(credentials.accountId, id));
    await tx.update(accounts).set({ state: 'disabled' }).where(eq(accounts.id, id));
  }
}

/** Makes the first coordinators active once there are two. */
export async function activateFirst({ tx, now, say }: Change): Promise<boolean> {
  const enrolled = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(links, eq(links.accountId, accounts.id))
    .where(and(eq(links.kind, 'first'), isNotNull(links.usedAt), eq(accounts.state, 'waiting')));
  const active = await activeCoordinators(tx);
  if (active.length + enrolled.length < NEEDED) return false;
  for (const { id } of enrolled) {
    await tx.update(accounts).set({ state: 'active', activeSince: now }).where(eq(accounts.id, id));
    await tx
      .update(credentials)
      .set({ state: 'active' })
      .where(and(eq(credentials.accountId, id), eq(credentials.state, 'waiting')));
    await say({ actor: 'server', action: 'person.first-active', object: id });
  }
  if ((await openedAs(tx)) === null) await sayOpened({ tx, now, say }, 'desk');
  return true;
}

async function activeCoordinators(tx: Db): Promise<{ id: string }[]> {
  return await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.state, 'active'), sql`'coordinator' = any(${accounts.roles})`));
}

/** An account for a coordinator under a name that nobody has yet; the person may change it. */
async function newCoordinator(tx: Db, now: Date): Promise<{ id: string; name: string }> {
  const taken = new Set((await tx.select({ name: accounts.name }).from(accounts)).map(({ name }) => name));
  let number = 1;
  while (taken.has(`Coordinator ${number}`)) number++;
  const made = { id: randomUUID(), name: `Coordinator ${number}` };
  await tx.insert(accounts).values({
    ...made,
    roles: ['coordinator', 'reviewer'],
    regions: [],
    languages: [],
    state: 'invited',
    madeAt: now,
    activeSince: null,
  });
  return made;
}
