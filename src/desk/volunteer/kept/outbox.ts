import { keepsPlaceRule } from '../../../core/confidential/place-rule.ts';
import type { StaffListing } from '../../../core/desk-api.ts';
import type { Api, ApiProblem } from '../api-client.ts';
import type { DeskDatabase, OutboxEntry } from './desk-database.ts';

/** Oldest first: the order in which things were done, and are sent. */
export async function readOutbox(database: DeskDatabase): Promise<OutboxEntry[]> {
  const entries = await database.outbox.toArray();
  return entries.sort((one, other) => (one.madeAt < other.madeAt ? -1 : one.madeAt > other.madeAt ? 1 : 0));
}

/**
 * Sends what `by` has done. An entry goes only once the server says that it has it (V8); one that it refuses stays, with
 * the reason, and does not hold up the others. Gives what stopped it before the end, if anything did.
 */
export async function sendOutbox({ database, api, by, onOutcome }: Sending): Promise<ApiProblem | null> {
  for (const entry of await readOutbox(database)) {
    if (entry.by !== by || isForItsAuthor(entry)) continue;
    const answer = await (entry.kind === 'check' ? api.sendCheck(entry.check) : api.sendEdit(entry.edit));
    if (answer.ok) onOutcome(entry, await takeOut(database, entry));
    else {
      onOutcome(entry, await keepReason(database, entry, answer.problem));
      if (isForAll(answer.problem)) return answer.problem;
    }
  }
  return null;
}

interface Sending {
  readonly database: DeskDatabase;
  readonly api: Api;
  readonly by: string;
  /** Of one entry, and what is in its place now; null: it is sent. */
  readonly onOutcome: (entry: OutboxEntry, now: OutboxEntry | null) => void;
}

/** Somebody else changed the listing too: sending it again changes nothing before its author has decided (V9). */
export function isForItsAuthor(entry: OutboxEntry): boolean {
  return entry.kind === 'edit' && entry.problem === 'behind';
}

/** Whether the next would meet the same. */
function isForAll(problem: ApiProblem): boolean {
  return problem.kind === 'offline' || ['not-signed-in', 'slow-down', 'not-ready'].includes(problem.code);
}

function takeOut(database: DeskDatabase, entry: OutboxEntry): Promise<OutboxEntry | null> {
  return database.transaction('rw', database.outbox, database.done, async () => {
    if (entry.kind === 'check') await database.done.put(entry.check);
    const now = await database.outbox.get(entry.id);
    // Changed while it was on its way: what was sent is the version before.
    if (now && now.madeAt !== entry.madeAt) return now;
    await database.outbox.delete(entry.id);
    return null;
  });
}

async function keepReason(
  database: DeskDatabase,
  entry: OutboxEntry,
  problem: ApiProblem,
): Promise<OutboxEntry | null> {
  const isRefused = problem.kind === 'refused';
  const place = isRefused
    ? (problem.detail ?? problem.fields?.map(({ field }) => field).join(', ') ?? null)
    : null;
  await database.outbox.update(entry.id, {
    tries: entry.tries + 1,
    problem: isRefused ? problem.code : 'offline',
    detail: place,
    ...(entry.kind === 'edit' && { current: isRefused ? currentOf(problem.current) : null }),
  });
  return (await database.outbox.get(entry.id)) ?? null;
}

/** As of any listing that comes from the server, only what tells nobody's door (SV-10). */
function currentOf(current: StaffListing | undefined): StaffListing | null {
  return current && keepsPlaceRule(current.listing) ? current : null;
}
