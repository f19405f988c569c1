import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Proposal, Refusal, Role } from '../../core/desk-api.ts';
import type { Change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { accounts, proposals } from '../database/tables.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import type { Session } from '../http/route.ts';
import { carryOut } from './carry-out.ts';

// What needs a second coordinator (SV-8, SV-19): another account, and another passkey.

const LIVES_MS = 7 * 86_400_000;

export interface Wish {
  readonly kind: Proposal['kind'];
  readonly subject: string;
  readonly roles: readonly Role[] | null;
}

export type Progress = { readonly state: 'proposed' | 'done' };

/** Carries the wish out where another coordinator has the same; else it is proposed, and waits for one. */
export async function proposeOrAgree(
  step: Change,
  session: Session,
  wish: Wish,
): Promise<Progress | Refusal> {
  const { tx, now, say } = step;
  const same = (await openProposals(tx, now)).filter((one) => isSame(one, wish));
  const others = same.find((one) => !isOwn(one, session));
  if (others) return await agree(step, session, others.id);
  if (same.length > 0) return { state: 'proposed' };
  const id = randomUUID();
  await tx.insert(proposals).values({
    id,
    kind: wish.kind,
    subject: wish.subject,
    roles: wish.roles ? [...wish.roles] : null,
    byAccount: session.me.id,
    byCredential: session.credentialId,
    at: now,
  });
  await say({
    actor: session.me.id,
    action: `${wish.kind}.proposed`,
    object: wish.subject,
    detail: detailOf(wish),
  });
  return { state: 'proposed' };
}

export async function agree(step: Change, session: Session, id: string): Promise<Progress | Refusal> {
  const { tx, now, say } = step;
  const proposal = (await openProposals(tx, now)).find((one) => one.id === id);
  if (!proposal) return refusal('not-found');
  if (proposal.byAccount === session.me.id) return refusal('own-edit');
  if (proposal.byCredential === session.credentialId) return refusal('same-credential');
  const outcome = await carryOut(step, session, proposal);
  if (isRefusal(outcome)) return outcome;
  await tx
    .update(proposals)
    .set({ closedAt: now })
    .where(and(eq(proposals.kind, proposal.kind), eq(proposals.subject, proposal.subject)));
  await say({
    actor: session.me.id,
    action: `${proposal.kind}.agreed`,
    object: proposal.subject,
    detail: { ...detailOf(proposal), proposed: proposal.byAccount },
  });
  return { state: 'done' };
}

type KeptProposal = typeof proposals.$inferSelect;

/** What was proposed of late and not yet agreed to, oldest first. */
export async function openProposals(db: Db, now: Date): Promise<(KeptProposal & { byName: string })[]> {
  const rows = await db
    .select({ proposal: proposals, byName: accounts.name })
    .from(proposals)
    .innerJoin(accounts, eq(accounts.id, proposals.byAccount))
    .where(
      and(
        isNull(proposals.closedAt),
        gt(proposals.at, new Date(now.getTime() - LIVES_MS)),
        // Whoever was disabled since has no say any more.
        eq(accounts.state, 'active'),
      ),
    )
    .orderBy(asc(proposals.at), asc(proposals.id));
  return rows.map(({ proposal, byName }) => ({ ...proposal, byName }));
}

function isSame(one: Wish, other: Wish): boolean {
  const rolesOf = ({ roles }: Wish) => [...(roles ?? [])].sort().join();
  return one.kind === other.kind && one.subject === other.subject && rolesOf(one) === rolesOf(other);
}

function isOwn(proposal: KeptProposal, session: Session): boolean {
  return proposal.byAccount === session.me.id || proposal.byCredential === session.credentialId;
}

function detailOf({ roles }: Wish): Record<string, string | readonly string[]> {
  return roles ? { roles } : {};
}
