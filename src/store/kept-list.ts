import { fail, type Result, succeed } from '../core/result.ts';
import type { Database, StoredList } from './database.ts';
import { storageProblem } from './generations.ts';
import type { KeptListAction } from './messages.ts';
import type { StoreProblem } from './problems.ts';

// A saved list that a person kept on purpose (TR-13). Only the browser's own cryptography: PBKDF2 with HMAC-SHA256 and
// 600,000 rounds (OWASP's figure for it; settled 30), AES-256-GCM, and nothing of it outside this worker's memory.

const ROUNDS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const ID = 'list';
const SCHEMA = 1;
/** The stored length says nothing of how many services are in the list, up to some dozens. */
const BLOCK = 2048;

/** Seals and opens the one kept list. The key is in memory only, cannot be taken out, and is dropped by `lock`. */
export class KeptList {
  #key: CryptoKey | null = null;
  #salt: Uint8Array = new Uint8Array();

  async act(database: Database, action: KeptListAction): Promise<Result<readonly string[], StoreProblem>> {
    try {
      switch (action.do) {
        case 'set-up':
          this.#salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
          this.#key = await keyOf(action.passphrase, this.#salt, ROUNDS);
          return await this.#write(database, action.ids);
        case 'open':
          return await this.#open(database, action.passphrase);
        case 'change':
          return await this.#write(database, action.ids);
        case 'lock':
          this.#key = null;
          return succeed([]);
        case 'delete':
          this.#key = null;
          await database.kept.delete(ID);
          return succeed([]);
      }
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  async #write(database: Database, ids: readonly string[]): Promise<Result<readonly string[], StoreProblem>> {
    if (!this.#key) return fail({ kind: 'locked' });
    await database.kept.put(await sealList(ids, this.#key, this.#salt, ROUNDS));
    return succeed(ids);
  }

  /** A wrong passphrase costs the time of deriving a key and says no more than that it did not open. */
  async #open(database: Database, passphrase: string): Promise<Result<readonly string[], StoreProblem>> {
    const row = await database.kept.get(ID);
    if (!row) return fail({ kind: 'locked' });
    const key = await keyOf(passphrase, row.salt, row.rounds);
    const ids = await openList(row, key);
    if (!ids) return fail({ kind: 'locked' });
    this.#key = key;
    this.#salt = row.salt;
    return succeed(ids);
  }
}

/** Keyboards write one letter in several ways; the same words must open the list whichever was used. */
export async function keyOf(passphrase: string, salt: Uint8Array, rounds: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC').trim());
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const rule = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as Uint8Array<ArrayBuffer>, iterations: rounds };
  return crypto.subtle.deriveKey(rule, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** A fresh 96-bit IV at every writing; the record's id, shape and rounds are bound to it. */
export async function sealList(
  ids: readonly string[],
  key: CryptoKey,
  salt: Uint8Array,
  rounds: number,
): Promise<StoredList> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = JSON.stringify(ids);
  const plain = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK));
  const bytes = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, rounds), key, plain));
  return { id: ID, schema: SCHEMA, salt, rounds, iv, bytes };
}

/** Null where the key is another one or anything of the record was changed. */
export async function openList(
  { iv, rounds, bytes }: StoredList,
  key: CryptoKey,
): Promise<readonly string[] | null> {
  try {
    const plain = await crypto.subtle.decrypt(gcm(iv, rounds), key, bytes as Uint8Array<ArrayBuffer>);
    return JSON.parse(new TextDecoder().decode(plain)) as readonly string[];
  } catch {
    return null;
  }
}

function gcm(iv: Uint8Array, rounds: number): AesGcmParams {
  const bound = new TextEncoder().encode(`${ID} ${SCHEMA} ${rounds}`);
  return { name: 'AES-GCM', iv: iv as Uint8Array<ArrayBuffer>, additionalData: bound };
}
