import { describe, expect, it } from 'vitest';
import { factsToSay, MOST_FACTS, numbersToCall, SCRIPT_PARTS } from './call-script.ts';
import { CONSENT_ITEMS } from './consent.ts';
import { EMPTY_PROFILE, type Profile } from './profile.ts';

const PROFILE: Profile = {
  ...EMPTY_PROFILE,
  needs: ['home.safe-house'] as unknown as Profile['needs'],
  languages: ['es'],
  age: '18-25',
};

describe('the script of a call together (C6)', () => {
  it('C6 goes from who calls to the next step', () => {
    expect(SCRIPT_PARTS).toEqual(['introduce', 'why', 'facts', 'questions', 'next']);
  });

  it('C6 says two facts at most, of those that were agreed and chosen', () => {
    expect(factsToSay(['needs', 'languages', 'age-band'], [...CONSENT_ITEMS], PROFILE)).toEqual([
      { item: 'needs', codes: ['home.safe-house'] },
      { item: 'languages', codes: ['es'] },
    ]);
    expect(factsToSay(CONSENT_ITEMS, ['age-band'], PROFILE)).toEqual([
      { item: 'age-band', codes: ['18-25'] },
    ]);
  });

  it('C6 never says what was not agreed, whatever is chosen and known', () => {
    for (const item of CONSENT_ITEMS) {
      const others = CONSENT_ITEMS.filter((one) => one !== item);
      const said = factsToSay(others, [item], PROFILE);
      expect(said).toEqual([]);
      expect(factsToSay([item], [...CONSENT_ITEMS], PROFILE)).toHaveLength(1);
    }
    expect(factsToSay([], [...CONSENT_ITEMS], PROFILE)).toEqual([]);
    expect(MOST_FACTS).toBe(2);
  });

  it('C6 leaves to the worker what the desk has no field for', () => {
    expect(factsToSay(['a-name-to-use', 'immigration-status'], [...CONSENT_ITEMS], PROFILE)).toEqual([
      { item: 'a-name-to-use', codes: [] },
      { item: 'immigration-status', codes: [] },
    ]);
  });
});

describe('the numbers of a call (C6)', () => {
  const base = { cost: 'unknown', on_phone_bill: 'unknown' } as const;

  it('C6 are grouped for reading out', () => {
    const shown = numbersToCall([
      { type: 'phone', value: '+12125550100', ...base },
      { type: 'phone', value: '+442079460123', display: '020 7946 0123', ...base },
      { type: 'phone', value: { code: '116', country: 'KE' }, ...base },
      { type: 'phone', value: '+9995550100', ...base },
    ]).map((one) => one.shown);
    expect(shown).toEqual(['+1 212 555 0100', '020 7946 0123', '116', '+999 555 010 0']);
  });

  it('C6 are those that ring: no text line, no page, and no link to a number at a premium rate', () => {
    const numbers = numbersToCall([
      { type: 'sms', value: '+12125550100', ...base },
      { type: 'web', value: 'https://example.org', ...base },
      { type: 'phone', value: '+19005550100', ...base },
      { type: 'relay', value: { code: '711', country: 'US' }, ...base },
    ]);
    expect(numbers.map(({ type, href, insideCountry }) => [type, href, insideCountry])).toEqual([
      ['phone', null, null],
      ['relay', 'tel:711', 'US'],
    ]);
  });
});
