import { describe, expect, it } from 'vitest';
import { gradeOf, sentencesOf, syllablesOf, wordsOf } from '../../src/core/edits/lint/flesch-kincaid.ts';
import { textsOf } from './locale-files.ts';
import { REGIONS, readListings } from './region-files.ts';

// Settled 41: for English alone, over whole screens. Stress lowers the grade that a person can read.
const HIGHEST_GRADE = 6;
const MOST_WORDS = 15;
const SHORT = 6;

/** What stands on each screen, by the beginnings of its keys. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  'the first screen': ['first:', 'common:'],
  'the three questions': ['find:notSure', 'first:'],
  'the choice of a place': ['find:place', 'countries:'],
  'the results': [
    'find:results',
    'find:filters',
    'service:status',
    'service:opening',
    'service:freshness',
    'service:place',
    'service:availability',
  ],
  'the filters': ['find:filters', 'needs:'],
  'a service': ['service:'],
  'ways to reach a service': ['service:contactSheet'],
  'the map': ['map:', 'service:place'],
  'the rights pages': ['rights:'],
  'what is saved': ['saved:'],
  'a list that is received': ['receive:'],
  'a list that was received': ['receive:received', 'saved:memory'],
  'urgent help': ['urgent:', 'first:'],
  'the cards to show': ['cards:'],
  'the settings': ['safety:'],
  'what the page cannot hide': ['safety:hide'],
  'a problem': ['common:problem'],
  'a sheet that is given away': [
    'desk-sheets:title',
    'desk-sheets:openTitle',
    'desk-sheets:alias',
    'desk-sheets:hours',
    'desk-sheets:space',
    'desk-sheets:askStatus',
    'desk-sheets:freshness',
    'desk-sheets:interpreter',
    'desk-sheets:from',
    'desk-sheets:sample',
    'desk-sheets:draft',
    'service:section',
    'service:contactSheet',
  ],
  'what a client agrees to before a call, and what is said in it': [
    'desk-referrals:consent',
    'desk-referrals:script',
  ],
  'the choices for a sheet': ['desk-sheets:builder'],
};

const texts = textsOf('en').map(({ key, text }) => ({ key, text: withGapsFilled(text) }));

describe('the English of a screen', () => {
  it.each(Object.keys(SCREENS))('can be read after six years of school: %s', (screen) => {
    const shown = texts.filter(({ key }) => SCREENS[screen]?.some((start) => key.startsWith(start)));
    expect(shown.length).toBeGreaterThan(5);
    expect(gradeOf(shown.map(({ text }) => text))).toBeLessThanOrEqual(HIGHEST_GRADE);
    // Without its labels, which are easy: the sentences alone.
    const sentences = shown.filter(({ text }) => wordsOf(text).length >= SHORT);
    expect(gradeOf(sentences.map(({ text }) => text))).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  it('belongs to a screen of this test, whatever it is', () => {
    const starts = Object.values(SCREENS).flat();
    // The names of languages are what they are. What staff read of the desk is plain; only what is handed on is graded.
    const others = texts.filter(({ key }) => !starts.some((start) => key.startsWith(start)));
    expect(others.filter(({ key }) => !/^(languages|desk-\w+|vol-\w+):/.test(key))).toEqual([]);
  });

  it('has no sentence over fifteen words', () => {
    expect(texts.flatMap(({ key, text }) => longSentencesIn(key, text))).toEqual([]);
  });
});

describe.each(REGIONS)('the English of the services in %s', (region) => {
  const listings = readListings(region).filter(({ listing }) => listing.text_language.startsWith('en'));
  const own = listings.flatMap(({ slug, listing }) =>
    [
      listing.description,
      listing.eligibility_description,
      listing.application_process,
      listing.confidentiality_note,
      ...listing.notes,
      ...listing.required_documents,
    ].flatMap((text) => (text ? [{ slug, text }] : [])),
  );

  it('can be read after six years of school, taken together', () => {
    expect(gradeOf(own.map(({ text }) => text))).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  it('has no sentence over fifteen words', () => {
    expect(own.flatMap(({ slug, text }) => longSentencesIn(slug, text))).toEqual([]);
  });
});

describe('the measure itself', () => {
  it('agrees with a worked example: 13 words, 24 syllables, grade 11.3', () => {
    const platypus = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
    expect(wordsOf(platypus).reduce((sum, word) => sum + syllablesOf(word), 0)).toBe(24);
    expect(gradeOf([platypus])).toBeCloseTo(11.3, 1);
  });

  it('counts syllables as they are spoken', () => {
    const spoken = {
      asked: 1,
      needed: 2,
      people: 2,
      police: 2,
      closes: 2,
      immigration: 4,
      service: 2,
      area: 3,
    };
    for (const [word, syllables] of Object.entries(spoken)) expect(syllablesOf(word), word).toBe(syllables);
  });

  it('refuses a text that an office would write', () => {
    const office =
      'Eligibility for accommodation is determined following assessment by the relevant safeguarding authority.';
    expect(gradeOf([office])).toBeGreaterThan(HIGHEST_GRADE);
    expect(longSentencesIn('', `Please ${'do '.repeat(14)}it.`)).toHaveLength(1);
  });
});

function longSentencesIn(place: string, text: string): string[] {
  return sentencesOf(text)
    .filter((sentence) => wordsOf(sentence).length > MOST_WORDS)
    .map((sentence) => `${place}: ${sentence}`);
}

/** The text with what usually stands in its gaps. */
function withGapsFilled(text: string): string {
  return text
    .replaceAll('{{date}}', '3 November 2026')
    .replaceAll('{{number}}', '0808 157 0000')
    .replaceAll(/\{\{(count|km|percent|step|steps|months|days|age|sure)\}\}/g, '12')
    .replaceAll(/\{\{(place|region|area|areas|country)\}\}/g, 'New York City')
    .replaceAll(/\{\{\w+\}\}/g, 'Name');
}
