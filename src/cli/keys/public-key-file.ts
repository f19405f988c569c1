import { isRecord } from '../../core/is-record.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { parsePublicKey } from '../../pack/parse-public-key.ts';
import { sha256 } from '../node-platform.ts';

/**
 * The half of a key that others may have: a small file for whoever makes the root. The name stays in this file and
 * never reaches a phone: who signs is nobody's business there, and could put a person in danger.
 */
export interface PublicKeyFile {
  readonly type: 'waypost-public-key';
  readonly name: string;
  readonly keyid: string;
  readonly public_key: string;
}

const LONGEST_NAME = 60;

/** Reads it from untrusted text; the problem says what is wrong with it. */
export function parsePublicKeyFile(text: string): Result<PublicKeyFile, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('is not JSON');
  }
  if (!isRecord(value) || value.type !== 'waypost-public-key') return fail('is not a public key of Waypost');
  const { name, keyid, public_key } = value;
  if (typeof name !== 'string' || !isKeyName(name)) return fail('has no name');
  const key = parsePublicKey(public_key);
  if (!key) return fail('holds no key that may sign');
  if (sha256(key).slice(0, 16) !== keyid) return fail('has a key id that is not that of its key');
  return succeed({ type: 'waypost-public-key', name, keyid, public_key: String(public_key) });
}

/** Whether a person's or a role's name can stand in a file and on a screen. */
export function isKeyName(name: string): boolean {
  return name.length <= LONGEST_NAME && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u.test(name);
}

export function publicKeyText(file: PublicKeyFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}
