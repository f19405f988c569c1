import { isIsoDate } from '../core/dates.ts';
import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import { LIMITS, type PackMeta, type PackProblem } from './format.ts';
import { isRegionId } from './is-region-id.ts';
import { isWhole } from './is-whole.ts';
import { readJson } from './read-json.ts';

/** Reads the `meta` section; the problem names the field. Fields that this version does not know are passed over. */
export function readMeta(bytes: Uint8Array): Result<PackMeta, PackProblem> {
  const json = readJson(bytes);
  if (!json.ok) return damaged(`meta is ${json.problem}`);
  if (!isRecord(json.value)) return damaged('meta is not an object');
  const { region, version, records, schema, built_on, licence } = json.value;
  if (!isRegionId(region)) return damaged('meta.region');
  if (!isWhole(version, 1)) return damaged('meta.version');
  if (!isWhole(records, 0)) return damaged('meta.records');
  if (!isWhole(schema, 1)) return damaged('meta.schema');
  if (typeof built_on !== 'string' || !isIsoDate(built_on)) return damaged('meta.built_on');
  if (typeof licence !== 'string' || licence.length > 500) return damaged('meta.licence');
  if (records > LIMITS.records) {
    return fail({ kind: 'pack-too-large', limit: LIMITS.records });
  }
  return succeed({ region, version, records, schema, built_on, licence });
}
