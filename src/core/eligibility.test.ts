import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { groupOfClaim, hasConditions, statusGroupOn } from './eligibility.ts';

const TODAY = '2026-11-21';
const evidence = [{ type: 'provider-call', checked_on: '2026-11-01' }];
const groupOf = (immigration_eligibility: object, today = TODAY) =>
  statusGroupOn(listingOf({ immigration_eligibility }).immigration_eligibility, today);

describe('"will they help me, whatever my immigration status?" (ST-12, settled 16)', () => {
  it.each<[string, string, object]>([
    ['confirmed', 'a yes that was checked', statusYes('2026-11-01')],
    ['confirmed', 'a yes that takes any status', statusYes('2026-11-01', { accepted_statuses: ['any'] })],
    ['ask', 'nothing said', { value: 'unknown' }],
    ['ask', 'nothing said, with conditions beside it', { value: 'unknown', conditions: 'Only with a visa' }],
    ['ask', 'a yes from 366 days ago', statusYes('2025-11-20')],
    ['confirmed', 'a yes from 365 days ago', statusYes('2025-11-21')],
    ['ask', 'a yes that another source denies', statusYes('2026-11-01', { disputed: true })],
    [
      'ask',
      'a yes from an old page',
      {
        value: 'yes',
        evidence: [{ type: 'provider-web', checked_on: null, read_on: TODAY, source_dated: '2020-01-01' }],
      },
    ],
    ['ask', 'words about migrants that are no answer', { value: 'unknown', says: 'We welcome refugees.' }],
    ['conditional', 'a no with its conditions', { value: 'no', evidence, conditions: 'Only with a visa' }],
    [
      'conditional',
      'a no with the statuses it takes',
      { value: 'no', evidence, accepted_statuses: ['visa'] },
    ],
    ['refuses', 'a plain no', { value: 'no', evidence }],
    [
      'refuses',
      'a no that takes an empty list of statuses',
      { value: 'no', evidence, accepted_statuses: [] },
    ],
    [
      'ask',
      'a no from long ago: it may have changed',
      { value: 'no', evidence: [{ type: 'law', checked_on: '2024-01-01' }] },
    ],
    [
      'ask',
      'a no with conditions from long ago',
      { value: 'no', conditions: 'Only with a visa', evidence: [{ type: 'law', checked_on: '2024-01-01' }] },
    ],
  ])('%s: %s', (group, _, eligibility) => {
    expect(groupOf(eligibility)).toBe(group);
  });

  it('needs a yes: conditions alone never make one', () => {
    for (const isConditional of [true, false]) {
      expect(groupOfClaim({ value: 'unknown' }, isConditional)).toBe('ask');
      expect(groupOfClaim({ value: 'yes' }, false)).toBe('confirmed');
    }
    expect(hasConditions({ value: 'no', conditions: '' })).toBe(false);
  });
});
