import { eq } from 'drizzle-orm';
import type { KeptEdit, Refusal } from '../../core/desk-api.ts';
import { change } from '../database/change.ts';
import { edits } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply } from '../http/route.ts';
import { keptEdit, readEdit } from './read-edits.ts';

/** Takes an edit back before anybody has decided on it; only its author may, and may again. */
export async function withdrawEdit({
  desk,
  session,
  params,
}: Asked<unknown>): Promise<Reply<KeptEdit> | Refusal> {
  return await change(desk.db, desk.now(), async ({ tx, now, say }) => {
    const row = await readEdit(tx, params.id ?? '');
    if (row?.authorId !== session.me.id) return refusal('not-found');
    const viewer = { session, now };
    if (row.state === 'withdrawn') return { status: 200, answer: await keptEdit(tx, viewer, row) };
    if (row.state !== 'pending' && row.state !== 'asked') return refusal('already-decided');
    await tx.update(edits).set({ state: 'withdrawn', decidedAt: now }).where(eq(edits.id, row.id));
    await say({ actor: session.me.id, action: 'edit.withdraw', object: row.id });
    const withdrawn = { ...row, state: 'withdrawn', decidedAt: now } as const;
    return { status: 200, answer: await keptEdit(tx, viewer, withdrawn) };
  });
}
