import { Dexie, type EntityTable } from 'dexie';
import type { ScryptParameters } from './vault-keys.ts';

// What lies on the disk. Whoever reads it sees that something is sealed here, and in steps of 64 rows how much at most:
// not what, of whom, how many, nor which row is of which kind (C3, X11).

/** Says nothing of what is in it (TR-4). */
export const VAULT_DATABASE = 'pages';

export interface Sealed {
  readonly iv: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface StoredHead extends Sealed {
  readonly key: 'head';
  readonly version: number;
  /** Random; bound to every row, so that a row of another vault is refused. */
  readonly vault: string;
  readonly salt: Uint8Array;
  readonly parameters: ScryptParameters;
}

export interface StoredRow extends Sealed {
  readonly id: string;
}

export interface VaultDatabase extends Dexie {
  head: EntityTable<StoredHead, 'key'>;
  rows: EntityTable<StoredRow, 'id'>;
}

export async function openVaultDatabase(): Promise<VaultDatabase> {
  const database = new Dexie(VAULT_DATABASE, {
    // A changed passphrase that was told to be changed must not come back with a power cut.
    chromeTransactionDurability: 'strict',
    // What another window has erased is not made anew by a late write (TR-9).
    autoOpen: false,
  }) as VaultDatabase;
  database.version(1).stores({ head: 'key', rows: 'id' });
  await database.open();
  return database;
}

export async function isVaultDatabaseThere(): Promise<boolean> {
  return (await Dexie.getDatabaseNames()).includes(VAULT_DATABASE);
}

export async function deleteVaultDatabase(): Promise<void> {
  await Dexie.delete(VAULT_DATABASE);
}
