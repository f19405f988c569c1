import { asc, desc, gt, isNull, or } from 'drizzle-orm';
import { dayOf } from '../../core/dates.ts';
import type { Report, Task, WorkAnswer } from '../../core/desk-api.ts';
import type { Db } from '../database/database.ts';
import { checks, reports, tasks } from '../database/tables.ts';
import { nameIn, readNames } from '../listings/read-history.ts';

const DAY = 86_400_000;
/** Longer than the longest interval between checks (settled 18). */
const CHECK_DAYS = 200;
const REPORT_DAYS = 90;
const DONE_DAYS = 30;
const MOST = 5000;

/** What decides, beside the listings themselves, what is next (V4). */
export async function readWork(db: Db, meId: string, now: Date): Promise<WorkAnswer> {
  const [ofChecks, ofReports, ofTasks] = [
    await readChecks(db, meId, now),
    await readReports(db, now),
    await readTasks(db, now),
  ];
  return { checks: ofChecks, reports: ofReports, tasks: ofTasks };
}

function ago(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

async function readChecks(db: Db, meId: string, now: Date): Promise<WorkAnswer['checks']> {
  const rows = await db
    .select()
    .from(checks)
    .where(gt(checks.at, ago(now, CHECK_DAYS)))
    .orderBy(desc(checks.at), asc(checks.id))
    .limit(MOST);
  return rows.map(({ id, listingId, field, answer, at, method, accountId }) => ({
    id,
    listingId,
    field,
    answer,
    at: at.toISOString(),
    ...(method ? { method } : {}),
    isMine: accountId === meId,
  }));
}

async function readReports(db: Db, now: Date): Promise<Report[]> {
  return await db
    .select()
    .from(reports)
    .where(gt(reports.weekOf, dayOf(ago(now, REPORT_DAYS).getTime())))
    .orderBy(desc(reports.weekOf), asc(reports.listingId), asc(reports.signal))
    .limit(MOST);
}

async function readTasks(db: Db, now: Date): Promise<Task[]> {
  const rows = await db
    .select()
    .from(tasks)
    .where(or(isNull(tasks.doneAt), gt(tasks.doneAt, ago(now, DONE_DAYS))))
    .orderBy(desc(tasks.madeAt), asc(tasks.id))
    .limit(MOST);
  const names = await readNames(
    db,
    rows.map(({ adoptedBy }) => adoptedBy),
  );
  return rows.map(({ id, need, language, area, region, adoptedBy, doneAt }) => ({
    id,
    need,
    language,
    area,
    region,
    adoptedBy: adoptedBy ? { id: adoptedBy, name: nameIn(names, adoptedBy) } : null,
    doneAt: doneAt?.toISOString() ?? null,
  }));
}
