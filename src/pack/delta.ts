import { fromColumns, toColumns } from '../core/columns.ts';
import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import { LIMITS, type PackMeta, type PackProblem, type Platform } from './format.ts';
import { readJson } from './read-json.ts';
import { readMeta } from './read-meta.ts';
import { writeJson } from './write-json.ts';

/** A record as it stands in a pack. */
export interface PackRecord {
  readonly id: string;
}

/** What turns the records of one version of a region into those of a later one (docs/pack-format.md, "Deltas"). */
export interface Delta {
  /** Of the later version. */
  readonly meta: PackMeta;
  /** Ids that are gone, in ascending order. */
  readonly removed: readonly string[];
  /** Records that are new or have changed, whole, in ascending order of ids. */
  readonly put: readonly PackRecord[];
}

export type DeltaProblem = PackProblem | { readonly kind: 'delta-does-not-fit'; readonly detail: string };

/** The delta between two versions, deflated. Both lists are in ascending order of ids, as a pack holds them. */
export async function makeDelta(
  before: readonly PackRecord[],
  after: readonly PackRecord[],
  meta: PackMeta,
  platform: Platform,
): Promise<Uint8Array> {
  const known = new Map(before.map((record) => [record.id, JSON.stringify(record)]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const put = after.filter((record) => known.get(record.id) !== JSON.stringify(record));
  return platform.deflate(writeJson({ meta, removed, put: toColumns(put) }));
}

/** Reads a delta whose hash has been checked against the signed index. */
export async function readDelta(bytes: Uint8Array, platform: Platform): Promise<Result<Delta, PackProblem>> {
  let raw: Uint8Array;
  try {
    raw = await platform.inflate(bytes, LIMITS.rawBytes);
  } catch {
    return damaged('a delta does not inflate');
  }
  const json = readJson(raw);
  if (!json.ok) return damaged(`a delta is ${json.problem}`);
  if (!isRecord(json.value)) return damaged('a delta is not an object');
  const meta = readMeta(writeJson(json.value.meta ?? null));
  if (!meta.ok) return meta;
  const put = recordsIn(json.value.put);
  if (!put) return damaged('a delta has records without an id');
  const removed = idsIn(json.value.removed);
  if (!removed) return damaged('a delta removes what is no id');
  if (!isAscending(removed) || !isAscending(put.map(({ id }) => id)))
    return damaged('ids of a delta are out of order');
  return succeed({ meta: meta.value, removed, put });
}

/**
 * The records of the later version, in ascending order of ids. A delta for other records than these is refused: what it
 * removes is not there, or the count that it was made for does not come out.
 */
export function applyDelta<Record extends PackRecord>(
  before: readonly Record[],
  { meta, removed, put }: Delta,
): Result<Record[], DeltaProblem> {
  const records = new Map<string, PackRecord>(before.map((record) => [record.id, record]));
  for (const id of removed) {
    if (!records.delete(id)) return misfit('removes a record that is not there');
  }
  for (const record of put) records.set(record.id, record);
  if (records.size !== meta.records) return misfit('leads to another number of records');
  const after = [...records.values()] as Record[];
  return succeed(after.sort((one, other) => (one.id < other.id ? -1 : 1)));
}

function misfit(detail: string) {
  return fail({ kind: 'delta-does-not-fit' as const, detail });
}

function recordsIn(columns: unknown): readonly PackRecord[] | null {
  const rows: readonly object[] | null = fromColumns(columns);
  return rows?.every((row): row is PackRecord => typeof (row as Partial<PackRecord>).id === 'string')
    ? rows
    : null;
}

function idsIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((id): id is string => typeof id === 'string') ? value : null;
}

function isAscending(ids: readonly string[]): boolean {
  return ids.every((id, place) => place === 0 || (ids[place - 1] ?? '') < id);
}
