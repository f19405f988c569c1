import type { ParseKeys } from 'i18next';
import type { Problem } from './directory-client.ts';

/** What a person is told when something failed, with the next step in the same words. */
export function problemMessage(problem: Problem): ParseKeys<'common'> {
  switch (problem.kind) {
    case 'offline':
      return 'problem.offline';
    case 'cancelled':
      return 'problem.cancelled';
    case 'storage-full':
      return 'problem.storageFull';
    case 'not-saved':
      return 'problem.notSaved';
    case 'pack-too-new':
    case 'index-too-new':
      return 'problem.tooNew';
    case 'no-such-region':
    case 'index-unreadable':
      return 'problem.unreadable';
    case 'unexpected':
      return 'problem.unexpected';
    default:
      // Every other kind is a file that is not as it was signed.
      return 'problem.damaged';
  }
}
