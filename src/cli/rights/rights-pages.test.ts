import { describe, expect, it } from 'vitest';
import { BLAMING, FALSE_PROMISES } from '../../../tests/unit/banned-words.ts';
import { gradeOf, sentencesOf, wordsOf } from '../../core/edits/lint/flesch-kincaid.ts';
import { RIGHTS_QUESTIONS, type RightsPage } from '../../core/rights.ts';
import { rightsSummary } from './check-rights.ts';
import { readRights } from './read-rights.ts';

// The pages themselves, in data/rights: what a person under stress reads about the law.
const HIGHEST_GRADE = 6;
const MOST_WORDS = 15;

const { rights, problems } = readRights();
// The measure knows the marks of English only.
const textsOf = ({ title, statements }: RightsPage) =>
  [title, ...statements.map(({ text }) => text)].map((text) => text.replaceAll('؟', '?'));
const english = rights.pages.filter(({ language }) => language === 'en');

describe('the rights pages', () => {
  it('can be read, agree with each other, and name no treaty that was not joined', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['KE', 'sw'],
    ['GB', 'ar'],
  ])('answer every question for %s, in English and in %s', (country, other) => {
    for (const language of ['en', other])
      expect(
        rights.pages
          .filter((page) => page.country === country && page.language === language)
          .map(({ question }) => question)
          .sort(),
      ).toEqual([...RIGHTS_QUESTIONS].sort());
  });

  it('say of every statement where it is from', () => {
    const statements = rights.pages.flatMap((page) => page.statements);
    expect(statements.length).toBeGreaterThan(200);
    expect(statements.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('are drafts for as long as nobody who knows the law has agreed', () => {
    const states = rights.pages.flatMap(({ state, statements }) => [
      state,
      ...statements.map((one) => one.state),
    ]);
    expect(new Set(states)).toEqual(new Set(['draft']));
    expect(rightsSummary(rights.pages)).toContain(' statements, 0 checked by a person; ');
  });
});

describe.each(rights.pages.map((page) => [page.id, page] as const))('the page %s', (_, page) => {
  it('has no long sentence', () => {
    const sentences = textsOf(page).flatMap(sentencesOf);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toEqual([]);
  });

  it('blames nobody, and promises nothing that it cannot keep', () => {
    for (const words of [BLAMING, FALSE_PROMISES]) {
      const pattern = words[page.language];
      expect(pattern).toBeDefined();
      expect(textsOf(page).filter((text) => pattern?.test(text))).toEqual([]);
    }
  });
});

describe.each(english.map((page) => [page.id, page] as const))('the English of %s', (_, page) => {
  it('can be read after six years of school', () => {
    expect(gradeOf(page.statements.map(({ text }) => text))).toBeLessThanOrEqual(HIGHEST_GRADE);
  });
});
