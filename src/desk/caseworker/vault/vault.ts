import { fail, type Result, succeed } from '../../../core/result.ts';
import type { LockChannel } from './lock-channel.ts';
import { OpenVault } from './open-vault.ts';
import { opensHead, ROWS_STEP, sealHead, sealSpares, VERSION } from './sealed-rows.ts';
import type { SlowWork, Waiting } from './slow-work.ts';
import {
  deleteVaultDatabase,
  isVaultDatabaseThere,
  openVaultDatabase,
  type StoredHead,
  type VaultDatabase,
} from './vault-database.ts';
import { areBearable, PARAMETERS, problemOfPassphrase, type ScryptParameters } from './vault-keys.ts';
import { problemOfStorage, type VaultProblem } from './vault-problems.ts';
import { toHex } from './vault-record.ts';

const SALT_BYTES = 16;

export interface VaultPlatform {
  readonly work: SlowWork;
  readonly channel: LockChannel;
  /** A build constant: false in every build but the caseworkers' (settled 35). */
  readonly isOfCaseworkers: boolean;
  /** Whether this address answers as one with a server (`hasServer`). */
  readonly hasServer: () => Promise<boolean>;
  /** What a new vault costs to guess at. */
  readonly parameters?: ScryptParameters;
}

/** The one vault of this browser, from outside: whether there is one, and the ways in. */
export class Vault {
  readonly #platform: VaultPlatform;

  constructor(platform: VaultPlatform) {
    this.#platform = platform;
  }

  /** Opens nothing, makes nothing. Rows that have lost their head are a vault too: they are never written over. */
  async state(): Promise<Result<'none' | 'locked', VaultProblem>> {
    return this.#inDatabase({ kind: 'no-storage' }, async (database) => {
      const isThere =
        database !== null && ((await database.head.count()) || (await database.rows.count())) > 0;
      return succeed(isThere ? 'locked' : 'none');
    });
  }

  /** Makes a vault and opens it. There is no way back to what is in it without these words (TR-14). */
  async create(passphrase: string, waiting?: Waiting): Promise<Result<OpenVault, VaultProblem>> {
    const { work, isOfCaseworkers, hasServer, parameters = PARAMETERS } = this.#platform;
    if (!isOfCaseworkers || (await hasServer())) return fail({ kind: 'has-server' });
    const tooShort = problemOfPassphrase(passphrase);
    if (tooShort) return fail(tooShort);
    const state = await this.state();
    if (!state.ok) return state;
    if (state.value !== 'none') return fail({ kind: 'already-there' });

    const salt = randomBytes(SALT_BYTES);
    const derived = await work.deriveKeys(passphrase, salt, parameters, waiting);
    if (!derived.ok) return derived;
    const keys = derived.value;
    const head = await sealHead(keys, { vault: toHex(randomBytes(16)), salt, parameters });
    const spares = await sealSpares(keys, head.vault, ROWS_STEP);
    try {
      const database = await openVaultDatabase();
      const isFirst = await database.transaction('rw', database.head, database.rows, async () => {
        if ((await database.head.count()) + (await database.rows.count()) > 0) return false;
        await database.head.add(head);
        await database.rows.bulkAdd(spares);
        return true;
      });
      if (!isFirst) {
        database.close();
        return fail({ kind: 'already-there' });
      }
      return succeed(new OpenVault({ ...this.#platform, database, keys, head }));
    } catch (error) {
      return fail(problemOfStorage(error));
    }
  }

  /**
   * A wrong passphrase costs the time of deriving keys and says no more than that it did not open; so does a right one
   * where nothing is to be opened, on the same way (C11).
   */
  async open(passphrase: string, waiting?: Waiting): Promise<Result<OpenVault, VaultProblem>> {
    if (!this.#platform.isOfCaseworkers) return fail({ kind: 'has-server' });
    const read = await this.#inDatabase({ kind: 'no-storage' }, async (database) =>
      succeed(await database?.head.get('head')),
    );
    if (!read.ok) return read;
    const head = isHead(read.value) ? read.value : this.#headOfNothing();
    const derived = await this.#platform.work.deriveKeys(passphrase, head.salt, head.parameters, waiting);
    if (!derived.ok) return derived;
    if (!(await opensHead(derived.value, head))) return fail({ kind: 'not-opened' });
    try {
      const database = await openVaultDatabase();
      return succeed(new OpenVault({ ...this.#platform, database, keys: derived.value, head }));
    } catch (error) {
      return fail(problemOfStorage(error));
    }
  }

  /** Erases everything, also where the passphrase is lost. Other windows lock first. */
  async erase(): Promise<Result<null, VaultProblem>> {
    try {
      this.#platform.channel.tell('lock');
      await deleteVaultDatabase();
      return succeed(null);
    } catch (error) {
      return fail(problemOfStorage(error));
    }
  }

  #headOfNothing(): StoredHead {
    return {
      key: 'head',
      version: VERSION,
      vault: toHex(randomBytes(16)),
      salt: randomBytes(SALT_BYTES),
      parameters: this.#platform.parameters ?? PARAMETERS,
      iv: randomBytes(12),
      bytes: randomBytes(4096),
    };
  }

  /** With the database where there is one: looking makes none. */
  async #inDatabase<Value>(
    problem: VaultProblem,
    look: (database: VaultDatabase | null) => Promise<Result<Value, VaultProblem>>,
  ): Promise<Result<Value, VaultProblem>> {
    try {
      if (!(await isVaultDatabaseThere())) return await look(null);
      const database = await openVaultDatabase();
      try {
        return await look(database);
      } finally {
        database.close();
      }
    } catch {
      return fail(problem);
    }
  }
}

/** One that somebody has changed into something else opens as nothing does. */
function isHead(head: StoredHead | undefined): head is StoredHead {
  return (
    head !== undefined &&
    head.salt instanceof Uint8Array &&
    typeof head.parameters === 'object' &&
    head.parameters !== null &&
    areBearable(head.parameters)
  );
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
