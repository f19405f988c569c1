import type { ParseKeys } from 'i18next';
import type { Problem } from './directory-client.ts';

/** What a person is told when something failed, with the next step in the same words. A new kind must be given words. */
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
    case 'app-too-old':
      return 'problem.tooNew';
    case 'locked':
      return 'problem.locked';
    case 'no-such-region':
      return 'problem.unreadable';
    // A file that is not as it was signed, whoever or whatever changed it: not used, and the old list stays.
    case 'pack-damaged':
    case 'pack-too-large':
    case 'pack-not-as-listed':
    case 'signatures-too-large':
    case 'signatures-unreadable':
    case 'too-few-signatures':
    case 'index-too-large':
    case 'index-unreadable':
    case 'index-of-another-type':
    case 'index-malformed':
    case 'index-rolled-back':
    case 'index-forked':
    case 'index-expired':
      return 'problem.damaged';
    case 'unexpected':
      return 'problem.unexpected';
    default:
      return ofAnotherBuild(problem);
  }
}

/** A worker of another build may know kinds that this page does not. */
function ofAnotherBuild(_problem: never): ParseKeys<'common'> {
  return 'problem.unexpected';
}
