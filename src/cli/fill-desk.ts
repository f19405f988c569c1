import { fail, type Result, succeed } from '../core/result.ts';
import type { Db } from '../server/database/database.ts';
import type { Filling } from '../server/listings/fill-from.ts';
import { readDeskFile } from './desk-listings.ts';
import { openInputs } from './inputs.ts';
import { type InputProblem, readListings } from './regions.ts';

/** Gives a desk that has no listings those of an export, or else those of the deployment's regions; says how many. */
export async function fillDesk(db: Db, from?: string): Promise<Result<number, readonly InputProblem[]>> {
  const { fillFrom, hasListings } = await import('../server/listings/fill-from.ts');
  if (await hasListings(db)) return succeed(0);
  const filling = from === undefined ? readFiles() : readDeskFile(from);
  return filling.ok ? succeed(await fillFrom(db, new Date(), filling.value)) : filling;
}

function readFiles(): Result<Filling, readonly InputProblem[]> {
  const opened = openInputs();
  if (!opened.ok) return opened;
  const read = opened.value.frames.map((frame) => readListings(frame));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) return fail(problems);
  const regions = Object.fromEntries(read.map(({ region }) => [region.file.id, region.listings]));
  return succeed({ regions, revoked: opened.value.revoked });
}
