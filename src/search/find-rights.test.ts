import { describe, expect, it } from 'vitest';
import { rightsPageOf } from '../../tests/fixtures/rights-of.ts';
import { findRights } from './find-rights.ts';

const says = (text: string) => [
  {
    text,
    sources: [{ url: 'https://law.example.org', title: 'An act', dated: null, read_on: null }],
    checked_on: null,
  },
];
const police = rightsPageOf({
  question: 'must-i-go-to-police',
  title: 'Must I go to the police?',
  statements: says('You may choose. A child has a guardian.'),
});
const child = rightsPageOf({ question: 'under-18', title: 'What if I am a child?' });
const police_ar = rightsPageOf({
  question: 'must-i-go-to-police',
  language: 'ar',
  title: 'هل يجب أن أذهب إلى الشرطة؟',
  statements: says('الاختيار لك.'),
});
const papers = rightsPageOf({
  question: 'help-without-papers',
  language: 'sw',
  title: 'Je, nitapata msaada bila vitambulisho?',
  statements: says('Sheria inasema ndiyo.'),
});
const all = [police, police_ar, child, papers];
const found = (text: string, language = 'en') => findRights(all, language, text).map(({ title }) => title);

describe('the rights pages', () => {
  it('are each there once, in her language where there is one, else in English, else as there is', () => {
    expect(findRights(all, 'en', '')).toEqual([police, child, papers]);
    expect(findRights(all, 'ar', ' ')).toEqual([police_ar, child, papers]);
    expect(findRights(all, 'es', '')).toEqual([police, child, papers]);
  });

  it('are found by words of a title or of a statement, titles first', () => {
    expect(found('child')).toEqual([child.title, police.title]);
    expect(found('POLICE')).toEqual([police.title]);
    expect(found('guardian choose')).toEqual([police.title]);
    expect(found('guardian airport')).toEqual([]);
  });

  it('are found by the beginning of a word, but not by a letter or two of it', () => {
    expect(found('guard')).toEqual([police.title]);
    expect(found('po')).toEqual([]);
    expect(found('i')).toEqual([police.title, child.title]);
  });

  it('are found by words of any language they are in, with and without accents and articles', () => {
    expect(found('شرطة')).toEqual([police.title]);
    expect(found('الشُّرطة', 'ar')).toEqual([police_ar.title]);
    expect(found('الاختيار', 'ar')).toEqual([police_ar.title]);
    expect(found('vitambulisho')).toEqual([papers.title]);
  });

  it('are not found by a text without a word, and by no text that is a trap (CT-7)', () => {
    expect(found('?!')).toEqual([]);
    expect(found('(police|.*')).toEqual([police.title]);
    expect(found('a'.repeat(10_000))).toEqual([]);
    expect(findRights([], 'en', 'police')).toEqual([]);
  });
});
