import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { KeptDecision, KeptEdit } from '../../core/desk-api.ts';
import type { EditState } from '../../core/edits/edit.ts';
import type { Db } from '../database/database.ts';
import { decisions, edits, listingVersions } from '../database/tables.ts';
import type { Session } from '../http/route.ts';
import { nameIn, readNames } from '../listings/read-history.ts';
import { authorOfLink } from '../provider/author-of-link.ts';
import { isContributorOnly, isNewcomer } from './newcomers.ts';

export type EditRow = typeof edits.$inferSelect;
type DecisionRow = typeof decisions.$inferSelect;

const UNDO_MS = 24 * 60 * 60_000;
const MOST = 500;

/** For whom an edit is told, and when. */
export interface Viewer {
  readonly session: Session;
  readonly now: Date;
}

export async function readEdit(db: Db, id: string): Promise<EditRow | null> {
  const [row] = await db.select().from(edits).where(eq(edits.id, id));
  return row ?? null;
}

/** Whoever reviews sees all of them, everybody else their own (SV-6). */
export function maySee({ me }: Session, { authorId }: Pick<EditRow, 'authorId'>): boolean {
  return authorId === me.id || !isContributorOnly(me.roles);
}

/** Those that wait, longest first; of the others, what was proposed last. */
export async function readEdits(db: Db, viewer: Viewer, state: EditState | undefined): Promise<KeptEdit[]> {
  const { me } = viewer.session;
  const own = isContributorOnly(me.roles) ? eq(edits.authorId, me.id) : undefined;
  const where: SQL | undefined = and(own, state === undefined ? undefined : eq(edits.state, state));
  const isWaiting = state === 'pending' || state === 'asked';
  const rows = await db
    .select()
    .from(edits)
    .where(where)
    .orderBy(isWaiting ? asc(edits.madeAt) : desc(edits.madeAt), asc(edits.id))
    .limit(MOST);
  return await keptEdits(db, viewer, rows);
}

export async function keptEdit(db: Db, viewer: Viewer, row: EditRow): Promise<KeptEdit> {
  const [kept] = await keptEdits(db, viewer, [row]);
  if (!kept) throw new Error('server: an edit is gone');
  return kept;
}

async function keptEdits(db: Db, viewer: Viewer, rows: readonly EditRow[]): Promise<KeptEdit[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const decided = await db
    .select()
    .from(decisions)
    .where(inArray(decisions.editId, ids))
    .orderBy(asc(decisions.at), asc(decisions.id));
  const { me } = viewer.session;
  const people = [...rows.map(({ authorId }) => authorId), ...decided.map(({ byAccount }) => byAccount)];
  const others = people.filter((id) => id !== me.id);
  const names = new Map([...(await readNames(db, others)), [me.id, me.name]]);
  const newcomers = await newcomersAmong(db, viewer, rows);
  // Only what was approved can be taken back, or was part of a listing whose values are gone.
  const purged = await purgedAmong(
    db,
    rows.flatMap(({ id, state }) => (state === 'approved' ? [id] : [])),
  );
  return rows.map((row) => {
    const own = decided.filter(({ editId }) => editId === row.id);
    return {
      edit: row.content,
      hash: row.hash,
      state: row.state,
      author: { id: row.authorId ?? '', name: nameIn(names, row.authorId) },
      isMine: row.authorId === me.id,
      isRisky: row.isRisky,
      cannotDecide: whyNotDecide(viewer.session, row, newcomers.has(row.authorId ?? '')),
      isProviderStated: row.authorId === null,
      madeAt: row.madeAt.toISOString(),
      decisions: own.map((one) => keptDecision(one, names)),
      undoUntil: purged.has(row.id) ? null : undoUntil(viewer, row, own),
    };
  });
}

/** Why this person may not decide on it: an author is never the approver, by account and by credential (SV-7). */
export function whyNotDecide(
  { me, credentialId }: Session,
  row: Pick<EditRow, 'authorId' | 'authorCredential' | 'region'>,
  isFromNewcomer: boolean,
): KeptEdit['cannotDecide'] {
  if (row.authorId === me.id || row.authorCredential === authorOfLink(me.id)) return 'own-edit';
  if (row.authorCredential === credentialId) return 'same-credential';
  const isElsewhere = me.regions.length > 0 && !me.regions.includes(row.region);
  if (isContributorOnly(me.roles) || isElsewhere) return 'not-allowed';
  return isFromNewcomer && !me.roles.includes('coordinator') ? 'not-allowed' : null;
}

async function newcomersAmong(
  db: Db,
  { session, now }: Viewer,
  rows: readonly EditRow[],
): Promise<ReadonlySet<string>> {
  // It makes no difference to whoever decides on nothing, or on everything.
  if (isContributorOnly(session.me.roles) || session.me.roles.includes('coordinator')) return new Set();
  // Nor of whoever wrote it, who never decides on it.
  const authors = [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))].filter(
    (id) => id !== session.me.id,
  );
  const found = new Set<string>();
  for (const author of authors) if (await isNewcomer(db, author, now)) found.add(author);
  return found;
}

async function purgedAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await db
    .select({ id: listingVersions.editId })
    .from(listingVersions)
    .where(and(inArray(listingVersions.editId, [...ids]), eq(listingVersions.isPurged, true)));
  return new Set(found.flatMap(({ id }) => id ?? []));
}

/** Its author, or who approved it, may take it back for a day (V11). */
export function undoUntil(
  { session: { me }, now }: Viewer,
  { state, decidedAt, authorId }: EditRow,
  decided: readonly DecisionRow[],
): string | null {
  if (state !== 'approved' || !decidedAt) return null;
  const isTheirs =
    authorId === me.id ||
    decided.some((one) => one.byAccount === me.id && one.decision === 'approve' && !one.isVoid);
  const until = decidedAt.getTime() + UNDO_MS;
  return isTheirs && now.getTime() < until ? new Date(until).toISOString() : null;
}

function keptDecision(row: DecisionRow, names: ReadonlyMap<string, string>): KeptDecision {
  const { decision, byAccount, at, reason, comment, method, isVoid } = row;
  const by = { id: byAccount, name: nameIn(names, byAccount) };
  return { decision, by, at: at.toISOString(), reason, comment, method, isVoid };
}
