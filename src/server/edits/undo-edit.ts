import { and, desc, eq } from 'drizzle-orm';
import type { KeptEdit, Refusal, StaffListing } from '../../core/desk-api.ts';
import { isSameValue } from '../../core/edits/canonical-json.ts';
import { applyChanges, closingChanges } from '../../core/edits/changes.ts';
import type { FieldChange } from '../../core/edits/edit.ts';
import { fieldsOf } from '../../core/edits/fields.ts';
import { type Change, change } from '../database/change.ts';
import { decisions, edits, listingVersions } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply, Session } from '../http/route.ts';
import { erasePages } from '../listings/erase-pages.ts';
import { readListing } from '../listings/read-listings.ts';
import { saveVersion } from '../listings/save-version.ts';
import { type EditRow, keptEdit, maySee, readEdit, undoUntil } from './read-edits.ts';

interface Undone {
  readonly reply: Reply<KeptEdit> | Refusal;
  readonly isPurged: boolean;
}

/** Puts back what an edit changed, as a further version (V11); a listing that it began is closed. */
export async function undoEdit({
  desk,
  session,
  params,
}: Asked<unknown>): Promise<Reply<KeptEdit> | Refusal> {
  const { reply, isPurged } = await change(desk.db, desk.now(), async (made): Promise<Undone> => {
    const row = await readEdit(made.tx, params.id ?? '');
    if (!row || !maySee(session, row)) return { reply: refusal('not-found'), isPurged: false };
    return await undo(made, session, row);
  });
  if (isPurged) await erasePages(desk.db, desk.now());
  return reply;
}

async function undo(made: Change, session: Session, row: EditRow): Promise<Undone> {
  const { tx, now } = made;
  const decided = await tx.select().from(decisions).where(eq(decisions.editId, row.id));
  const viewer = { session, now };
  if (undoUntil(viewer, row, decided) === null) return no(refusal(whyNotUndo(row, session)));
  const current = await readListing(tx, row.listingId);
  const back = current && (await changesBack(made, row, current));
  if (!current || !back) return no(refusal('not-allowed'));
  const applied = applyChanges(current.listing, back);
  if (!applied.ok) return no(refusal('behind', { current }));
  const { isPurged } = await saveVersion(made, {
    region: row.region,
    before: current,
    after: applied.value,
    checkedFields: withoutFields(current.checkedFields, back),
    step: { editId: row.id, authorId: session.me.id, approverId: null },
    causes: [],
    log: { actor: session.me.id, action: 'edit.undo' },
  });
  const [after] = await tx
    .update(edits)
    .set({ state: 'undone', decidedAt: now })
    .where(eq(edits.id, row.id))
    .returning();
  return { reply: { status: 200, answer: await keptEdit(tx, viewer, after ?? row) }, isPurged };
}

function no(reply: Refusal): Undone {
  return { reply, isPurged: false };
}

function whyNotUndo({ state, authorId }: EditRow, { me }: Session) {
  return state === 'approved' && authorId === me.id ? ('limit' as const) : ('not-allowed' as const);
}

/** Null where the values are gone for good (SV-12). */
async function changesBack(
  { tx }: Change,
  { id, content }: EditRow,
  { listing }: StaffListing,
): Promise<FieldChange[] | null> {
  if (content.kind === 'new') return closingChanges(listing);
  const [step] = await tx
    .select()
    .from(listingVersions)
    .where(and(eq(listingVersions.listingId, listing.id), eq(listingVersions.editId, id)))
    .orderBy(desc(listingVersions.version))
    .limit(1);
  if (!step || step.isPurged) return null;
  const held = fieldsOf(listing);
  return step.changes
    .map(({ field, before, after }) => ({ field, before: after, after: before }))
    .filter(
      // Somebody has checked it since: that was no part of what is undone.
      ({ field, before }) => field !== 'verification' || isSameValue(held.get(field), before),
    );
}

function withoutFields(
  checked: Readonly<Record<string, string>>,
  back: readonly FieldChange[],
): Record<string, string> {
  const gone = new Set(back.map(({ field }) => field));
  return Object.fromEntries(Object.entries(checked).filter(([field]) => !gone.has(field)));
}
