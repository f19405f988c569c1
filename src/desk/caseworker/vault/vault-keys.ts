import { scrypt } from '@noble/hashes/scrypt.js';
import type { VaultProblem } from './vault-problems.ts';

/** The cost of a guess (RFC 7914). They stand beside the salt, so that a later version may raise them. */
export interface ScryptParameters {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and most of a second for each guess (settled 30). */
export const PARAMETERS: ScryptParameters = { N: 2 ** 17, r: 8, p: 1 };
/** As TR-14 suggests; here it is asked for, since whoever has the device can guess for as long as they like. */
export const LEAST_PASSPHRASE = 12;
const MOST_BYTES = 2 ** 29;
const KEY_BYTES = 32;

export interface VaultKeys {
  /** AES-256-GCM. */
  readonly sealing: CryptoKey;
  /** HMAC-SHA256: makes the names of rows, which say nothing to whoever has no key. */
  readonly naming: CryptoKey;
}

/** A row could have been changed to ask for all the memory of the device. */
export function areBearable({ N, r, p }: ScryptParameters): boolean {
  const areWhole = [N, r, p].every((one) => Number.isSafeInteger(one) && one > 0);
  return areWhole && N > 1 && Math.log2(N) % 1 === 0 && p === 1 && 128 * N * r <= MOST_BYTES;
}

/** Slow on purpose: seconds on an old machine, so for a worker. Neither key can be taken out of the browser. */
export async function deriveKeys(
  passphrase: string,
  salt: Uint8Array,
  parameters: ScryptParameters,
  onProgress: (done: number) => void = () => {},
): Promise<VaultKeys> {
  const words = new TextEncoder().encode(sameWords(passphrase));
  const bytes = scrypt(words, salt, { ...parameters, dkLen: 2 * KEY_BYTES, onProgress });
  const [forSealing, forNaming] = [bytes.slice(0, KEY_BYTES), bytes.slice(KEY_BYTES)];
  try {
    return {
      sealing: await crypto.subtle.importKey('raw', forSealing, 'AES-GCM', false, ['encrypt', 'decrypt']),
      naming: await crypto.subtle.importKey('raw', forNaming, { name: 'HMAC', hash: 'SHA-256' }, false, [
        'sign',
      ]),
    };
  } finally {
    for (const secret of [words, bytes, forSealing, forNaming]) secret.fill(0);
  }
}

/** Keyboards write one letter in several ways; the same words must open it whichever was used. */
export function sameWords(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}

/** Null where it is long enough. */
export function problemOfPassphrase(passphrase: string): VaultProblem | null {
  const isLong = [...sameWords(passphrase)].length >= LEAST_PASSPHRASE;
  return isLong ? null : { kind: 'passphrase-too-short', least: LEAST_PASSPHRASE };
}
