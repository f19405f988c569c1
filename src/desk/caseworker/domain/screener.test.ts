import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListing } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { arbitraryProfile } from '../../../../tests/fixtures/arbitrary-profile.ts';
import { listingOf, statusYes } from '../../../../tests/fixtures/listing-of.ts';
import { EMPTY_PROFILE } from './profile.ts';
import { type Answers, answersFrom, type RuleId, rulesOf, screen } from './screener.ts';

const TODAY = '2026-11-29';
const NOTHING_ASKED = {
  id_required: { value: 'no' },
  police_report_required: { value: 'no' },
  referral_required: { value: 'no' },
  immigration_eligibility: statusYes('2026-11-01'),
};

describe('C8 the screener asks what the listing itself says', () => {
  test('C8 a service that asks for nothing is likely', () => {
    const rules = rulesOf(listingOf(NOTHING_ASKED), TODAY);
    expect(rules).toEqual({ rules: [], unsaid: [] });
    expect(screen(rules, {})).toEqual({ verdict: 'likely', because: [], unsaid: [] });
  });

  test('C8 what the listing does not say has to be asked: never likely', () => {
    const { id_required: _id, ...rest } = NOTHING_ASKED;
    const rules = rulesOf(listingOf(rest), TODAY);
    expect(screen(rules, {})).toEqual({ verdict: 'ask', because: [], unsaid: ['id'] });
  });

  test('C8 a rule that is not met is the reason for a no, and each is named', () => {
    const listing = listingOf({
      ...NOTHING_ASKED,
      minimum_age: 18,
      groups_served: ['women'],
      referral_required: { value: 'yes', by: 'first-responder-only' },
      required_documents: ['Proof of address'],
    });
    const rules = rulesOf(listing, TODAY);
    expect(rules.rules.map(({ id }) => id)).toEqual(['age', 'only-for', 'referral', 'documents']);
    const profile = { ...EMPTY_PROFILE, age: '16-17', gender: 'women' } as const;
    const answers = answersFrom(profile, listing, rules);
    expect(answers).toEqual({ age: 'no', 'only-for': 'yes', referral: 'unknown', documents: 'unknown' });
    expect(screen(rules, answers)).toMatchObject({ verdict: 'no', because: ['age'] });
    expect(screen(rules, { ...answers, age: 'yes' })).toMatchObject({
      verdict: 'ask',
      because: ['referral', 'documents'],
    });
    const met: Answers = { age: 'yes', 'only-for': 'yes', referral: 'yes', documents: 'yes' };
    expect(screen(rules, met).verdict).toBe('likely');
  });

  test('C8 a status that a service names is a rule, not a yes for all', () => {
    const listing = listingOf({
      ...NOTHING_ASKED,
      immigration_eligibility: {
        value: 'no',
        conditions: 'Only with a visa',
        accepted_statuses: ['visa'],
        evidence: [{ type: 'provider-call', checked_on: '2026-11-01' }],
      },
    });
    const rules = rulesOf(listing, TODAY);
    const answers = (closestStatus: 'visa' | 'undocumented') =>
      answersFrom({ ...EMPTY_PROFILE, closestStatus }, listing, rules);
    expect(answers('visa')).toEqual({ status: 'yes' });
    expect(answers('undocumented')).toEqual({ status: 'unknown' });
  });

  test('C8 for any listing and client: a no has its reason, and likely means that every rule is met', () => {
    const answer = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
    fc.assert(
      fc.property(arbitraryListing, arbitraryProfile, fc.infiniteStream(answer), (listing, profile, said) => {
        const rules = rulesOf(listing, TODAY);
        const given = Object.fromEntries(rules.rules.map(({ id }) => [id, said.next().value])) as Record<
          RuleId,
          'yes' | 'no' | 'unknown'
        >;
        for (const answers of [answersFrom(profile, listing, rules), given]) {
          const { verdict, because, unsaid } = screen(rules, answers);
          if (verdict === 'no') expect(because.every((id) => answers[id] === 'no')).toBe(true);
          if (verdict === 'no') expect(because.length).toBeGreaterThan(0);
          const areMet = rules.rules.every(({ id }) => answers[id] === 'yes') && unsaid.length === 0;
          expect(verdict === 'likely').toBe(areMet);
        }
      }),
      { numRuns: 300 },
    );
  });
});
