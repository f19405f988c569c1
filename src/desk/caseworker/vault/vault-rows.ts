import { type OpenedRow, openRow, ROWS_STEP, sealRecord, sealSpare, sealSpares } from './sealed-rows.ts';
import type { StoredHead, StoredRow, VaultDatabase } from './vault-database.ts';
import type { VaultKeys } from './vault-keys.ts';
import type { VaultRecord } from './vault-record.ts';

/** What is needed to read and write rows of an open vault. */
export interface Access {
  readonly database: VaultDatabase;
  readonly keys: VaultKeys;
  readonly head: StoredHead;
}

export interface RowChanges {
  readonly put: readonly VaultRecord[];
  /** Ids of rows, not of records. */
  readonly remove: readonly string[];
  /** Rows as they were when the changes were thought out; where one of them is another by now, nothing is written. */
  readonly seen?: readonly StoredRow[];
}

/** The passphrase was changed, or everything erased, in another window. */
export class OtherVault extends Error {}
/** Another window wrote first: look again. */
export class Overtaken extends Error {}

export async function readRows({ database, keys, head }: Access) {
  const stored = await database.transaction('r', database.head, database.rows, async () => {
    await assertSameVault(database, head);
    return database.rows.toArray();
  });
  const opened = await Promise.all(stored.map((row) => openRow(keys, head.vault, row)));
  return { stored, opened, ...sortedOut(opened) };
}

function sortedOut(opened: readonly OpenedRow[]) {
  const records = opened.flatMap((row) => (row.holds === 'record' ? [row.record] : []));
  const idsOf = (holds: OpenedRow['holds']) =>
    opened.filter((row) => row.holds === holds).map(({ id }) => id);
  return { records, spares: idsOf('spare'), damaged: idsOf('damage') };
}

/**
 * Writes all of the changes or none. A new record takes the place of a spare and a spare that of a removed one, so that
 * the number of rows changes by whole steps only. `spares` are those known of; gives those that are left.
 */
export async function writeRows(
  access: Access,
  changes: RowChanges,
  spares: readonly string[],
): Promise<string[]> {
  const { keys, head } = access;
  // Of one record twice, the last: each takes the place of one spare only.
  const put = [...new Map(changes.put.map((record) => [record.id, record])).values()];
  const rows = await Promise.all(put.map((record) => sealRecord(keys, head.vault, record)));
  const instead = await sealSpares(keys, head.vault, changes.remove.length);
  // Nothing can be sealed inside a transaction: browsers end it. So enough of them lie ready where they may be needed.
  for (let ready: StoredRow[] = []; ; ready = await sealSpares(keys, head.vault, ROWS_STEP)) {
    const left = await tryToWrite(access, { ...changes, rows, instead, ready, spares });
    if (left) return left;
  }
}

interface Attempt extends RowChanges {
  readonly rows: readonly StoredRow[];
  readonly instead: readonly StoredRow[];
  readonly ready: readonly StoredRow[];
  readonly spares: readonly string[];
}

/** Null where more spares are needed than lie ready; nothing is written then. */
function tryToWrite(
  { database, head }: Access,
  { rows, remove, seen = [], instead, ready, spares }: Attempt,
): Promise<string[] | null> {
  const table = database.rows;
  const thereOf = (ids: readonly string[]) =>
    table
      .where('id')
      .anyOf([...ids])
      .primaryKeys();
  return database.transaction('rw', database.head, table, async () => {
    await assertSameVault(database, head);
    await assertSameRows(database, seen);
    const known = new Set(await thereOf(rows.map(({ id }) => id)));
    const fresh = rows.filter(({ id }) => !known.has(id)).length;
    const free = await thereOf(spares);
    const taken = free.slice(0, fresh);
    const grown = fresh - taken.length;
    const added = ready.slice(0, (ROWS_STEP - (grown % ROWS_STEP)) % ROWS_STEP);
    if ((grown + added.length) % ROWS_STEP !== 0) return null;
    const removed = await thereOf(remove);
    const replaced = instead.slice(0, removed.length);
    await table.bulkDelete([...taken, ...removed]);
    await table.bulkPut([...rows, ...added, ...replaced]);
    return [...free.slice(fresh), ...[...added, ...replaced].map(({ id }) => id)];
  });
}

/**
 * Seals every record anew with other keys, and changes head and rows in one transaction: whatever happens in the middle
 * of it, either the old passphrase opens everything or the new one does. What cannot be read is left as it is.
 */
export async function resealRows(access: Access, keys: VaultKeys, head: StoredHead): Promise<void> {
  const { database } = access;
  const { stored, opened } = await readRows(access);
  const rows: StoredRow[] = await Promise.all(
    opened
      .filter(({ holds }) => holds !== 'damage')
      .map((row) =>
        row.holds === 'record' ? sealRecord(keys, head.vault, row.record) : sealSpare(keys, head.vault),
      ),
  );
  await database.transaction('rw', database.head, database.rows, async () => {
    await assertSameVault(database, access.head);
    if ((await database.rows.count()) !== stored.length) throw new Overtaken();
    await assertSameRows(database, stored);
    await database.rows.bulkDelete(opened.filter(({ holds }) => holds !== 'damage').map(({ id }) => id));
    await database.rows.bulkAdd(rows);
    await database.head.put(head);
  });
}

async function assertSameVault({ head }: VaultDatabase, { iv }: StoredHead): Promise<void> {
  const now = await head.get('head');
  if (!now || !isSame(now.iv, iv)) throw new OtherVault();
}

async function assertSameRows({ rows }: VaultDatabase, seen: readonly StoredRow[]): Promise<void> {
  const now = await rows.bulkGet(seen.map(({ id }) => id));
  if (!now.every((row, at) => row && isSame(row.iv, seen[at]?.iv))) throw new Overtaken();
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every((byte, at) => byte === other[at]);
}
