import { Dexie, type EntityTable } from 'dexie';
import type { Me, RefusalCode, StaffListing, WorkAnswer } from '../../../core/desk-api.ts';
import type { AskedCause, Check, Edit, VerifyMethod } from '../../../core/edits/edit.ts';
import type { Listing } from '../../../core/schema.ts';
import type { Forgotten, Withheld } from './forget.ts';
import type { Preferences } from './preferences.ts';

// What the volunteers' desk keeps on the device: the directory as staff have it, and what was done until the server has it.

/** Says nothing of what is in it (TR-4). */
export const DESK_DATABASE = 'g3';

export interface KeptListing extends StaffListing {
  readonly id: string;
}

/** Why the last try to send something failed; null before the first. */
export type SendProblem = 'offline' | RefusalCode;

interface Waiting {
  readonly id: string;
  readonly listingId: string;
  /** Whose it is: it is sent by nobody else (SV-7). */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly tries: number;
  readonly problem: SendProblem | null;
  /** What the server said of it, as a place, never a value. */
  readonly detail: string | null;
}

/** Something that is done and that the server does not have yet. It goes from here only when the server says so (V8). */
export type OutboxEntry = Waiting &
  (
    | { readonly kind: 'check'; readonly check: Check }
    | {
        readonly kind: 'edit';
        readonly edit: Edit;
        /** What its author saw; null for a new listing. */
        readonly base: Listing | null;
        /** With `behind`: the listing as the server has it, to be merged with (V9). */
        readonly current: StaffListing | null;
      }
  );

/** What stands in the small form of one field, as it was typed. */
export interface Typed {
  readonly field: string;
  readonly text: string;
  readonly isGone: boolean;
  readonly cause: AskedCause | null;
  readonly method: VerifyMethod | null;
}

/** An edit that somebody is in the middle of. */
export interface Draft {
  readonly id: string;
  readonly listingId: string;
  readonly by: string;
  readonly edit: Edit;
  readonly base: Listing | null;
  /** Where it is typed in the small form: its changes are not made yet. */
  readonly typed: Typed | null;
  readonly changedAt: string;
}

interface Kept {
  readonly cursor: string;
  readonly me: Me;
  readonly work: WorkAnswer;
  readonly preferences: Preferences;
  readonly withheld: readonly Withheld[];
  readonly forgotten: readonly Forgotten[];
}

/** One thing that there is once. */
export interface KeptThing {
  readonly key: keyof Kept;
  readonly value: unknown;
}

export interface DeskDatabase extends Dexie {
  listings: EntityTable<KeptListing, 'id'>;
  outbox: EntityTable<OutboxEntry, 'id'>;
  drafts: EntityTable<Draft, 'id'>;
  /** Checks that the server has, for what their author is told of the month (V16). */
  done: EntityTable<Check, 'id'>;
  things: EntityTable<KeptThing, 'key'>;
}

export function openDeskDatabase(name = DESK_DATABASE): DeskDatabase {
  const database = new Dexie(name, {
    // What a volunteer was told is kept must outlive a power cut (V8).
    chromeTransactionDurability: 'strict',
  }) as DeskDatabase;
  database.version(1).stores({ listings: 'id', outbox: 'id', drafts: 'id', done: 'id', things: 'key' });
  return database;
}

export async function readThing<Key extends keyof Kept>(
  database: DeskDatabase,
  key: Key,
): Promise<Kept[Key] | null> {
  const found = await database.things.get(key);
  return found ? (found.value as Kept[Key]) : null;
}

export async function keepThing<Key extends keyof Kept>(
  database: DeskDatabase,
  key: Key,
  value: Kept[Key],
): Promise<void> {
  await database.things.put({ key, value });
}
