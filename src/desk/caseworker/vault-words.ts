import type { TFunction } from 'i18next';
import type { VaultProblem } from './vault/vault-problems.ts';

/** What could not be done, and what to do next, in the worker's words. A kind without words does not compile. */
export function vaultProblemWords(t: TFunction<'desk-clients'>, problem: VaultProblem): string {
  switch (problem.kind) {
    case 'not-opened':
      return t('problem.notOpened');
    case 'passphrase-too-short':
      return t('problem.tooShort', { least: problem.least });
    case 'already-there':
      return t('problem.alreadyThere');
    case 'has-server':
      return t('problem.hasServer');
    case 'locked':
      return t('problem.locked');
    case 'cancelled':
      return t('problem.cancelled');
    case 'no-storage':
      return t('problem.noStorage');
    case 'storage-full':
      return t('problem.storageFull');
    case 'not-saved':
      return t('problem.notSaved');
    case 'file-not-opened':
      return t('problem.fileNotOpened');
    case 'file-not-understood':
      return t('problem.fileNotUnderstood');
    case 'unexpected':
      return t('problem.unexpected');
  }
}
