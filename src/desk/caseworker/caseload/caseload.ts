import type { Instant } from '../../../core/dates.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { AutoLockRules } from '../vault/auto-lock.ts';
import type { ImportOutcome, OpenVault } from '../vault/open-vault.ts';
import type { Waiting } from '../vault/slow-work.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultProblem } from '../vault/vault-problems.ts';
import type { Json, VaultRecord } from '../vault/vault-record.ts';
import { type CaseKind, type CaseKinds, type Cases, USUAL_SETTINGS } from './cases.ts';
import { readCases } from './read-cases.ts';

/** `none`: nothing was ever kept here. `closed`: locked, or never opened. `no-storage`: nothing can be kept. */
export type CaseloadState =
  | { readonly phase: 'unknown' | 'none' | 'closed' | 'no-storage' }
  | {
      readonly phase: 'open';
      readonly cases: Cases;
      readonly damaged: number;
      /** Why the last change was not kept, until one is. */
      readonly unkept: VaultProblem | null;
    };

export interface CaseloadPlatform {
  readonly vault: Vault;
  readonly now: () => Instant;
  /** Locks the vault when nobody works any more; gives a way to stop watching. */
  readonly watch: (vault: OpenVault, rules: AutoLockRules) => () => void;
}

type Outcome<Value = null> = Promise<Result<Value, VaultProblem>>;

/**
 * A caseworker's clients while the vault is open: read once when it opens, sealed again at every change, dropped as a
 * whole when it locks, by whomever. Screens read `get()`; nothing of it is anywhere else.
 */
export class Caseload {
  readonly #platform: CaseloadPlatform;
  readonly #listeners = new Set<() => void>();
  #state: CaseloadState = { phase: 'unknown' };
  #open: OpenVault | null = null;
  #records = new Map<string, VaultRecord>();
  #stopWatching: () => void = () => undefined;

  constructor(platform: CaseloadPlatform) {
    this.#platform = platform;
  }

  get = (): CaseloadState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether there is anything to open; opens nothing. */
  async look(): Promise<void> {
    if (this.#open) return;
    const state = await this.#platform.vault.state();
    if (this.#open) return;
    const phase = state.ok ? (state.value === 'none' ? 'none' : 'closed') : 'no-storage';
    this.#set({ phase });
  }

  create(passphrase: string, waiting?: Waiting): Outcome {
    return this.#enter(this.#platform.vault.create(passphrase, waiting));
  }

  open(passphrase: string, waiting?: Waiting): Outcome {
    return this.#enter(this.#platform.vault.open(passphrase, waiting));
  }

  lock(): void {
    this.#open?.lock();
  }

  /** Keeps one thing, or takes it in place of the one with its id. */
  async put<Kind extends CaseKind>(kind: Kind, content: CaseKinds[Kind]): Outcome {
    const open = this.#open;
    if (!open) return fail({ kind: 'locked' });
    const before = this.#records.get(content.id);
    const record: VaultRecord = {
      id: content.id,
      kind,
      clientId: kind === 'client' ? content.id : clientOf(content),
      changedAt: Math.max(this.#platform.now(), (before?.changedAt ?? 0) + 1),
      content: content as unknown as Json,
    };
    // Shown at once; what could not be kept is read again, so that nothing on the screen is only there.
    this.#take(new Map(this.#records).set(record.id, record));
    const outcome = await open.put(record);
    if (!outcome.ok) await this.#readAgain(open);
    this.#sayUnkept(outcome.ok ? null : outcome.problem);
    return outcome;
  }

  async remove(id: string): Outcome {
    const open = this.#open;
    if (!open) return fail({ kind: 'locked' });
    const outcome = await open.remove(id);
    await this.#readAgain(open);
    return outcome;
  }

  /** Everything of one client. `damaged` rows may be the client's too, and stay. */
  async eraseClient(id: string): Outcome<{ readonly erased: number; readonly damaged: readonly string[] }> {
    const open = this.#open;
    if (!open) return fail({ kind: 'locked' });
    const outcome = await open.eraseClient(id);
    await this.#readAgain(open);
    return outcome;
  }

  /** Also without the passphrase: whoever has lost it can begin again. */
  async eraseAll(): Outcome {
    const outcome = await (this.#open ? this.#open.eraseAll() : this.#platform.vault.erase());
    if (outcome.ok) this.#set({ phase: 'none' });
    return outcome;
  }

  async changePassphrase(current: string, next: string, waiting?: Waiting): Outcome {
    return this.#open?.changePassphrase(current, next, waiting) ?? fail({ kind: 'locked' });
  }

  async exportFile(
    passphrase: string,
    waiting?: Waiting,
  ): Outcome<{ readonly bytes: Uint8Array; readonly damaged: readonly string[] }> {
    return this.#open?.exportFile(passphrase, waiting) ?? fail({ kind: 'locked' });
  }

  async importFile(bytes: Uint8Array, passphrase: string, waiting?: Waiting): Outcome<ImportOutcome> {
    const open = this.#open;
    if (!open) return fail({ kind: 'locked' });
    const outcome = await open.importFile(bytes, passphrase, waiting);
    await this.#readAgain(open);
    return outcome;
  }

  async #enter(entering: Promise<Result<OpenVault, VaultProblem>>): Outcome {
    const entered = await entering;
    if (!entered.ok) return entered;
    const open = entered.value;
    this.#open = open;
    open.onLock(() => this.#drop());
    await this.#readAgain(open);
    return succeed(null);
  }

  async #readAgain(open: OpenVault): Promise<void> {
    const contents = await open.list();
    if (!contents.ok || this.#open !== open) return;
    const { records, damaged } = contents.value;
    this.#take(new Map(records.map((record) => [record.id, record])), damaged.length);
  }

  #take(records: Map<string, VaultRecord>, damaged?: number): void {
    const before = this.#state;
    this.#records = records;
    const cases = readCases([...records.values()]);
    const damagedBefore = before.phase === 'open' ? before.damaged : 0;
    const unkept = before.phase === 'open' ? before.unkept : null;
    this.#set({ phase: 'open', cases, damaged: damaged ?? damagedBefore, unkept });
    const rules = before.phase === 'open' ? before.cases.settings : null;
    if (!rules || !areAlike(rules, cases.settings)) this.#watch(cases.settings);
  }

  #sayUnkept(unkept: VaultProblem | null): void {
    if (this.#state.phase === 'open' && this.#state.unkept !== unkept) this.#set({ ...this.#state, unkept });
  }

  #watch(rules: AutoLockRules): void {
    this.#stopWatching();
    if (this.#open) this.#stopWatching = this.#platform.watch(this.#open, rules);
  }

  #drop(): void {
    this.#stopWatching();
    this.#stopWatching = () => undefined;
    this.#open = null;
    this.#records = new Map();
    this.#set({ phase: 'closed' });
  }

  #set(state: CaseloadState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function clientOf(content: CaseKinds[CaseKind]): string | null {
  return 'clientId' in content ? content.clientId : null;
}

function areAlike(one: AutoLockRules, other: AutoLockRules): boolean {
  return one.idleMinutes === other.idleMinutes && one.locksWhenHidden === other.locksWhenHidden;
}

/** What a screen may read of a caseload that is not open. */
export const NO_CASES: Cases = {
  clients: [],
  referrals: [],
  consents: [],
  contacts: [],
  signals: [],
  practiceSignals: [],
  settings: USUAL_SETTINGS,
  unread: 0,
};
