import { describe, expect, it } from 'vitest';
import { storageProblem } from './generations.ts';

const named = (name: string, message = '', inner?: unknown) =>
  Object.assign(new Error(message), { name, ...(inner !== undefined && { inner }) });

describe('why something could not be written (ST-3)', () => {
  it.each<[string, unknown]>([
    ['as browsers say it', new DOMException('full', 'QuotaExceededError')],
    ['as Dexie says it', named('AbortError', 'aborted', named('QuotaExceededError'))],
    ['as Dexie says it in words alone', named('AbortError', 'QuotaExceededError ')],
    ['two errors deep', named('BulkError', '', named('AbortError', '', named('QuotaExceededError')))],
  ])('is a full phone, %s', (_, error) => {
    expect(storageProblem(error)).toEqual({ kind: 'storage-full' });
  });

  it.each<[string, unknown]>([
    ['another error', new DOMException('no', 'UnknownError')],
    ['an abort for another reason', named('AbortError', 'aborted', named('ConstraintError'))],
    ['a word', 'QuotaExceededError'],
    ['nothing', undefined],
    ['null inside', named('AbortError', '', null)],
  ])('is not saved, after %s', (_, error) => {
    expect(storageProblem(error)).toEqual({ kind: 'not-saved' });
  });
});
