import { fromColumns } from '../core/columns.ts';
import { type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import { type PackProblem, RECORDS_PER_CHUNK } from './format.ts';
import { readJson } from './read-json.ts';

/**
 * The records of one inflated chunk, 1 to 256 of them. Their shape is as whoever signed the pack left it: links and
 * numbers are judged again before they can be tapped.
 */
export function readRecords(bytes: Uint8Array): Result<unknown[], PackProblem> {
  const json = readJson(bytes);
  if (!json.ok) return damaged(`records are ${json.problem}`);
  const records = fromColumns(json.value);
  if (!records) return damaged('records are not whole columns');
  if (records.length === 0) return damaged('a chunk has no records');
  if (records.length > RECORDS_PER_CHUNK) return damaged('a chunk has more than 256 records');
  return succeed(records);
}
