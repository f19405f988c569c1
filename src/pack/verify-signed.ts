import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { LIMITS, type Platform } from './format.ts';
import { isWhole } from './is-whole.ts';
import { parseHex } from './parse-hex.ts';
import { parsePublicKey } from './parse-public-key.ts';
import { readJson } from './read-json.ts';

export interface Role {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

export type SignatureProblem =
  | { readonly kind: 'signatures-too-large'; readonly limit: number }
  | { readonly kind: 'signatures-unreadable'; readonly detail: string }
  | { readonly kind: 'too-few-signatures'; readonly valid: number; readonly threshold: number };

/**
 * Whether enough people of the role have signed exactly these bytes; the value is their keyids. Whatever does not count
 * (unknown or repeated keyids, malformed or wrong signatures, weak keys) is passed over and spoils nothing.
 */
export async function verifySigned(
  bytes: Uint8Array,
  signatureFile: Uint8Array,
  keys: Readonly<Record<string, string>>,
  role: Role,
  platform: Platform,
): Promise<Result<readonly string[], SignatureProblem>> {
  if (signatureFile.length > LIMITS.signatureBytes) {
    return fail({ kind: 'signatures-too-large', limit: LIMITS.signatureBytes });
  }
  const entries = readSignatures(signatureFile);
  if (!entries.ok) return entries;
  const usable = await usableKeys(keys, role, platform);
  const signers = new Set<string>();
  for (const { keyid, signature } of entries.value) {
    const key = usable.get(keyid);
    if (!key || signers.has(keyid)) continue;
    if (await platform.verifyEd25519(key, signature, bytes)) signers.add(keyid);
  }
  // A threshold that is no number from 1 is never reached: 0, NaN and "1" must not mean "nobody needs to sign".
  return isWhole(role.threshold, 1) && signers.size >= role.threshold
    ? succeed([...signers])
    : fail({ kind: 'too-few-signatures', valid: signers.size, threshold: role.threshold });
}

interface SignatureEntry {
  readonly keyid: string;
  readonly signature: Uint8Array;
}

function readSignatures(file: Uint8Array): Result<SignatureEntry[], SignatureProblem> {
  const json = readJson(file);
  if (!json.ok) return fail({ kind: 'signatures-unreadable', detail: json.problem });
  if (!isRecord(json.value) || !Array.isArray(json.value.sigs)) {
    return fail({ kind: 'signatures-unreadable', detail: 'no sigs' });
  }
  const entries: SignatureEntry[] = [];
  for (const entry of json.value.sigs as unknown[]) {
    if (!isRecord(entry) || typeof entry.keyid !== 'string') continue;
    const signature = parseHex(entry.sig, 64);
    if (signature) entries.push({ keyid: entry.keyid, signature });
  }
  return succeed(entries);
}

/** The role's keys that may sign, by keyid. A Map, because a keyid is outside text and could be `constructor`. */
async function usableKeys(
  keys: Readonly<Record<string, string>>,
  role: Role,
  platform: Platform,
): Promise<Map<string, Uint8Array>> {
  const usable = new Map<string, Uint8Array>();
  for (const keyid of new Set(role.keyids)) {
    const key = parsePublicKey(keys[keyid]);
    // Two keyids for one key would let one person count as two.
    if (key && (await platform.sha256(key)).slice(0, 16) === keyid) usable.set(keyid, key);
  }
  return usable;
}
