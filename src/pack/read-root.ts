import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { LIMITS } from './format.ts';
import { isInstant } from './is-instant.ts';
import { isWhole } from './is-whole.ts';
import { parsePublicKey } from './parse-public-key.ts';
import { readJson } from './read-json.ts';
import type { RootFile } from './signed-index.ts';
import type { Role } from './verify-signed.ts';

export type RootProblem =
  | { readonly kind: 'root-too-large'; readonly limit: number }
  | { readonly kind: 'root-too-new'; readonly spec: number }
  | { readonly kind: 'root-malformed'; readonly place: string };

const KEYID = /^[0-9a-f]{16}$/;

/**
 * Reads the shape of a root file: who may sign. Whether it may be trusted is for its caller to know (it is built into
 * the app, or signed by the root before it), and so is what to do where `dev` is true.
 */
export function readRoot(bytes: Uint8Array): Result<RootFile, RootProblem> {
  if (bytes.length > LIMITS.indexBytes) return fail({ kind: 'root-too-large', limit: LIMITS.indexBytes });
  const json = readJson(bytes);
  if (!json.ok) return malformed(json.problem);
  if (!isRecord(json.value) || json.value.type !== 'root') return malformed('type');
  const { spec, version, expires, dev, keys, roles } = json.value;
  if (!isWhole(spec, 1)) return malformed('spec');
  if (spec > 1) return fail({ kind: 'root-too-new', spec });
  if (!isWhole(version, 1)) return malformed('version');
  if (!isInstant(expires)) return malformed('expires');
  // Required, because a development root that forgot to say so must not pass for a real one.
  if (typeof dev !== 'boolean') return malformed('dev');
  if (!areKeys(keys)) return malformed('keys');
  if (!isRecord(roles)) return malformed('roles');
  const { root, index } = roles;
  if (!isRole(root, keys)) return malformed('roles.root');
  if (!isRole(index, keys)) return malformed('roles.index');
  return succeed({
    type: 'root',
    spec: 1,
    version,
    expires,
    dev,
    keys,
    roles: { root: pickRole(root), index: pickRole(index) },
  });
}

function malformed(place: string) {
  return fail({ kind: 'root-malformed' as const, place });
}

function areKeys(value: unknown): value is RootFile['keys'] {
  return (
    isRecord(value) &&
    Object.entries(value).every(([keyid, key]) => KEYID.test(keyid) && parsePublicKey(key) !== null)
  );
}

// A role that can never be filled would refuse every index for ever: refuse the root instead, while the old one still works.
function isRole(value: unknown, keys: RootFile['keys']): value is Role {
  if (!isRecord(value) || !Array.isArray(value.keyids)) return false;
  const keyids = new Set(value.keyids as unknown[]);
  return (
    keyids.size === value.keyids.length &&
    [...keyids].every((keyid) => typeof keyid === 'string' && Object.hasOwn(keys, keyid)) &&
    isWhole(value.threshold, 1, keyids.size)
  );
}

function pickRole({ keyids, threshold }: Role): Role {
  return { keyids, threshold };
}
