import { existsSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { dayOf, isIsoDate } from '../../core/dates.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type InputProblem, readJson } from '../regions.ts';

export const REVOKED_FILE = 'data/revoked.json';

/**
 * Why a listing was withdrawn. For whoever keeps the directory: the reason is not published, because "its address became
 * known" would tell where to look in yesterday's list.
 */
export const REVOCATION_REASONS = [
  'asked-to-be-removed',
  'address-exposed',
  'unsafe',
  'wrong-details',
  'closed',
] as const;

/** A listing that no phone may show any more, not even from a list it has already (SG-7). */
export interface Withdrawn {
  readonly service_id: string;
  /** The day of the decision. */
  readonly from: string;
}

/** One that whoever keeps the directory withdrew, with the reason. */
export interface Revoked extends Withdrawn {
  readonly reason: (typeof REVOCATION_REASONS)[number];
}

const RevokedSchema = v.array(
  v.strictObject({
    service_id: v.pipe(
      v.string(),
      v.regex(/^[0-9a-f-]{36}$/, 'is not the id of a listing: copy it from its file or its pack'),
    ),
    from: v.pipe(v.string(), v.check(isIsoDate, 'is not a day like 2026-11-21')),
    reason: v.picklist(REVOCATION_REASONS, `must be one of ${REVOCATION_REASONS.join(', ')}`),
  }),
);

/** Reads the withdrawn listings from untrusted JSON, in the order of their ids. */
export function parseRevoked(input: unknown, today: string): Result<Revoked[], InputProblem[]> {
  const outcome = v.safeParse(RevokedSchema, input);
  if (!outcome.success)
    return fail(outcome.issues.map((issue) => problem(v.getDotPath(issue) ?? '(file)', issue.message)));
  const ids = outcome.output.map(({ service_id }) => service_id);
  const problems = outcome.output.flatMap(({ service_id, from }, place) => [
    // It takes effect when it is published; a later day would promise what no phone does.
    ...(from > today ? [problem(`${place}.from`, 'is in the future: a listing is withdrawn at once')] : []),
    ...(ids.indexOf(service_id) < place ? [problem(`${place}.service_id`, 'stands there twice')] : []),
  ]);
  if (problems.length > 0) return fail(problems);
  return succeed(outcome.output.sort((one, other) => (one.service_id < other.service_id ? -1 : 1)));
}

/** Nothing was ever withdrawn where there is no file. */
export function readRevoked(now: Date): Result<Revoked[], InputProblem[]> {
  if (!existsSync(REVOKED_FILE)) return succeed([]);
  let input: unknown;
  try {
    input = readJson(REVOKED_FILE);
  } catch (error) {
    return fail([problem('(file)', `cannot be read: ${error instanceof Error ? error.message : error}`)]);
  }
  return parseRevoked(input, dayOf(now.getTime()));
}

/** With those that a reviewer hid at the desk (SV-19), for as long as they are hidden there; what stands in the file keeps its day. */
export function withHidden(
  revoked: readonly Withdrawn[],
  hidden: readonly Withdrawn[],
): readonly Withdrawn[] {
  const known = new Set(revoked.map(({ service_id }) => service_id));
  return [...revoked, ...hidden.filter(({ service_id }) => !known.has(service_id))].sort((one, other) =>
    one.service_id < other.service_id ? -1 : 1,
  );
}

/** Adds what was asked for as `ID=REASON` to the file; a listing that stands there already keeps its day. */
export function revoke(wishes: readonly string[], now: Date): InputProblem[] {
  const known = readRevoked(now);
  if (!known.ok) return known.problem;
  const fresh = wishes
    .map((wish) => wish.split('='))
    .map(([service_id, reason]) => ({ service_id, from: dayOf(now.getTime()), reason }))
    .filter(({ service_id }) => !known.value.some((one) => one.service_id === service_id));
  const all = parseRevoked([...known.value, ...fresh], dayOf(now.getTime()));
  if (!all.ok) return all.problem;
  writeFileSync(REVOKED_FILE, `${JSON.stringify(all.value, null, 2)}\n`);
  return [];
}

function problem(field: string, reason: string): InputProblem {
  return { file: REVOKED_FILE, field, reason };
}
