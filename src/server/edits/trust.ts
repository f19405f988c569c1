import { and, count, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Edit } from '../../core/edits/edit.ts';
import { isRisky } from '../../core/edits/risk.ts';
import type { Db } from '../database/database.ts';
import { edits } from '../database/tables.ts';
import { isNewcomer } from './newcomers.ts';

const DAY = 86_400_000;
const APPROVED_IN_REGION = 20;
const CLEAN_DAYS = 30;
/** What a wrong word in would harm nobody much. */
const EVERYDAY = ['description', 'hours', 'languages', 'notes', 'application_process', 'service_areas'];

/** Typing mistakes, hours, a note on languages: nothing else is ever taken without a second person (V10). */
export function isEveryday(edit: Edit): boolean {
  const areFields = edit.changes.every(
    ({ field }) => EVERYDAY.includes(field) || field.startsWith('translations.'),
  );
  return edit.kind === 'change' && areFields && edit.overrides.length === 0 && !isRisky(edit);
}

/**
 * Trust is of a region and grows from what others approved there: twenty edits, and none of the last thirty days
 * rejected or undone.
 */
export async function isTrusted(db: Db, accountId: string, region: string, now: Date): Promise<boolean> {
  if (await isNewcomer(db, accountId, now)) return false;
  const since = new Date(now.getTime() - CLEAN_DAYS * DAY);
  const ofRegion = and(eq(edits.authorId, accountId), eq(edits.region, region));
  const [approved] = await db
    .select({ edits: count() })
    .from(edits)
    .where(
      and(
        ofRegion,
        eq(edits.state, 'approved'),
        sql`exists (select 1 from decisions one where one.edit_id = "edits"."id" and one.decision = 'approve' and not one.is_void)`,
      ),
    );
  if ((approved?.edits ?? 0) < APPROVED_IN_REGION) return false;
  const [bad] = await db
    .select({ edits: count() })
    .from(edits)
    .where(
      and(
        ofRegion,
        inArray(edits.state, ['rejected', 'undone']),
        isNotNull(edits.decidedAt),
        gt(edits.decidedAt, since),
      ),
    );
  return (bad?.edits ?? 0) === 0;
}
