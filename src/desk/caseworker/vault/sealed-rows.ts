import type { Sealed, StoredHead, StoredRow } from './vault-database.ts';
import type { VaultKeys } from './vault-keys.ts';
import { toHex, type VaultRecord } from './vault-record.ts';

/** The version of how rows are sealed; bound to each of them. */
export const VERSION = 1;
/** Rows come in steps of so many, records and spares together. */
export const ROWS_STEP = 64;
/** Every row has the length of a multiple of this: most records and every spare have one. */
const BLOCK = 4096;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SPARE = 'spare';
const HEAD = 'head';
const RIGHT = 'open';

/** What a row holds: a record, nothing (a spare, which stands there so that rows cannot be counted), or it is damaged. */
export type OpenedRow =
  | { readonly holds: 'record'; readonly id: string; readonly record: VaultRecord }
  | { readonly holds: 'spare'; readonly id: string }
  | { readonly holds: 'damage'; readonly id: string };

/** A record is always found under the same name by whoever has the key, and two devices have nothing in common. */
export async function rowIdOf(keys: VaultKeys, recordId: string): Promise<string> {
  const name = await crypto.subtle.sign('HMAC', keys.naming, new TextEncoder().encode(recordId));
  return toHex(new Uint8Array(name, 0, 16));
}

/** Kind and client are inside what is sealed, and so bound to the row as its name and vault are. */
export async function sealRecord(keys: VaultKeys, vault: string, record: VaultRecord): Promise<StoredRow> {
  const id = await rowIdOf(keys, record.id);
  return { id, ...(await seal(keys, `${VERSION} ${vault} row ${id}`, JSON.stringify(record))) };
}

export async function sealSpare(keys: VaultKeys, vault: string): Promise<StoredRow> {
  const id = toHex(crypto.getRandomValues(new Uint8Array(16)));
  return { id, ...(await seal(keys, `${VERSION} ${vault} row ${id}`, JSON.stringify(SPARE))) };
}

export async function sealSpares(keys: VaultKeys, vault: string, count: number): Promise<StoredRow[]> {
  return Promise.all(Array.from({ length: count }, () => sealSpare(keys, vault)));
}

/** Never throws: a row of any shape that does not open is damaged. */
export async function openRow(keys: VaultKeys, vault: string, row: StoredRow): Promise<OpenedRow> {
  const { id } = row;
  const text = await unseal(keys, `${VERSION} ${vault} row ${id}`, row);
  if (text === null) return { holds: 'damage', id };
  const value = JSON.parse(text) as VaultRecord | typeof SPARE;
  return value === SPARE ? { holds: 'spare', id } : { holds: 'record', id, record: value };
}

/** The words by which a right passphrase is known; the salt and its parameters are bound to them. */
export async function sealHead(
  keys: VaultKeys,
  { vault, salt, parameters }: Pick<StoredHead, 'vault' | 'salt' | 'parameters'>,
): Promise<StoredHead> {
  const head = { key: HEAD, version: VERSION, vault, salt, parameters } as const;
  return { ...head, ...(await seal(keys, boundToHead(head), JSON.stringify(RIGHT))) };
}

export async function opensHead(keys: VaultKeys, head: StoredHead): Promise<boolean> {
  return (await unseal(keys, boundToHead(head), head)) === JSON.stringify(RIGHT);
}

function boundToHead({ vault, salt, parameters: { N, r, p } }: Omit<StoredHead, keyof Sealed>): string {
  return `${VERSION} ${vault} head ${toHex(salt)} ${N} ${r} ${p}`;
}

/** A fresh 96-bit IV at every writing: with random ones, a key is good for 2^32 of them (NIST SP 800-38D, 8.3). */
async function seal({ sealing }: VaultKeys, bound: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = padded(new TextEncoder().encode(text));
  const bytes = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, bound), sealing, plain));
  plain.fill(0);
  return { iv, bytes };
}

async function unseal({ sealing }: VaultKeys, bound: string, { iv, bytes }: Sealed): Promise<string | null> {
  try {
    const plain = await crypto.subtle.decrypt(gcm(iv, bound), sealing, bytes as Uint8Array<ArrayBuffer>);
    return new TextDecoder().decode(plain).trimEnd();
  } catch {
    return null;
  }
}

function gcm(iv: Uint8Array, bound: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(bound);
  return { name: 'AES-GCM', iv: iv as Uint8Array<ArrayBuffer>, additionalData, tagLength: 8 * TAG_BYTES };
}

/** Spaces after JSON mean nothing. Counted in bytes: an Arabic letter has two. */
function padded(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((text.length + TAG_BYTES) / BLOCK) * BLOCK - TAG_BYTES;
  const plain = new Uint8Array(length).fill(0x20);
  plain.set(text);
  return plain;
}
