import { type Instant, isIsoDate } from '../core/dates.ts';
import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { APP, LIMITS, type Platform } from './format.ts';
import { isInstant } from './is-instant.ts';
import { isWhole } from './is-whole.ts';
import { readJson } from './read-json.ts';
import { readRegionEntry } from './read-region-entry.ts';
import type { IndexFile, RegionEntry, RootFile } from './signed-index.ts';
import { type SignatureProblem, verifySigned } from './verify-signed.ts';

export type IndexProblem =
  | SignatureProblem
  | { readonly kind: 'index-too-large'; readonly limit: number }
  | { readonly kind: 'index-unreadable'; readonly detail: string }
  | { readonly kind: 'index-of-another-type'; readonly type: string }
  | { readonly kind: 'index-too-new'; readonly spec: number }
  /** Someone offers yesterday's list again, to hide what has changed since. */
  | { readonly kind: 'index-rolled-back'; readonly version: number; readonly floor: number }
  /** Two files with one version: a publisher's mistake, or different lists for different people. */
  | { readonly kind: 'index-forked'; readonly version: number }
  | { readonly kind: 'index-malformed'; readonly place: string }
  /** Its lists hold what this app cannot read. */
  | { readonly kind: 'app-too-old'; readonly needs: number };

export interface IndexLimits {
  /** The highest version seen, and at least the one built into the app. */
  readonly floor: number;
  /** The later of the last verified `issued` and the build's time: expiry is judged by it, not by the device's clock. */
  readonly minTime: Instant;
  /** The version and SHA-256 of the last verified index, to notice the same version with other bytes. */
  readonly seen?: { readonly version: number; readonly sha256: string };
}

export interface VerifiedIndex {
  readonly index: IndexFile;
  /** The caller decides: refused where the region is installed, taken with the strongest banner where nothing is. */
  readonly isExpired: boolean;
}

/** Reads the signed index. Nothing is parsed before enough people are known to have signed these bytes. */
export async function readIndex(
  bytes: Uint8Array,
  signatureFile: Uint8Array,
  root: RootFile,
  limits: IndexLimits,
  platform: Platform,
): Promise<Result<VerifiedIndex, IndexProblem>> {
  if (bytes.length > LIMITS.indexBytes) return fail({ kind: 'index-too-large', limit: LIMITS.indexBytes });
  const signed = await verifySigned(bytes, signatureFile, root.keys, root.roles.index, platform);
  if (!signed.ok) return signed;
  const json = readJson(bytes);
  if (!json.ok) return fail({ kind: 'index-unreadable', detail: json.problem });
  const version = readVersion(json.value, limits.floor);
  if (!version.ok) return version;
  if (version.value === limits.seen?.version && (await platform.sha256(bytes)) !== limits.seen.sha256) {
    return fail({ kind: 'index-forked', version: version.value });
  }
  const index = readFields(json.value, version.value);
  if (!index.ok) return fail({ kind: 'index-malformed', place: index.problem });
  const { min_app } = index.value;
  if (min_app > APP) return fail({ kind: 'app-too-old', needs: min_app });
  return succeed({ index: index.value, isExpired: Date.parse(index.value.expires) <= limits.minTime });
}

function readVersion(value: unknown, floor: number): Result<number, IndexProblem> {
  if (!isRecord(value)) return fail({ kind: 'index-unreadable', detail: 'not an object' });
  const { type, spec, version } = value;
  if (type !== 'index') return fail({ kind: 'index-of-another-type', type: String(type).slice(0, 40) });
  if (!isWhole(spec, 1)) return fail({ kind: 'index-malformed', place: 'spec' });
  if (spec > 1) return fail({ kind: 'index-too-new', spec });
  if (!isWhole(version, 1)) return fail({ kind: 'index-malformed', place: 'version' });
  return version < floor ? fail({ kind: 'index-rolled-back', version, floor }) : succeed(version);
}

function readFields(value: unknown, version: number): Result<IndexFile, string> {
  if (!isRecord(value)) return fail('index');
  const { issued, expires, min_app } = value;
  if (!isInstant(issued)) return fail('issued');
  if (!isInstant(expires)) return fail('expires');
  if (!isWhole(min_app, 0)) return fail('min_app');
  const regions = readRegions(value.regions);
  if (!regions.ok) return regions;
  const revoked = readRevoked(value.revoked);
  if (!revoked.ok) return revoked;
  const { value: regionList } = regions;
  return succeed({
    type: 'index',
    spec: 1,
    version,
    issued,
    expires,
    regions: regionList,
    revoked: revoked.value,
    min_app,
  });
}

function readRegions(value: unknown): Result<RegionEntry[], string> {
  if (!Array.isArray(value)) return fail('regions');
  const regions: RegionEntry[] = [];
  const ids = new Set<string>();
  for (const [number, entry] of value.entries()) {
    const region = readRegionEntry(entry);
    if (!region.ok) return fail(`regions.${number}.${region.problem}`);
    if (ids.has(region.value.id)) return fail(`regions.${number}.id`);
    ids.add(region.value.id);
    regions.push(region.value);
  }
  return succeed(regions);
}

function readRevoked(value: unknown): Result<IndexFile['revoked'], string> {
  if (!Array.isArray(value)) return fail('revoked');
  const revoked: IndexFile['revoked'][number][] = [];
  for (const [number, entry] of value.entries()) {
    if (!isRecord(entry)) return fail(`revoked.${number}`);
    const { service_id, from } = entry;
    if (typeof service_id !== 'string' || service_id === '' || service_id.length > 64)
      return fail(`revoked.${number}.service_id`);
    if (!(isInstant(from) || (typeof from === 'string' && isIsoDate(from))))
      return fail(`revoked.${number}.from`);
    revoked.push({ service_id, from });
  }
  return succeed(revoked);
}
