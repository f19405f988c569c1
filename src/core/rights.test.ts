import { describe, expect, it } from 'vitest';
import { originalId, RIGHTS_QUESTIONS, rightsPageId } from './rights.ts';

describe('the id of a page', () => {
  it('is one of its own for each country, question and language', () => {
    const ids = ['KE', 'GB'].flatMap((country) =>
      RIGHTS_QUESTIONS.flatMap((question) =>
        ['en', 'sw', 'ar'].map((language) =>
          rightsPageId({ country, question, language, translation_of: language === 'en' ? null : 'x' }),
        ),
      ),
    );
    expect(new Set(ids).size).toBe(48);
    expect(ids).toContain('gb-under-18.ar');
  });

  it('has no language in it where the page is in the one it was written in', () => {
    const page = { country: 'KE', question: 'images-taken-down', translation_of: null } as const;
    expect(rightsPageId({ ...page, language: 'sw' })).toBe(originalId('KE', 'images-taken-down'));
    expect(originalId('KE', 'images-taken-down')).toBe('ke-images-taken-down');
  });
});
