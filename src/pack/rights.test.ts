import { describe, expect, it } from 'vitest';
import { json } from '../../tests/fixtures/pack/forge-pack.ts';
import { rightsOf, rightsPageOf } from '../../tests/fixtures/rights-of.ts';
import type { RightsPage, ShownRightsPage } from '../core/rights.ts';
import { decodeRights, encodeRights } from './rights.ts';

const page = rightsPageOf();
const [statement] = page.statements;
const source = statement?.sources[0];
const withPage = (changes: object) => json(rightsOf({ ...page, ...changes } as ShownRightsPage));
const withStatement = (changes: object) => withPage({ statements: [{ ...statement, ...changes }] });
const withSource = (changes: object) => withStatement({ sources: [{ ...source, ...changes }] });
const withTreaty = (changes: object) => {
  const rights = rightsOf(page);
  return json({ ...rights, treaties: [{ ...rights.treaties[0], ...changes }] });
};

describe('rights', () => {
  it('come back as they were', () => {
    const rights = rightsOf(page, rightsPageOf({ language: 'sw', translation_of: 'xa-under-18' }));
    expect(decodeRights(encodeRights(rights))).toEqual({ ok: true, value: rights });
  });

  it('leave behind what no phone shows: where a copy was read, and how the files are kept', () => {
    const written: Partial<RightsPage> = {
      ...(page as unknown as RightsPage),
      id: 'xa-under-18',
      country: 'XA',
      statements: [
        {
          text: 'A harbour must let a child in.',
          sources: [
            {
              url: 'https://law.example.org/act/7',
              title: 'Harbour Act, section 7',
              kind: 'law',
              dated: '2024-03-01',
              read_on: '2026-11-20',
              read_at: 'https://copy.example.org',
            },
          ],
          checked_on: null,
          state: 'draft',
        },
      ],
    };
    expect(encodeRights(rightsOf(written as ShownRightsPage))).toEqual(encodeRights(rightsOf(page)));
  });

  it('may hold a question and a treaty that only a newer version knows (CT-6)', () => {
    expect(decodeRights(withPage({ question: 'a-new-one', leads_to: ['new.need'] })).ok).toBe(true);
    expect(decodeRights(withTreaty({ treaty: 'a-new-one' })).ok).toBe(true);
  });

  it.each([
    ['bytes that are not JSON', Uint8Array.of(0x5b)],
    ['a list', json([])],
    ['no pages', json(rightsOf())],
    ['a page that is null', json({ pages: [null], treaties: [] })],
    ['no title', withPage({ title: '' })],
    ['a title that turns text round', withPage({ title: 'A\u202eB' })],
    ['a title without an end', withPage({ title: 'a'.repeat(2049) })],
    ['a state nobody knows', withPage({ state: 'true' })],
    ['no statements', withPage({ statements: [] })],
    ['needs that are text', withPage({ leads_to: 'law.advice' })],
    ['a statement without a source', withStatement({ sources: [] })],
    ['a statement that is a list', withStatement({ text: ['a'] })],
    ['a day of checking that is none', withStatement({ checked_on: '2026-02-30' })],
    ['a source without an address', withSource({ url: undefined })],
    ['a source with a date in words', withSource({ dated: 'last year' })],
    ['a source read at no time', withSource({ read_on: undefined })],
    ['a treaty joined at no time', withTreaty({ since: null })],
    ['a treaty known until no day', withTreaty({ as_of: '2022' })],
  ])('are refused with %s (SG-1)', (_, bytes) => {
    const outcome = decodeRights(bytes);
    expect(outcome.ok ? null : outcome.problem.kind).toBe('pack-damaged');
  });
});
