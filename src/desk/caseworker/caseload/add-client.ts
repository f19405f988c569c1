import { dayOf, type Instant } from '../../../core/dates.ts';
import { fail, type Result } from '../../../core/result.ts';
import { type ClientCode, CODE_BYTES, clientCode } from '../domain/client-code.ts';
import { CODE_LANGUAGES, type CodeLanguage } from '../domain/code-words.ts';
import type { VaultProblem } from '../vault/vault-problems.ts';
import { newRecordId } from '../vault/vault-record.ts';
import { startNewClient, type WorkspaceStore } from '../workspace.ts';
import type { Caseload } from './caseload.ts';

/** Keeps whoever is on the screens, under a code of two words: whatever was chosen so far becomes the client's. */
export async function keepThisClient(
  workspace: WorkspaceStore,
  caseload: Caseload,
  now: Instant,
): Promise<Result<null, VaultProblem>> {
  const state = caseload.get();
  if (state.phase !== 'open') return fail({ kind: 'locked' });
  const { language, regions, profile, shortlist, practice } = workspace.get();
  const code = newCode(
    language,
    state.cases.clients.map((client) => client.code),
  );
  const id = newRecordId();
  const keeping = caseload.put('client', {
    id,
    code,
    openedOn: dayOf(now),
    note: '',
    regions,
    profile,
    shortlist,
    ...(practice && { isPractice: true }),
  });
  // At once: what is changed while it is sealed is the client's too.
  workspace.set({ client: id });
  return keeping;
}

/** Somebody new, who is kept from the first moment. The lists that are searched stay the same. */
export function addClient(workspace: WorkspaceStore, caseload: Caseload, now: Instant) {
  startNewClient(workspace);
  return keepThisClient(workspace, caseload, now);
}

/** In the worker's own language where it has words for it, and in another where they are all in use. */
function newCode(language: string, inUse: readonly ClientCode[]): ClientCode {
  const own = CODE_LANGUAGES.filter((one) => one === language);
  const languages: readonly CodeLanguage[] = [...own, ...CODE_LANGUAGES.filter((one) => one !== language)];
  for (const one of languages) {
    const code = clientCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES)), one, inUse);
    if (code.ok) return code.value;
  }
  throw new Error('desk: every code of every language is in use');
}
