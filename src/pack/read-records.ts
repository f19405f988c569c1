import { type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import { type PackProblem, RECORDS_PER_CHUNK } from './format.ts';
import { readJson } from './read-json.ts';

/**
 * The records of one inflated chunk, 1 to 256 of them. Each is still untrusted in its shape: the caller parses those
 * it shows with `parseListing`.
 */
export function readRecords(bytes: Uint8Array): Result<unknown[], PackProblem> {
  const json = readJson(bytes);
  if (!json.ok) return damaged(`records are ${json.problem}`);
  if (!Array.isArray(json.value)) return damaged('records are not a list');
  if (json.value.length === 0) return damaged('a chunk has no records');
  if (json.value.length > RECORDS_PER_CHUNK) return damaged('a chunk has more than 256 records');
  return succeed(json.value);
}
