import { and, eq } from 'drizzle-orm';
import type { AuditAction } from '../../core/audit-actions.ts';
import type { KeptEdit, Refusal } from '../../core/desk-api.ts';
import type { Edit } from '../../core/edits/edit.ts';
import { fieldKinds } from '../../core/edits/field-kind.ts';
import { isRisky } from '../../core/edits/risk.ts';
import { type Change, change } from '../database/change.ts';
import { decisions, edits } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply, Session } from '../http/route.ts';
import { applyEdit, tryEdit } from './apply-edit.ts';
import { hashOfEdit } from './hash-edit.ts';
import { isOverTheDay } from './newcomers.ts';
import { type EditRow, keptEdit, readEdit } from './read-edits.ts';
import { isEveryday, isTrusted } from './trust.ts';

type Outcome = Reply<KeptEdit> | Refusal;

/** Takes an edit. Sent twice it is one; sent again with other content it is amended, and every decision on it is void (SV-7). */
export async function proposeEdit({ desk, session, body }: Asked<Edit>): Promise<Outcome> {
  const now = desk.now();
  return await change(desk.db, now, async (made) => {
    const kept = await readEdit(made.tx, body.id);
    const hash = hashOfEdit(body);
    if (kept && kept.authorId !== session.me.id) return refusal('not-found');
    if (kept?.hash === hash) return await replyOf(made, session, kept, 200);
    const barred = await whyNotPropose(made, session, body, kept);
    if (barred) return barred;
    const row = kept ? await amend(made, session, kept, body) : await insert(made, session, body);
    return await replyOf(made, session, await acceptIfTrusted(made, row), kept ? 200 : 201);
  });
}

async function replyOf(
  { tx, now }: Change,
  session: Session,
  row: EditRow,
  status: 200 | 201,
): Promise<Reply<KeptEdit>> {
  return { status, answer: await keptEdit(tx, { session, now }, row) };
}

async function whyNotPropose(
  { tx, now }: Change,
  { me }: Session,
  edit: Edit,
  kept: EditRow | null,
): Promise<Refusal | null> {
  const isOver = kept !== null && !['pending', 'asked', 'approved'].includes(kept.state);
  if (isOver) return refusal('already-decided');
  if (kept && kept.listingId !== edit.listingId) return refusal('bad-request', { detail: 'listingId' });
  if (me.regions.length > 0 && !me.regions.includes(edit.region)) return refusal('not-allowed');
  const tried = await tryEdit({ tx, now }, edit);
  if (!tried.ok) return tried.problem;
  const isTooMuch = await isOverTheDay(tx, me, { id: edit.id, isRisky: isRisky(edit) }, now);
  return isTooMuch ? refusal('limit') : null;
}

async function insert(made: Change, { me, credentialId }: Session, edit: Edit): Promise<EditRow> {
  const { tx, now } = made;
  const row: EditRow = {
    ...contentOf(edit),
    id: edit.id,
    listingId: edit.listingId,
    region: edit.region,
    state: 'pending',
    authorId: me.id,
    authorCredential: credentialId,
    madeAt: now,
    decidedAt: null,
  };
  await tx.insert(edits).values(row);
  await sayOf(made, me.id, 'edit.propose', edit);
  return row;
}

async function amend(
  made: Change,
  { me, credentialId }: Session,
  kept: EditRow,
  edit: Edit,
): Promise<EditRow> {
  const { tx } = made;
  const row: EditRow = {
    ...kept,
    ...contentOf(edit),
    state: 'pending',
    authorCredential: credentialId,
    decidedAt: null,
  };
  await tx.update(edits).set(row).where(eq(edits.id, kept.id));
  await tx.update(decisions).set({ isVoid: true }).where(eq(decisions.editId, kept.id));
  await sayOf(made, me.id, 'edit.amend', edit);
  return row;
}

function contentOf(edit: Edit) {
  return { content: edit, hash: hashOfEdit(edit), isRisky: isRisky(edit) };
}

async function sayOf({ say }: Change, actor: string, action: AuditAction, edit: Edit): Promise<void> {
  const fields = fieldKinds(edit.changes.map(({ field }) => field));
  await say({ actor, action, object: edit.id, detail: { listing: edit.listingId, kind: edit.kind, fields } });
}

/** Everyday words of somebody whom the region has come to trust are taken at once (V10); it stays as it is otherwise. */
async function acceptIfTrusted(made: Change, row: EditRow): Promise<EditRow> {
  const { tx, now } = made;
  if (!row.authorId || !isEveryday(row.content)) return row;
  if (!(await isTrusted(tx, row.authorId, row.region, now))) return row;
  const applied = await applyEdit(made, row, { approverId: null, method: undefined, actor: 'server' });
  if (!applied.ok) return row;
  await tx
    .update(edits)
    .set({ state: 'approved', decidedAt: now })
    .where(and(eq(edits.id, row.id), eq(edits.state, 'pending')));
  await made.say({ actor: 'server', action: 'edit.accept-by-trust', object: row.id });
  return { ...row, state: 'approved', decidedAt: now };
}
