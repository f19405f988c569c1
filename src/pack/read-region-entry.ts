import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { isPlainText } from '../core/text.ts';
import { ENTRY_BYTES, HEADER_BYTES, LIMITS } from './format.ts';
import { isRegionId } from './is-region-id.ts';
import { isWhole } from './is-whole.ts';
import type { DeltaEntry, RegionEntry } from './signed-index.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const COUNTRY = /^[A-Z]{2}$/;
const ZONE = /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const KINDS: readonly unknown[] = ['world', 'region', 'sample'];
// meta, indx and card are always there.
const SMALLEST_PACK = HEADER_BYTES + 3 * ENTRY_BYTES;

/** Reads one region of the index. The problem names the field. Fields that this version does not know are dropped. */
export function readRegionEntry(value: unknown): Result<RegionEntry, string> {
  if (!isRecord(value)) return fail('is not an object');
  const { id, kind, name, country, timezone, version, path, length, sha256, records, schema, content } =
    value;
  if (!isRegionId(id)) return fail('id');
  if (!isKind(kind)) return fail('kind');
  if (!isNameByLanguage(name)) return fail('name');
  if (!isMatch(country, COUNTRY)) return fail('country');
  if (!isMatch(timezone, ZONE)) return fail('timezone');
  if (!isWhole(version, 1)) return fail('version');
  if (!isMatch(sha256, SHA256)) return fail('sha256');
  // The path is not taken from the file but compared: what is fetched can only be what was signed.
  if (path !== `packs/${sha256}.bin`) return fail('path');
  if (!isWhole(length, SMALLEST_PACK, LIMITS.packBytes)) return fail('length');
  if (!isWhole(records, 0, LIMITS.records)) return fail('records');
  if (!isWhole(schema, 1)) return fail('schema');
  if (content !== undefined && !isMatch(content, SHA256)) return fail('content');
  const { deltas } = value;
  if (deltas !== undefined && !isDeltas(deltas)) return fail('deltas');
  return succeed({
    id,
    kind,
    name,
    country,
    timezone,
    version,
    path,
    length,
    sha256,
    records,
    schema,
    content,
    deltas,
  });
}

function isDeltas(value: unknown): value is readonly DeltaEntry[] {
  return (
    Array.isArray(value) &&
    value.every(
      (delta) =>
        isRecord(delta) &&
        isMatch(delta.from, SHA256) &&
        isMatch(delta.sha256, SHA256) &&
        isWhole(delta.length, 1, LIMITS.packBytes),
    )
  );
}

function isKind(value: unknown): value is RegionEntry['kind'] {
  return KINDS.includes(value);
}

function isMatch(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && value.length <= 64 && shape.test(value);
}

function isNameByLanguage(value: unknown): value is RegionEntry['name'] {
  if (!isRecord(value) || !Object.hasOwn(value, 'en')) return false;
  return Object.entries(value).every(([language, name]) => LANGUAGE.test(language) && isName(name));
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && name.length <= 100 && isPlainText(name);
}
