import { describe, expect, it } from 'vitest';
import { isPlainText } from '../../src/core/text.ts';
import { BLAMING, FALSE_PROMISES } from './banned-words.ts';
import {
  type Entry,
  entriesOf,
  LANGUAGES,
  NAMESPACES,
  namespacesOf,
  pluralOf,
  readLocale,
  stemOf,
  TRANSLATIONS,
  textsOf,
} from './locale-files.ts';

interface Status {
  readonly state: string;
  readonly role?: string;
  readonly date?: string;
}
interface Vocabulary {
  readonly needs: Readonly<Record<string, { readonly words: readonly string[] }>>;
}

const MOST_EXIT_WORDS = 3;
// Left-to-right mark alone: it keeps a number in an Arabic sentence in order. The others can hide or turn text round.
const DIRECTION_CONTROLS = /[\u061c\u200b\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

describe.each(TRANSLATIONS)('the words in %s', (language) => {
  it('has the same files as English', () => {
    expect(namespacesOf(language)).toEqual(NAMESPACES);
  });

  it.each(NAMESPACES)('says everything that English says, and nothing more: %s', (namespace) => {
    expect(stemsOf(entriesOf(language, namespace))).toEqual(stemsOf(entriesOf('en', namespace)));
  });

  it.each(NAMESPACES)('fills the same gaps as English: %s', (namespace) => {
    const english = new Map(entriesOf('en', namespace).map(({ key, text }) => [key, gapsOf(text)]));
    for (const { key, text } of entriesOf(language, namespace)) {
      const gaps = gapsOf(text);
      // "One service" and "two services" may be said without the number.
      const isOneNumber = ['zero', 'one', 'two'].includes(pluralOf(key) ?? '');
      const wanted = english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? [];
      const mayMiss = isOneNumber ? wanted.filter((gap) => gap !== '{{count}}') : wanted;
      expect([wanted, mayMiss], `${namespace}:${key}`).toContainEqual(gaps);
    }
  });

  it('knows words for every need that can be searched for', () => {
    const { needs } = readLocale(language, 'needs') as Vocabulary;
    for (const [need, { words }] of Object.entries(needs)) expect(words.length, need).toBeGreaterThan(2);
  });

  it('is a draft until a speaker has read it, and says so (settled 40)', () => {
    const status = readLocale(language, 'status') as Record<string, Status>;
    expect(Object.keys(status).sort()).toEqual([...NAMESPACES].sort());
    for (const [namespace, { state, role, date }] of Object.entries(status)) {
      if (state === 'draft') continue;
      expect(state, namespace).toBe('read-by-a-speaker');
      expect(role, `${namespace}: the role of the person who read it`).toMatch(/\S/);
      expect(date, `${namespace}: the day it was read`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    const says = new Map(textsOf(language).map(({ key, text }) => [key, text]));
    const english = new Map(textsOf('en').map(({ key, text }) => [key, text]));
    for (const key of ['common:draft', 'safety:translationDraft']) {
      expect(says.get(key)?.length, key).toBeGreaterThan(10);
      expect(says.get(key), key).not.toBe(english.get(key));
    }
  });
});

describe.each(LANGUAGES)('every screen in %s', (language) => {
  const texts = textsOf(language);

  it('has the plural forms of its language, no more and no fewer', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const plurals = texts.filter(({ key }) => pluralOf(key));
    const stems = stemsOf(plurals);
    expect(stems.length).toBeGreaterThan(10);
    for (const stem of stems) {
      const forms = plurals.filter(({ key }) => stemOf(key) === stem).map(({ key }) => pluralOf(key));
      expect(forms.toSorted(), stem).toEqual(wanted);
    }
  });

  it('is words alone: no markup, no characters that hide or turn text round', () => {
    for (const { key, text } of texts) {
      expect(text.replaceAll(/<\/?\d+>/g, ''), key).not.toMatch(/[<>]|&\w+;/);
      expect(text, key).not.toMatch(DIRECTION_CONTROLS);
      expect(isPlainText(text), key).toBe(true);
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('EX-20 names the way out in three words or fewer', () => {
    const { exit } = readLocale(language, 'common') as { exit: string };
    const words = exit.split(/\s+/).filter((word) => /\p{L}/u.test(word));
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(MOST_EXIT_WORDS);
  });

  it('never uses a word that blames', () => {
    expect(texts.filter(({ text }) => BLAMING[language]?.test(text) ?? true)).toEqual([]);
  });

  it('TM-2 never promises that nobody can know or that nothing is left', () => {
    expect(texts.filter(({ text }) => FALSE_PROMISES[language]?.test(text) ?? true)).toEqual([]);
  });
});

it('keeps a number in order inside an Arabic sentence', () => {
  const numbers = textsOf('ar').filter(({ text }) => text.includes('{{number}}'));
  expect(numbers.length).toBeGreaterThan(2);
  for (const { key, text } of numbers) expect(text, key).toContain('\u200e{{number}}\u200e');
});

it('marks English as the language that the others are made from', () => {
  const status = readLocale('en', 'status') as Record<string, Status>;
  expect(Object.keys(status).sort()).toEqual([...NAMESPACES].sort());
  expect(Object.values(status).every(({ state }) => state === 'source')).toBe(true);
});

function stemsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ key }) => stemOf(key)))].toSorted();
}

/** Placeholders and tags, in an order of their own: a language may turn the sentence round. */
function gapsOf(text: string): string[] {
  return (text.match(/\{\{\w+\}\}|<\/?\d+>/g) ?? []).toSorted();
}
