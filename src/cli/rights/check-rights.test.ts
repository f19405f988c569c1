import { describe, expect, it } from 'vitest';
import {
  originalId,
  RIGHTS_QUESTIONS,
  type RightsPage,
  rightsPageId,
  TREATIES,
  type Treaties,
} from '../../core/rights.ts';
import { checkRights, rightsSummary } from './check-rights.ts';

// All made up: no such country, and no such law.
const source: RightsPage['statements'][number]['sources'][number] = {
  url: 'https://law.example.org/act/7',
  title: 'Harbour Act, section 7',
  kind: 'law',
  dated: null,
  read_on: '2026-11-20',
};
const statement: RightsPage['statements'][number] = {
  text: 'The law says so.',
  sources: [source],
  checked_on: null,
  state: 'draft',
};

function pageOn(question: RightsPage['question'], changes: Partial<RightsPage> = {}): RightsPage {
  const page: RightsPage = {
    id: '',
    country: 'XA',
    question,
    language: 'en',
    translation_of: null,
    title: 'A question',
    statements: [statement, statement],
    leads_to: ['law.advice'],
    treaties: ['crc'],
    state: 'draft',
    ...changes,
  };
  return { ...page, id: rightsPageId(page) };
}
const inFile = (page: RightsPage) => ({
  file: `${page.country.toLowerCase()}/${page.question}.${page.language}.json`,
  page,
});
const whole = RIGHTS_QUESTIONS.map((question) => inFile(pageOn(question)));
const translated = (changes: Partial<RightsPage> = {}) =>
  inFile(pageOn('under-18', { language: 'sw', translation_of: originalId('XA', 'under-18'), ...changes }));

const unknown = { status: 'unknown', since: null, set: 'list' } as const;
const treaties: Treaties = {
  note: 'Made up.',
  names: Object.fromEntries(TREATIES.map((treaty) => [treaty, 'A treaty'])) as Treaties['names'],
  sets: { list: { title: 'A list', url: 'https://treaties.example.org', as_of: '2022-08-25' } },
  countries: {
    XA: {
      ...(Object.fromEntries(TREATIES.map((treaty) => [treaty, unknown])) as Treaties['countries'][string]),
      crc: { status: 'joined', since: '1990', set: 'list' },
    },
  },
};
const problemsOf = (files: Parameters<typeof checkRights>[0], list: Treaties | null = treaties) =>
  checkRights(files, list).map(({ file, field, reason }) => `${file}: ${field} ${reason}`);

describe('all rights pages together', () => {
  it('are good when each question has its page, and each language says the same', () => {
    expect(problemsOf([...whole, translated()])).toEqual([]);
  });

  it('miss no question in any country', () => {
    expect(problemsOf(whole.slice(1))).toEqual([
      'xa: help-without-papers has no page in the language it was written in',
    ]);
  });

  it('stand where their country, question and language say', () => {
    const [first, ...others] = whole;
    expect(
      problemsOf([{ file: 'xb/under-18.en.json', page: pageOn('help-without-papers') }, ...others]),
    ).toEqual(['xb/under-18.en.json: id belongs into xa/help-without-papers.en.json']);
    expect(first?.file).toBe('xa/help-without-papers.en.json');
  });

  it.each([
    ['fewer statements', { statements: [statement] }, 'statements are 1, not 2 as in the original'],
    [
      'another source',
      {
        statements: [statement, { ...statement, sources: [{ ...source, url: 'https://other.example.org' }] }],
      },
      'statements.1.sources are not those of the original',
    ],
    [
      'a source left out',
      { statements: [{ ...statement, sources: [] }, statement] },
      'statements.0.sources are not those of the original',
    ],
    ['other needs', { leads_to: ['law.rights'] as const }, 'leads_to is not that of the original'],
    ['other treaties', { treaties: [] }, 'treaties are not those of the original'],
  ])('say the same in each language: %s', (_, changes, problem) => {
    expect(problemsOf([...whole, translated(changes as Partial<RightsPage>)])).toEqual([
      `xa/under-18.sw.json: ${problem}`,
    ]);
  });

  it('translate a page that is there, into another language', () => {
    const without = whole.filter(({ page }) => page.question !== 'under-18');
    expect(problemsOf([...without, translated()])).toContain(
      'xa/under-18.sw.json: translation_of is xa-under-18, which is not there',
    );
    expect(problemsOf([...whole, translated({ language: 'en' })])).toEqual([
      'xa/under-18.en.json: language is that of xa-under-18 itself',
    ]);
  });

  it('name only treaties of which it is known that the country has joined them', () => {
    const wrong = inFile(pageOn('under-18', { treaties: ['palermo'] }));
    const files = whole.map((one) => (one.page.question === 'under-18' ? wrong : one));
    const problem =
      'xa/under-18.en.json: treaties names palermo, and treaties.json does not say that XA has joined it';
    expect(problemsOf(files)).toEqual([problem]);
    expect(problemsOf(files, null)).toContain(problem);
    expect(problemsOf(files, { ...treaties, countries: {} })).toContain(problem);
  });
});

describe('the line for a report', () => {
  it('counts what is there, and what a person has checked', () => {
    const checked = { ...statement, checked_on: '2026-11-27', state: 'checked' as const };
    const unread = { ...statement, sources: [source, { ...source, read_on: null }] };
    expect(rightsSummary([pageOn('under-18', { statements: [checked, unread] }), translated().page])).toBe(
      'rights: 1 pages and 1 in another language; 2 statements, 1 checked by a person; 3 sources, 1 named by section only',
    );
  });
});
