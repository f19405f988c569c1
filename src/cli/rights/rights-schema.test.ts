import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREATIES } from '../../core/rights.ts';
import { parseRightsPage, parseTreaties } from './rights-schema.ts';

// All made up: no such law is in force anywhere.
const source = {
  url: 'https://law.example.org/act/7',
  title: 'Harbour Act, section 7',
  kind: 'law',
  dated: '2026-01-31',
  read_on: '2026-11-20',
};
const statement = {
  text: 'The law says so.',
  sources: [source],
  checked_on: null,
  state: 'draft',
};
const page = {
  id: 'xa-under-18',
  country: 'XA',
  question: 'under-18',
  language: 'en',
  translation_of: null,
  title: 'What if I am under 18?',
  statements: [statement],
  leads_to: ['child.protection'],
  treaties: ['crc'],
  state: 'draft',
};
const withSource = (changes: object) => ({
  statements: [{ ...statement, sources: [{ ...source, ...changes }] }],
});
const withStatement = (changes: object) => ({ statements: [{ ...statement, ...changes }] });

const problemsOf = (changes: object) => {
  const outcome = parseRightsPage({ ...page, ...changes });
  return outcome.ok ? [] : outcome.problem.map(({ field, reason }) => `${field} ${reason}`);
};

describe('a rights page', () => {
  it('is read as it stands', () => {
    expect(parseRightsPage(page)).toEqual({ ok: true, value: page });
  });

  it('is read in another language, under an id of its own', () => {
    expect(problemsOf({ id: 'xa-under-18.sw', language: 'sw', translation_of: 'xa-under-18' })).toEqual([]);
  });

  it.each([
    ['a statement without a source', withStatement({ sources: [] }), 'statements.0.sources has no source'],
    ['no statement at all', { statements: [] }, 'statements'],
    ['nowhere to go next', { leads_to: [] }, 'leads_to'],
    ['a need that is none', { leads_to: ['law.magic'] }, 'leads_to.0'],
    ['a question of its own', { question: 'may-i-vote' }, 'question'],
    ['a country in small letters', { country: 'xa' }, 'country'],
    ['a treaty that is none', { treaties: ['atlantis'] }, 'treaties.0'],
    ['a misspelt field', { leadsTo: [] }, 'leadsTo'],
    ['a field that a statement has not', withStatement({ advice: 'Go.' }), 'statements.0.advice'],
    ['a field that a source has not', withSource({ author: 'A.' }), 'statements.0.sources.0.author'],
    [
      'an address without https',
      withSource({ url: 'http://law.example.org' }),
      'sources.0.url is not a safe',
    ],
    ['an address that runs', withSource({ url: 'javascript:alert(1)' }), 'sources.0.url is not a safe'],
    ['a kind of source that is none', withSource({ kind: 'blog' }), 'sources.0.kind'],
    ['a day that is none', withSource({ dated: '2026-02-30' }), 'sources.0.dated is not a day'],
    ['no word on its day', withSource({ dated: undefined }), 'sources.0.dated'],
    [
      'words that hide',
      withStatement({ text: 'The law\u202e says so.' }),
      'statements.0.text has characters',
    ],
    ['an empty text', withStatement({ text: '' }), 'statements.0.text'],
    ['another id', { id: 'xa-over-18' }, '(page) has another id'],
    [
      'a translation under the id of its original',
      { language: 'sw', translation_of: 'xa-under-18' },
      '(page) has another id',
    ],
    [
      'a translation of something else',
      { id: 'xa-under-18.sw', language: 'sw', translation_of: 'xa-images-taken-down' },
      '(page) is a translation of a page about something else',
    ],
  ])('is refused with %s', (_, changes, problem) => {
    expect(problemsOf(changes)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });

  it('reports every problem, each with its place', () => {
    expect(problemsOf({ country: 'Xanadu', title: '', ...withSource({ kind: 'blog' }) })).toHaveLength(3);
  });

  it('is refused, whatever else it is', () => {
    fc.assert(fc.property(fc.anything(), (input) => !parseRightsPage(input).ok));
  });
});

describe('a source that nobody could read', () => {
  const unread = { read_on: null };

  it.each(['Harbour Act, section 7', 'Constitution, article 9(2)', 'Harbour Regulations, regulation 3'])(
    'is taken where the law and its place are named: %s',
    (title) => {
      expect(problemsOf(withSource({ ...unread, title }))).toEqual([]);
    },
  );

  it.each([
    ['names no section', { title: 'Harbour Act' }],
    ['is no law', { kind: 'charity' }],
  ])('is refused where it %s', (_, changes) => {
    expect(problemsOf(withSource({ ...unread, ...changes }))).toEqual([
      expect.stringContaining('statements.0.sources.0 was not read'),
    ]);
  });

  it('cannot say where it was read', () => {
    const read_at = 'https://copy.example.org/act/7';
    expect(problemsOf(withSource({ read_at }))).toEqual([]);
    expect(problemsOf(withSource({ ...unread, read_at }))).toEqual([
      expect.stringContaining('says where it was read, but not when'),
    ]);
  });
});

describe('what a person has checked', () => {
  const checked = { checked_on: '2026-11-27', state: 'checked' };

  it.each([
    ['checked without a day', { state: 'checked' }],
    ['a draft with a day', { checked_on: '2026-11-27' }],
  ])('is never %s', (_, changes) => {
    expect(problemsOf(withStatement(changes))).toEqual([expect.stringContaining('is checked without a day')]);
  });

  it('is a whole page only when each of its statements is', () => {
    expect(problemsOf({ statements: [{ ...statement, ...checked }], state: 'checked' })).toEqual([]);
    expect(problemsOf({ statements: [{ ...statement, ...checked }, statement], state: 'checked' })).toEqual([
      '(page) is checked, but some of its statements are drafts',
    ]);
  });
});

describe('the treaties', () => {
  const all = <Value>(value: Value) => Object.fromEntries(TREATIES.map((treaty) => [treaty, value]));
  const unknown = { status: 'unknown', since: null, set: 'list' };
  const treaties = {
    note: 'Made up.',
    names: all('A treaty'),
    sets: { list: { title: 'A list', url: 'https://treaties.example.org', as_of: '2022-08-25' } },
    countries: { XA: { ...all(unknown), crc: { status: 'joined', since: '1990', set: 'list' } } },
  };
  const problems = (changes: object) => {
    const outcome = parseTreaties({ ...treaties, countries: { XA: { ...all(unknown), ...changes } } });
    return outcome.ok ? [] : outcome.problem.map(({ field, reason }) => `${field} ${reason}`);
  };

  it('are read as they stand', () => {
    expect(parseTreaties(treaties)).toEqual({ ok: true, value: treaties });
  });

  it.each([
    [
      'a country that joined at no time',
      { crc: { status: 'joined', since: null, set: 'list' } },
      'exactly where it has joined',
    ],
    ['a date of what is not known', { crc: { ...unknown, since: '1990' } }, 'exactly where it has joined'],
    ['a date that is none', { crc: { status: 'joined', since: 'long ago', set: 'list' } }, 'is not a year'],
    ['a set that is not there', { crc: { ...unknown, set: 'memory' } }, 'names a set that is not there'],
    ['a set named as a method is', { crc: { ...unknown, set: 'toString' } }, 'names a set that is not there'],
    ['a treaty left out', { crc: undefined }, 'countries.XA.crc'],
  ])('are refused with %s', (_, changes, problem) => {
    expect(problems(changes)).toEqual([expect.stringContaining(problem)]);
  });
});
