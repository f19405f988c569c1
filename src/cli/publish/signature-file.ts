import { isRecord } from '../../core/is-record.ts';
import { parseHex } from '../../pack/parse-hex.ts';
import { readJson } from '../../pack/read-json.ts';
import type { SignatureFile } from '../../pack/signed-index.ts';
import type { SigningKey } from '../development-key.ts';
import { nodePlatform } from '../node-platform.ts';

type Entry = SignatureFile['sigs'][number];

const text = new TextEncoder();

/**
 * The signature file with this key's signature over exactly these bytes. Sorted by key id, so that it does not matter
 * who signs first; signing again changes nothing, and a signature of the same key over older bytes is replaced.
 */
export function withSignature(existing: Uint8Array | null, bytes: Uint8Array, key: SigningKey): Uint8Array {
  const others = entriesOf(existing).filter(({ keyid }) => keyid !== key.keyid);
  return signatureBytes([...others, { keyid: key.keyid, sig: key.sign(bytes) }].sort(byKeyid));
}

/** The entries that can be read; a file that cannot be read has none. */
export function entriesOf(file: Uint8Array | null): Entry[] {
  const json = file && readJson(file);
  if (!json?.ok || !isRecord(json.value) || !Array.isArray(json.value.sigs)) return [];
  return (json.value.sigs as unknown[]).filter(isEntry).map(({ keyid, sig }) => ({ keyid, sig }));
}

/** Those of the entries that are signatures over these bytes by one of these keys. */
export async function validEntries(
  file: Uint8Array,
  bytes: Uint8Array,
  keys: Readonly<Record<string, string>>,
): Promise<Entry[]> {
  const valid: Entry[] = [];
  for (const entry of entriesOf(file)) {
    const key = Object.hasOwn(keys, entry.keyid) ? parseHex(keys[entry.keyid], 32) : null;
    const signature = parseHex(entry.sig, 64);
    if (key && signature && (await nodePlatform.verifyEd25519(key, signature, bytes))) valid.push(entry);
  }
  return valid;
}

export function signatureBytes(sigs: readonly Entry[]): Uint8Array {
  return text.encode(`${JSON.stringify({ sigs })}\n`);
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value.keyid === 'string' && typeof value.sig === 'string';
}

function byKeyid(one: Entry, other: Entry): number {
  return one.keyid < other.keyid ? -1 : 1;
}
