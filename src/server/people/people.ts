import { randomUUID } from 'node:crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Person, Refusal, Role } from '../../core/desk-api.ts';
import { type Change, change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { accounts, credentials, sessions } from '../database/tables.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import type { Desk, Session } from '../http/route.ts';
import { setRoles } from './carry-out.ts';
import { endLinks, type MadeLink, makeLink } from './links.ts';
import { type Progress, proposeOrAgree } from './proposals.ts';

export interface Invitation {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly regions: readonly string[];
  readonly languages: readonly string[];
}

type LinkFor = MadeLink & { readonly id: string };

export async function readPeople(db: Db): Promise<Person[]> {
  const people = await db.select().from(accounts).orderBy(asc(accounts.madeAt), asc(accounts.id));
  const keys = await db.select().from(credentials).orderBy(asc(credentials.madeAt));
  return people.map(({ id, name, roles, regions, languages, state }) => ({
    id,
    name,
    roles,
    regions,
    languages,
    state,
    credentials: keys
      .filter(({ accountId }) => accountId === id)
      .map((key) => ({ id: key.id, state: key.state, madeAt: key.madeAt.toISOString() })),
  }));
}

/** An account that can do nothing yet, and a link to enrol a passkey for it. */
export async function invite(desk: Desk, session: Session, wanted: Invitation): Promise<LinkFor | Refusal> {
  const now = desk.now();
  return await change(desk.db, now, async ({ tx, say }) => {
    const id = randomUUID();
    const [made] = await tx
      .insert(accounts)
      .values({
        id,
        name: wanted.name,
        roles: [...wanted.roles],
        regions: [...wanted.regions],
        languages: [...wanted.languages],
        state: 'invited',
        madeAt: now,
        activeSince: null,
      })
      .onConflictDoNothing()
      .returning();
    if (!made) return nameIsTaken();
    await say({
      actor: session.me.id,
      action: 'person.invited',
      object: id,
      detail: { roles: wanted.roles },
    });
    return { id, ...(await makeLink(tx, desk.origin, now, { kind: 'invitation', accountId: id })) };
  });
}

/** A link for somebody who lost the passkey, or was never able to use the invitation; it works in one browser. */
export async function recover(
  desk: Desk,
  session: Session,
  id: string,
  browser: string,
): Promise<LinkFor | Refusal> {
  const now = desk.now();
  return await change(desk.db, now, async ({ tx, say }) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, id));
    if (!account) return refusal('not-found');
    await endLinks(tx, id, now);
    await say({ actor: session.me.id, action: 'person.recovery', object: id });
    return { id, ...(await makeLink(tx, desk.origin, now, { kind: 'recovery', accountId: id, browser })) };
  });
}

/** To take roles away one coordinator is enough; to give any, two are needed (SV-8). */
export async function changeRoles(
  desk: Desk,
  session: Session,
  id: string,
  roles: readonly Role[],
): Promise<Progress | Refusal> {
  return await change(desk.db, desk.now(), async (step) => {
    const [account] = await step.tx.select().from(accounts).where(eq(accounts.id, id));
    if (!account) return refusal('not-found');
    if (id === session.me.id) return refusal('own-edit');
    if (!roles.every((role) => account.roles.includes(role)))
      return await proposeOrAgree(step, session, { kind: 'grant-roles', subject: id, roles });
    const refused = await setRoles(step, session, { subject: id, roles });
    if (refused) return refused;
    await step.say({ actor: session.me.id, action: 'roles.taken', object: id, detail: { roles } });
    return { state: 'done' };
  });
}

export async function approve(
  desk: Desk,
  session: Session,
  id: string,
  credential: string,
): Promise<Progress | Refusal> {
  return await change(desk.db, desk.now(), async (step) => {
    const key = await credentialOf(step, id, credential);
    if (isRefusal(key)) return key;
    if (id === session.me.id) return refusal('own-edit');
    if (key.state !== 'waiting') return refusal('already-decided');
    return await proposeOrAgree(step, session, {
      kind: 'approve-credential',
      subject: credential,
      roles: null,
    });
  });
}

/** One coordinator is enough: a lost or doubtful passkey stops working at once. */
export async function removeCredential(
  desk: Desk,
  session: Session,
  id: string,
  credential: string,
): Promise<Refusal | null> {
  return await change(desk.db, desk.now(), async (step) => {
    const key = await credentialOf(step, id, credential);
    if (isRefusal(key)) return key;
    await step.tx.update(credentials).set({ state: 'removed' }).where(eq(credentials.id, credential));
    await step.tx.delete(sessions).where(eq(sessions.credentialId, credential));
    await step.say({ actor: session.me.id, action: 'credential.removed', object: id });
    return null;
  });
}

/** At once, with everything that the account could come back by. */
export async function disable(desk: Desk, session: Session, id: string): Promise<Refusal | null> {
  if (id === session.me.id) return refusal('own-edit');
  const now = desk.now();
  return await change(desk.db, now, async ({ tx, say }) => {
    const [disabled] = await tx
      .update(accounts)
      .set({ state: 'disabled' })
      .where(eq(accounts.id, id))
      .returning();
    if (!disabled) return refusal('not-found');
    await tx.update(credentials).set({ state: 'removed' }).where(eq(credentials.accountId, id));
    await tx.delete(sessions).where(eq(sessions.accountId, id));
    await endLinks(tx, id, now);
    await say({ actor: session.me.id, action: 'person.disabled', object: id });
    return null;
  });
}

export async function changeMe(
  desk: Desk,
  { me }: Session,
  wanted: { readonly name: string; readonly languages: readonly string[] },
): Promise<Refusal | null> {
  return await change(desk.db, desk.now(), async ({ tx, say }) => {
    const [taken] = await tx.select().from(accounts).where(eq(accounts.name, wanted.name));
    if (taken && taken.id !== me.id) return nameIsTaken();
    await tx
      .update(accounts)
      .set({ name: wanted.name, languages: [...wanted.languages] })
      .where(eq(accounts.id, me.id));
    await say({
      actor: me.id,
      action: 'person.changed',
      object: me.id,
      detail: { fields: ['name', 'languages'] },
    });
    return null;
  });
}

async function credentialOf({ tx }: Change, account: string, id: string) {
  const [key] = await tx
    .select()
    .from(credentials)
    .where(inArray(credentials.id, [id]));
  return key?.accountId === account ? key : refusal('not-found');
}

function nameIsTaken(): Refusal {
  return refusal('bad-request', { fields: [{ field: 'name', reason: 'somebody has it already' }] });
}
