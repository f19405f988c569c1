import { type Instant, isIsoDate } from '../../core/dates.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { RootFile } from '../../pack/signed-index.ts';
import { productionRootFault } from '../production-root.ts';
import type { PublicKeyFile } from './public-key-file.ts';

export interface RootWish {
  readonly keys: readonly PublicKeyFile[];
  /** How many of them must sign, lists and the next root alike. */
  readonly threshold: number;
  /** The first day on which it no longer holds. */
  readonly expires: string;
  /** The root that phones trust today; absent for the first. */
  readonly previous?: RootFile;
}

/**
 * The root that follows: its version is one more than the last. It holds only once enough keys of the old root and
 * enough of the new one have signed it (The Update Framework, specification 1.0.32, sections 5.3.4 and 5.3.5): the old
 * ones vouch for the change, the new ones show that their keys exist. The problem says what to do instead.
 */
export function nextRoot(wish: RootWish, now: Instant): Result<RootFile, string> {
  const { keys, threshold, expires, previous } = wish;
  if (previous?.dev) return fail('the previous root is for development: begin with a root of your own');
  const keyids = keys.map(({ keyid }) => keyid).sort();
  const twin = keyids.find((keyid, place) => keyids.indexOf(keyid) !== place);
  if (twin) return fail(`the key ${twin} is named twice: each person needs a key of their own`);
  if (keyids.length === 0) return fail('there are no keys: name each with --key');
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > keyids.length)
    return fail(`the threshold must be a whole number from 1 to ${keyids.length}, the number of keys`);
  if (!isIsoDate(expires)) return fail('--expires must be a day like 2027-11-01');
  if (Date.parse(expires) <= now) return fail(`${expires} is not in the future`);
  const role = { keyids, threshold };
  const root: RootFile = {
    type: 'root',
    spec: 1,
    version: (previous?.version ?? 0) + 1,
    expires: `${expires}T00:00:00Z`,
    dev: false,
    keys: Object.fromEntries(
      keys.map(({ keyid, public_key }) => [keyid, public_key] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    roles: { root: role, index: role },
  };
  const fault = productionRootFault(JSON.stringify(root));
  return fault ? fail(fault) : succeed(root);
}
