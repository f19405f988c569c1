import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { DecisionRequest, KeptEdit, Refusal } from '../../core/desk-api.ts';
import { isStepUpNeeded, sufficientMethods } from '../../core/edits/risk.ts';
import { succeed } from '../../core/result.ts';
import { type Change, change } from '../database/change.ts';
import { decisions, edits } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply, Session } from '../http/route.ts';
import { erasePages } from '../listings/erase-pages.ts';
import { applyEdit } from './apply-edit.ts';
import { isNewcomer } from './newcomers.ts';
import { type EditRow, keptEdit, maySee, readEdit, whyNotDecide } from './read-edits.ts';

interface Decided {
  readonly reply: Reply<KeptEdit> | Refusal;
  readonly isPurged: boolean;
}

const STATE = { ask: 'asked', reject: 'rejected', approve: 'approved' } as const;

/** A second person's decision. Of two at once the first counts, as every change waits for the one before it. */
export async function decideEdit(asked: Asked<DecisionRequest>): Promise<Reply<KeptEdit> | Refusal> {
  const { desk, session, params, body } = asked;
  const { reply, isPurged } = await change(desk.db, desk.now(), async (made): Promise<Decided> => {
    const row = await readEdit(made.tx, params.id ?? '');
    if (!row || !maySee(session, row)) return refused(refusal('not-found'));
    if (await isSaidBefore(made, session, row, body)) return await replyOf(made, session, row);
    const barred = await whyNot(made, session, row, body);
    if (barred) return refused(barred);
    return await decide(made, session, row, body);
  });
  if (isPurged) await erasePages(desk.db, desk.now());
  return reply;
}

function refused(reply: Refusal): Decided {
  return { reply, isPurged: false };
}

async function replyOf(
  { tx, now }: Change,
  session: Session,
  row: EditRow,
  isPurged = false,
): Promise<Decided> {
  return { reply: { status: 200, answer: await keptEdit(tx, { session, now }, row) }, isPurged };
}

/** Sent again, because the answer was lost: it was decided, and nothing more happens. */
async function isSaidBefore(
  { tx }: Change,
  { me }: Session,
  row: EditRow,
  body: DecisionRequest,
): Promise<boolean> {
  if (row.state !== STATE[body.decision]) return false;
  const [said] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.editId, row.id),
        eq(decisions.byAccount, me.id),
        eq(decisions.hash, body.hash),
        eq(decisions.decision, body.decision),
        eq(decisions.isVoid, false),
      ),
    );
  return said !== undefined;
}

async function whyNot(
  { tx, now }: Change,
  session: Session,
  row: EditRow,
  body: DecisionRequest,
): Promise<Refusal | null> {
  const isFromNewcomer = row.authorId !== null && (await isNewcomer(tx, row.authorId, now));
  const barred = whyNotDecide(session, row, isFromNewcomer);
  if (barred) return refusal(barred);
  if (row.state !== 'pending' && row.state !== 'asked') return refusal('already-decided');
  if (row.hash !== body.hash) return refusal('edited-since');
  if (body.decision !== 'approve')
    return body.reason || body.comment ? null : refusal('bad-request', { detail: 'reason' });
  return whyNotApprove(session, row, body, now);
}

/** Where a wrong word could send somebody to the wrong door: who decides has just proved it, and says how it was verified (SV-7). */
function whyNotApprove(
  { steppedUpAt }: Session,
  { content, isRisky }: EditRow,
  { method }: DecisionRequest,
  now: Date,
): Refusal | null {
  if (isStepUpNeeded(content, steppedUpAt?.getTime() ?? null, now.getTime())) return refusal('step-up');
  const isEnough = method !== undefined && sufficientMethods(content).includes(method);
  return isRisky && !isEnough ? refusal('method-needed') : null;
}

async function decide(made: Change, session: Session, row: EditRow, body: DecisionRequest): Promise<Decided> {
  const { tx, now } = made;
  const { decision, method } = body;
  const approval = { approverId: session.me.id, method, actor: session.me.id };
  const applied =
    decision === 'approve' ? await applyEdit(made, row, approval) : succeed({ isPurged: false });
  if (!applied.ok) return refused(applied.problem);
  const { isPurged } = applied.value;
  await made.say({
    actor: session.me.id,
    action: `edit.${decision}`,
    object: row.id,
    detail: { listing: row.listingId, ...(method ? { method } : {}) },
  });
  // As it is kept: after a purge without the values it had.
  const [kept] = await tx
    .update(edits)
    .set({ state: STATE[decision], decidedAt: now })
    .where(eq(edits.id, row.id))
    .returning();
  if (!kept) throw new Error('server: an edit is gone');
  await keepDecision(made, session, kept, isPurged ? { ...body, comment: undefined } : body);
  return await replyOf(made, session, kept, isPurged);
}

/** With the hash of the content as it is kept: after a purge that is another one, and nobody can try addresses on it. */
async function keepDecision(
  { tx, now }: Change,
  { me, credentialId }: Session,
  { id, hash }: EditRow,
  { decision, reason, comment, method }: DecisionRequest,
): Promise<void> {
  await tx.insert(decisions).values({
    id: randomUUID(),
    editId: id,
    hash,
    decision,
    byAccount: me.id,
    byCredential: credentialId,
    at: now,
    reason: reason ?? null,
    comment: comment ?? null,
    method: method ?? null,
    isVoid: false,
  });
}
