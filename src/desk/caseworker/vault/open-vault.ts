import { fail, type Result, succeed } from '../../../core/result.ts';
import { readCarried, writeCarried } from './carried-records.ts';
import type { LockChannel } from './lock-channel.ts';
import { opensHead, rowIdOf, sealHead } from './sealed-rows.ts';
import type { SlowWork, Waiting } from './slow-work.ts';
import { deleteVaultDatabase } from './vault-database.ts';
import { PARAMETERS, problemOfPassphrase, type ScryptParameters } from './vault-keys.ts';
import { problemOfStorage, type VaultProblem } from './vault-problems.ts';
import { isVaultRecord, type VaultRecord } from './vault-record.ts';
import {
  type Access,
  OtherVault,
  Overtaken,
  type RowChanges,
  readRows,
  resealRows,
  writeRows,
} from './vault-rows.ts';

const TRIES = 5;
const SALT_BYTES = 16;

/** What could be read. `damaged` names rows that did not open: they are left as they are, and may be spares. */
export interface VaultContents {
  readonly records: readonly VaultRecord[];
  readonly damaged: readonly string[];
}

export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  /** The same here already, or a newer one. */
  readonly kept: number;
}

interface Opened extends Access {
  readonly work: SlowWork;
  readonly channel: LockChannel;
  readonly parameters?: ScryptParameters;
}

interface Batch {
  readonly records: VaultRecord[];
  readonly written: Promise<Result<null, VaultProblem>>;
}

/**
 * The vault while it is open. It keeps the keys and nothing that was read: what `list` gave is for the caller to drop
 * when `onLock` tells of it. After that every call answers `locked`.
 */
export class OpenVault {
  readonly #work: SlowWork;
  readonly #channel: LockChannel;
  readonly #parameters: ScryptParameters;
  #access: Access | null;
  /** Names of spares that were there at the last look. */
  #spares: readonly string[] = [];
  #writing: Promise<unknown> = Promise.resolve();
  /** What was put and is not yet being written, while nothing else was asked for after it. */
  #batch: Batch | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;

  constructor({ work, channel, parameters = PARAMETERS, ...access }: Opened) {
    this.#work = work;
    this.#channel = channel;
    this.#parameters = parameters;
    this.#access = { database: access.database, keys: access.keys, head: access.head };
    this.#stopListening = channel.listen((message) => {
      if (message === 'lock') this.#drop();
    });
    // Another window erases everything, or a later version of the app wants to change the database.
    access.database.on('versionchange', () => this.#drop());
  }

  get isOpen(): boolean {
    return this.#access !== null;
  }

  /** Calls back once it is locked, by whomever; gives a way to stop listening. */
  onLock(onLocked: () => void): () => void {
    this.#listeners.add(onLocked);
    return () => this.#listeners.delete(onLocked);
  }

  /** Drops the keys at once, here and in every other window. What was being written is still written, sealed. */
  lock(): void {
    if (!this.#access) return;
    this.#drop();
    this.#channel.tell('lock');
  }

  async list(): Promise<Result<VaultContents, VaultProblem>> {
    return this.#read(({ records, damaged }) => succeed({ records, damaged }));
  }

  /**
   * Adds the record, or takes it in place of the one with its id. What is put while another is being written is written
   * together with all that comes after it: a note is put at every letter, and the last must not wait for each one.
   */
  async put(...records: readonly VaultRecord[]): Promise<Result<null, VaultProblem>> {
    if (!records.every(isVaultRecord)) throw new Error('vault: not a record');
    if (!this.#access) return fail({ kind: 'locked' });
    if (this.#batch) {
      this.#batch.records.push(...records);
      return this.#batch.written;
    }
    const together = [...records];
    const written = this.#write(async () => {
      if (this.#batch?.records === together) this.#batch = null;
      return { changes: { put: together, remove: [] }, value: null };
    });
    this.#batch = { records: together, written };
    return written;
  }

  async remove(...recordIds: readonly string[]): Promise<Result<null, VaultProblem>> {
    return this.#write(async ({ keys }) => {
      const remove = await Promise.all(recordIds.map((id) => rowIdOf(keys, id)));
      return { changes: { put: [], remove }, value: null };
    });
  }

  /** Erases whatever is the client's. A damaged row may be, and stays: who asks is told of it. */
  async eraseClient(
    clientId: string,
  ): Promise<Result<{ readonly erased: number; readonly damaged: readonly string[] }, VaultProblem>> {
    return this.#write(async (access) => {
      const { opened, damaged } = await readRows(access);
      const remove = opened
        .filter((row) => row.holds === 'record' && [row.record.id, row.record.clientId].includes(clientId))
        .map(({ id }) => id);
      return { changes: { put: [], remove }, value: { erased: remove.length, damaged } };
    });
  }

  /** Locks, here and elsewhere, and leaves nothing. */
  async eraseAll(): Promise<Result<null, VaultProblem>> {
    this.lock();
    await this.#writing;
    try {
      await deleteVaultDatabase();
      return succeed(null);
    } catch (error) {
      return fail(problemOfStorage(error));
    }
  }

  /**
   * Seals everything anew. Other windows lock, since theirs are the old keys. Copies of the old rows that a disk may
   * still hold open with the old words.
   */
  async changePassphrase(
    current: string,
    next: string,
    waiting?: Waiting,
  ): Promise<Result<null, VaultProblem>> {
    const tooShort = problemOfPassphrase(next);
    if (tooShort) return fail(tooShort);
    const access = this.#access;
    if (!access) return fail({ kind: 'locked' });
    const { vault, salt, parameters } = access.head;
    const old = await this.#work.deriveKeys(current, salt, parameters, waiting);
    if (!old.ok) return old;
    if (!(await opensHead(old.value, access.head))) return fail({ kind: 'not-opened' });
    const newSalt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const derived = await this.#work.deriveKeys(next, newSalt, this.#parameters, waiting);
    if (!derived.ok) return derived;
    const keys = derived.value;
    const head = await sealHead(keys, { vault, salt: newSalt, parameters: this.#parameters });
    return this.#queued(async (before) => {
      await resealRows(before, keys, head);
      this.#spares = [];
      // Locked meanwhile: it stays so.
      if (this.#access) this.#access = { ...before, keys, head };
      this.#channel.tell('lock');
      return succeed(null);
    });
  }

  /** All that can be read, as an age file. Its length says in steps how much it is. */
  async exportFile(
    passphrase: string,
    waiting?: Waiting,
  ): Promise<Result<{ readonly bytes: Uint8Array; readonly damaged: readonly string[] }, VaultProblem>> {
    const tooShort = problemOfPassphrase(passphrase);
    if (tooShort) return fail(tooShort);
    const contents = await this.list();
    if (!contents.ok) return contents;
    const { records, damaged } = contents.value;
    const sealed = await this.#work.sealFile(writeCarried(records), passphrase, waiting);
    return sealed.ok ? succeed({ bytes: sealed.value, damaged }) : sealed;
  }

  /** Takes what the file has more or newer than is here. Nothing is taken of a file that is not right as a whole. */
  async importFile(
    bytes: Uint8Array,
    passphrase: string,
    waiting?: Waiting,
  ): Promise<Result<ImportOutcome, VaultProblem>> {
    if (!this.#access) return fail({ kind: 'locked' });
    const plain = await this.#work.openFile(bytes, passphrase, waiting);
    if (!plain.ok) return plain;
    if (plain.value === null) return fail({ kind: 'file-not-opened' });
    const carried = readCarried(plain.value);
    if (!carried) return fail({ kind: 'file-not-understood' });
    return this.#write(async (access) => {
      const { opened, stored } = await readRows(access);
      const here = new Map(opened.flatMap((row) => (row.holds === 'record' ? [[row.record.id, row]] : [])));
      const put = carried.filter((one) => one.changedAt > (here.get(one.id)?.record.changedAt ?? -Infinity));
      const added = put.filter(({ id }) => !here.has(id)).length;
      const replaced = new Set(put.map(({ id }) => here.get(id)?.id));
      return {
        changes: { put, remove: [], seen: stored.filter(({ id }) => replaced.has(id)) },
        value: { added, updated: put.length - added, kept: carried.length - put.length },
      };
    });
  }

  async #read<Value>(
    look: (rows: Awaited<ReturnType<typeof readRows>>) => Result<Value, VaultProblem>,
  ): Promise<Result<Value, VaultProblem>> {
    const access = this.#access;
    if (!access) return fail({ kind: 'locked' });
    try {
      const rows = await readRows(access);
      // Locked while it was read: nothing of it may come out any more.
      if (!this.#access) return fail({ kind: 'locked' });
      this.#spares = rows.spares;
      return look(rows);
    } catch (error) {
      return this.#problemOf(error);
    }
  }

  /** Thinks out what to write and writes it; once more where another window wrote between. */
  #write<Value>(
    plan: (access: Access) => Promise<{ readonly changes: RowChanges; readonly value: Value }>,
  ): Promise<Result<Value, VaultProblem>> {
    return this.#queued(async (access) => {
      const { changes, value } = await plan(access);
      // Too few are known of after opening, and after another window took some: looked for before any are added.
      if (this.#spares.length < changes.put.length) this.#spares = (await readRows(access)).spares;
      this.#spares = await writeRows(access, changes, this.#spares);
      return succeed(value);
    });
  }

  /** One after another, so that of two changes to one record the later stays. */
  #queued<Value>(
    act: (access: Access) => Promise<Result<Value, VaultProblem>>,
  ): Promise<Result<Value, VaultProblem>> {
    const asked = this.#access;
    if (!asked) return Promise.resolve(fail({ kind: 'locked' }));
    this.#batch = null;
    const outcome = this.#writing.then(async () => {
      for (let tries = 1; ; tries++) {
        try {
          // With the keys of now, which a change of passphrase before it may have made; with its own after locking.
          return await act(this.#access ?? asked);
        } catch (error) {
          if (!(error instanceof Overtaken) || tries === TRIES) return this.#problemOf(error);
        }
      }
    });
    this.#writing = outcome;
    return outcome;
  }

  #problemOf(error: unknown): Result<never, VaultProblem> {
    if (error instanceof OtherVault) {
      this.#drop();
      return fail({ kind: 'locked' });
    }
    return fail(this.#access ? problemOfStorage(error) : { kind: 'locked' });
  }

  #drop(): void {
    const access = this.#access;
    if (!access) return;
    this.#access = null;
    this.#spares = [];
    this.#stopListening();
    void this.#writing.finally(() => access.database.close());
    for (const tell of this.#listeners) tell();
    this.#listeners.clear();
  }
}
