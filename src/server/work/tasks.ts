import { eq } from 'drizzle-orm';
import type { Refusal, Task } from '../../core/desk-api.ts';
import { change } from '../database/change.ts';
import { tasks } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply } from '../http/route.ts';

export interface NewTask {
  readonly id: string;
  readonly region: string;
  readonly need: string;
  readonly language?: string | undefined;
  readonly area?: string | undefined;
}

/** Adopts a gap (V14): who does it is whoever said so first. */
export async function adoptTask({ desk, session, body }: Asked<NewTask>): Promise<Reply<Task> | Refusal> {
  const { me } = session;
  if (me.regions.length > 0 && !me.regions.includes(body.region)) return refusal('not-allowed');
  return await change(desk.db, desk.now(), async ({ tx, now, say }) => {
    const { id, region, need, language = null, area = null } = body;
    const made = await tx
      .insert(tasks)
      .values({ id, region, need, language, area, adoptedBy: me.id, madeAt: now })
      .onConflictDoNothing()
      .returning({ id: tasks.id });
    if (made.length > 0) await say({ actor: me.id, action: 'task.adopt', object: id });
    const [row] = await tx.select().from(tasks).where(eq(tasks.id, id));
    if (!row || row.adoptedBy !== me.id) return refusal('not-found');
    return { status: made.length > 0 ? 201 : 200, answer: taskOf(row, me) };
  });
}

/** Its adopter, or a coordinator, says that it is done. */
export async function finishTask({ desk, session, params }: Asked<unknown>): Promise<Reply<Task> | Refusal> {
  const { me } = session;
  return await change(desk.db, desk.now(), async ({ tx, now, say }) => {
    const [row] = await tx
      .select()
      .from(tasks)
      .where(eq(tasks.id, params.id ?? ''));
    const isTheirs = row?.adoptedBy === me.id || me.roles.includes('coordinator');
    if (!row || !isTheirs) return refusal('not-found');
    if (!row.doneAt) {
      await tx.update(tasks).set({ doneAt: now }).where(eq(tasks.id, row.id));
      await say({ actor: me.id, action: 'task.done', object: row.id });
    }
    return { status: 200, answer: taskOf({ ...row, doneAt: row.doneAt ?? now }, me) };
  });
}

function taskOf(row: typeof tasks.$inferSelect, me: { readonly id: string; readonly name: string }): Task {
  const { id, need, language, area, region, adoptedBy, doneAt } = row;
  return {
    id,
    need,
    language,
    area,
    region,
    adoptedBy: adoptedBy ? { id: adoptedBy, name: adoptedBy === me.id ? me.name : '' } : null,
    doneAt: doneAt?.toISOString() ?? null,
  };
}
