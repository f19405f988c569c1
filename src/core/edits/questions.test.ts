import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { callScript } from './call-script.ts';
import type { Check, CheckAnswer } from './edit.ts';
import { impliedBy } from './implied.ts';
import { nextQuestion, questionsOf } from './questions.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const PHONE = { type: 'phone', value: '+442079460123' };
const NUMBER = 'channels.phone:+442079460123';
const MAIL = 'channels.email:help@example.org';

let made = 0;
function checkOf(listingId: string, field: string, answer: CheckAnswer, at: string): Check {
  made++;
  return { id: `check-${made}`, listingId, field, answer, at };
}

describe('which question a listing asks next (V1)', () => {
  const old = listingOf({
    channels: [PHONE],
    verification: { state: 'confirmed', checked_on: '2026-01-01' },
    cost: { value: 'free' },
    immigration_eligibility: statusYes('2026-11-01'),
    status_check: statusYes('2026-11-01'),
    shares_with_immigration_authorities: statusYes('2026-11-01'),
  });
  const asked = (listing = old, more: Partial<Parameters<typeof questionsOf>[1]> = {}) =>
    questionsOf(listing, { checkedFields: {}, checks: [], now: NOW, ...more }).map(({ field }) => field);

  it('is of what is stale, with its value, its age and what may be answered', () => {
    const fields = { cost: '2025-11-21' };
    const [question] = questionsOf(old, { checkedFields: fields, checks: [], now: NOW });
    expect(question).toMatchObject({
      field: 'cost',
      value: { value: 'free' },
      input: { kind: 'choice', codes: ['free', 'low-cost', 'paid', 'unknown'] },
      checkedOn: '2025-11-21',
      freshness: 'old',
    });
  });

  it('begins with the number, as nothing else matters where nobody answers', () => {
    expect(asked()[0]).toBe(NUMBER);
  });

  it('is none of what was found right within its interval, whatever the rest', () => {
    expect(asked(old, { checkedFields: { [NUMBER]: '2026-11-01' } })).not.toContain(NUMBER);
    expect(asked(listingOf({ immigration_eligibility: statusYes('2026-11-01') }))).not.toContain('hours');
  });

  it('is of each claim that says nothing, or nothing any more, however fresh the listing', () => {
    const lapsed = listingOf({ status_check: statusYes('2025-01-01') });
    expect(asked(lapsed)).toEqual([
      'immigration_eligibility',
      'status_check',
      'shares_with_immigration_authorities',
    ]);
  });

  it('is first whether there is space, where there are beds and no answer holds', () => {
    const shelter = (as_of: string) =>
      listingOf({ needs: ['home.emergency'], availability: { value: 'space', as_of, valid_hours: 24 } });
    expect(
      nextQuestion(shelter('2026-11-20T11:00:00Z'), { checkedFields: {}, checks: [], now: NOW }),
    ).toMatchObject({
      field: 'availability',
      value: null,
      input: { codes: ['space', 'waiting-list', 'full', 'unknown'] },
    });
    expect(asked(shelter('2026-11-20T13:00:00Z'))).not.toContain('availability');
    expect(asked(listingOf({ needs: ['law.advice'] }))).not.toContain('availability');
  });

  it.each([
    ['cannot-tell', ['2026-11-15T12:00:00Z'], true],
    ['cannot-tell', ['2026-11-14T11:00:00Z'], false],
    ['cannot-tell', ['2026-10-01T12:00:00Z', '2026-11-08T12:00:00Z'], true],
    ['skipped', ['2026-11-21T11:00:00Z'], true],
    ['skipped', ['2026-11-20T11:00:00Z'], false],
    ['no-answer', ['2026-11-21T09:00:00Z'], true],
    ['no-answer', ['2026-11-21T07:00:00Z'], false],
  ] as const)('waits after %s at %j: %s', (answer, instants, waits) => {
    const checks = instants.map((at) => checkOf(old.id, NUMBER, answer, at));
    expect(asked(old, { checks }).includes(NUMBER)).toBe(!waits);
  });
});

describe('an answer proves more than was asked (V2)', () => {
  const listing = listingOf({ channels: [PHONE, { type: 'email', value: 'help@example.org' }] });
  const implied = (answered: Partial<Parameters<typeof impliedBy>[1]>, of = listing) =>
    impliedBy(of, { field: 'hours', answer: 'still-right', method: 'called-published-number', ...answered });

  it('who picked up proves the number, also where the answer was another or none', () => {
    expect(implied({})).toEqual([NUMBER, 'status']);
    expect(implied({ answer: 'changed' })).toEqual([NUMBER, 'status']);
    expect(implied({ answer: 'cannot-tell' })).toEqual([NUMBER, 'status']);
  });

  it('nobody who picked up proves nothing', () => {
    expect(implied({ answer: 'no-answer' })).toEqual([]);
    expect(implied({ answer: 'skipped' })).toEqual([]);
    expect(implied({ method: undefined })).toEqual([]);
    expect(implied({ method: 'called-independent-contact' })).toEqual([]);
  });

  it('of several numbers it is the one that was called', () => {
    const two = listingOf({ channels: [PHONE, { ...PHONE, value: '+442079460124' }] });
    expect(implied({}, two)).toEqual([]);
    expect(implied({ called: 'channels.phone:+442079460124' }, two)).toContain(
      'channels.phone:+442079460124',
    );
  });

  it('a visit proves a place that is public, and no other', () => {
    expect(implied({ method: 'met-in-person' })).toEqual(['status']);
    const office = {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'x',
      location_type: 'physical',
      name: 'Office',
    };
    expect(implied({ method: 'met-in-person' }, listingOf({ locations: [office] }))).toEqual([
      'status',
      'locations',
    ]);
  });
});

describe('the script of a call (V3)', () => {
  const scriptOf = (fields: Record<string, unknown>) => {
    const listing = listingOf({
      channels: [PHONE, { type: 'email', value: 'help@example.org' }],
      verification: { state: 'confirmed', checked_on: '2025-01-01' },
      ...fields,
    });
    return callScript(listing, questionsOf(listing, { checkedFields: {}, checks: [], now: NOW }));
  };

  it('greets, asks for time, asks what is stale and thanks, and never asks for the number that is called', () => {
    const { steps, numbers } = scriptOf({});
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['introduce', 'ask-for-time', 'question']);
    expect(kinds.slice(-2)).toEqual(['anything-else', 'thanks']);
    expect(kinds.filter((kind) => kind === 'question')).toHaveLength(7);
    const fields = steps.flatMap((step) => (step.kind === 'question' ? [step.question.field] : []));
    expect(fields).toContain(MAIL);
    expect(fields).not.toContain(NUMBER);
    expect(numbers).toEqual([NUMBER]);
  });

  it.each([
    [{ needs: ['home.refuge'] }],
    [{ name: 'Lantern Safe House' }],
    [{ confidentiality_note: 'Do not say who calls.' }],
    [{ needs: ['home.emergency'], locations: [{ visibility: 'none', location_type: 'redacted' }] }],
  ])('finds out first who picks up where that must not be known: %j', (fields) => {
    const { isDiscreet, steps } = scriptOf(fields);
    expect(isDiscreet).toBe(true);
    expect(steps[0]?.kind).toBe('find-out-who');
    expect(scriptOf({}).isDiscreet).toBe(false);
  });
});
