import { Dexie, type EntityTable, type Table } from 'dexie';
import type { SectionInfo } from '../pack/format.ts';
import type { RegionEntry } from '../pack/signed-index.ts';
import type { Settings } from './messages.ts';

// Names here are read by whoever looks into the browser's storage: they say nothing of what the app is for (TR-4).
export const DATABASE_NAME = 'guide';

/** Which pack of a region is shown, and what must be there for it to be whole. */
export interface Generation {
  readonly region: string;
  readonly version: number;
  /** SHA-256 of the pack; names its sections. */
  readonly sha256: string;
  readonly records: number;
  readonly sections: readonly SectionInfo[];
  readonly savedOn: string;
  readonly isSeed: boolean;
  /** As the index named it, for when a later index no longer does: its list stays (SG-3). */
  readonly listedAs: RegionEntry;
  /** The list in whose place it came; its file stays until this one has started once (ST-2). */
  readonly before?: RegionEntry | undefined;
}

export interface StoredSection {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface StoredSettings {
  readonly key: 'settings';
  readonly settings: Settings;
  /** Written only where she chose that everything is forgotten after some days without use. */
  readonly lastUsedDay: string | null;
}

/** A saved list that was kept on purpose, sealed: nothing of it can be read without the passphrase (kept-list.ts). */
export interface StoredList {
  readonly id: 'list';
  readonly schema: number;
  readonly salt: Uint8Array;
  readonly rounds: number;
  readonly iv: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Database extends Dexie {
  kept: EntityTable<StoredList, 'id'>;
  generations: EntityTable<Generation, 'region'>;
  sections: Table<StoredSection, [string, string]>;
  settings: EntityTable<StoredSettings, 'key'>;
}

const OPEN_BUDGET_MS = 3000;

/**
 * Opens the database, or gives null where the browser will not let us: private windows, no space, a broken store, an
 * open that never answers (seen on real devices). The app then works from memory and says that it is not saved.
 * `onWanted` hears that another page wants to delete or to change the database, and has to close it soon.
 */
export async function openDatabase(onWanted: () => void): Promise<Database | null> {
  try {
    const database = new Dexie(DATABASE_NAME, {
      chromeTransactionDurability: 'strict',
      // Dexie opens again whatever was closed under it, and so makes anew what another window has just erased (TR-9).
      autoOpen: false,
    }) as Database;
    database.version(1).stores({ generations: 'region', sections: '[sha256+name], sha256', settings: 'key' });
    database.version(2).stores({ kept: 'id' });
    database.on('versionchange', () => {
      onWanted();
      // Dexie would close it at once; what is open is read into memory first.
      return false;
    });
    const opening = database.open();
    const opened = await Promise.race([opening, waitFor(OPEN_BUDGET_MS)]);
    // The same for a transaction that finds it closed before it has been told.
    database.open = () => Dexie.Promise.reject(new Dexie.DatabaseClosedError());
    // One that opens later is of no use any more, and would stand in the way of whoever erases (ST-6).
    if (!opened) opening.finally(() => database.close()).catch(() => undefined);
    return opened as Database | null;
  } catch {
    return null;
  }
}

/** False once it was erased: only then may a database that the browser has closed not be opened again. */
export async function isDatabaseThere(): Promise<boolean> {
  return (await Dexie.getDatabaseNames()).includes(DATABASE_NAME);
}

export function waitFor(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
