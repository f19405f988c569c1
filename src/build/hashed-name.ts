import { createHash } from 'node:crypto';

const HASH_LENGTH = 10;

/** A file name that says nothing but which bytes it holds. */
export function hashedName(content: string | Uint8Array, ending: string): string {
  return `assets/${createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH)}${ending}`;
}
