import { lockByItself, pageClock } from '../../src/desk/caseworker/vault/auto-lock.ts';
import { hasServer } from '../../src/desk/caseworker/vault/has-server.ts';
import { lockChannel } from '../../src/desk/caseworker/vault/lock-channel.ts';
import type { OpenVault } from '../../src/desk/caseworker/vault/open-vault.ts';
import { Vault } from '../../src/desk/caseworker/vault/vault.ts';
import { newRecordId } from '../../src/desk/caseworker/vault/vault-record.ts';
import { workInWorker } from '../../src/desk/caseworker/vault/work-in-worker.ts';

// A page with nothing on it but the vault as the desk uses it, for stories about what a real browser does with it.

const channel = lockChannel();
const vault = new Vault({
  work: workInWorker(
    () =>
      new Worker(new URL('../../src/desk/caseworker/vault/vault.worker.ts', import.meta.url), {
        type: 'module',
      }),
  ),
  channel,
  isOfCaseworkers: true,
  hasServer: () => hasServer((path, options) => fetch(path, options)),
});
let open: OpenVault | null = null;

function outcomeOf<Value>(outcome: { ok: true; value: Value } | { ok: false; problem: { kind: string } }) {
  return outcome.ok ? outcome.value : outcome.problem.kind;
}

function theOpenOne(): OpenVault {
  if (!open) throw new Error('tests: not open');
  return open;
}

const vaultPage = {
  newRecordId,
  state: async () => outcomeOf(await vault.state()),
  /** What came of it; while it lasts, how often it told of its progress and how often the page could do something else. */
  enter: async (how: 'create' | 'open', words: string) => {
    let told = 0;
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    const outcome = await vault[how](words, { onProgress: () => told++ });
    clearInterval(ticking);
    if (outcome.ok) open = outcome.value;
    return { problem: outcome.ok ? null : outcome.problem.kind, told, turns };
  },
  lockByItself: (locksWhenHidden: boolean) => {
    const watched = { vault: theOpenOne(), clock: pageClock, channel, page: document, view: window };
    lockByItself(watched, { idleMinutes: 2, locksWhenHidden });
  },
  isOpen: () => open?.isOpen ?? false,
  put: async (content: string, id: string) =>
    outcomeOf(await theOpenOne().put({ id, kind: 'note', clientId: null, changedAt: 1, content })),
  contents: async () => {
    const outcome = await theOpenOne().list();
    return outcome.ok
      ? outcome.value.records.map(({ content }) => String(content)).sort()
      : outcome.problem.kind;
  },
  lock: () => theOpenOne().lock(),
  changePassphrase: async (current: string, next: string) =>
    outcomeOf(await theOpenOne().changePassphrase(current, next)),
  exportFile: async (words: string) => {
    const outcome = await theOpenOne().exportFile(words);
    return outcome.ok ? Array.from(outcome.value.bytes) : [];
  },
  importFile: async (bytes: number[], words: string) =>
    outcomeOf(await theOpenOne().importFile(new Uint8Array(bytes), words)),
  eraseAll: async () => outcomeOf(await theOpenOne().eraseAll()),
};

export type VaultPage = typeof vaultPage;
Object.assign(window, { vaultPage });
