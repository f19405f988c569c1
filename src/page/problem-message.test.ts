import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../tests/fixtures/words-of.ts';
import { LANGUAGES } from '../../tests/unit/locale-files.ts';
import type { Problem } from './directory-client.ts';
import { problemMessage } from './problem-message.ts';

// A kind that is missing here, or one too many, does not compile.
const EXPECTED: { readonly [Kind in Problem['kind']]: ReturnType<typeof problemMessage> } = {
  offline: 'problem.offline',
  cancelled: 'problem.cancelled',
  'no-such-region': 'problem.unreadable',
  'storage-full': 'problem.storageFull',
  'not-saved': 'problem.notSaved',
  locked: 'problem.locked',
  'index-expired': 'problem.damaged',
  'pack-damaged': 'problem.damaged',
  'pack-too-new': 'problem.tooNew',
  'pack-too-large': 'problem.damaged',
  'pack-not-as-listed': 'problem.damaged',
  'signatures-too-large': 'problem.damaged',
  'signatures-unreadable': 'problem.damaged',
  'too-few-signatures': 'problem.damaged',
  'index-too-large': 'problem.damaged',
  'index-unreadable': 'problem.damaged',
  'index-of-another-type': 'problem.damaged',
  'index-too-new': 'problem.tooNew',
  'app-too-old': 'problem.tooNew',
  'index-rolled-back': 'problem.damaged',
  'index-forked': 'problem.damaged',
  'index-malformed': 'problem.damaged',
  unexpected: 'problem.unexpected',
};

describe('what a person is told when something failed (SG-1)', () => {
  it.each(Object.entries(EXPECTED))('%s: %s', (kind, key) => {
    expect(problemMessage({ kind } as Problem)).toBe(key);
  });

  it('is never a word of ours, in any language', async () => {
    for (const language of LANGUAGES) {
      const { t } = await wordsOf(language);
      for (const key of new Set(Object.values(EXPECTED))) {
        const text = t(key);
        expect(text).not.toBe(key);
        expect(text).not.toMatch(/undefined|\{\{/);
        expect(text.length).toBeGreaterThan(15);
      }
    }
  });

  it('is said even of a kind that another build of the worker reports', () => {
    for (const kind of ['something-new', 'toString', '__proto__', ''])
      expect(problemMessage({ kind } as never)).toBe('problem.unexpected');
  });
});
