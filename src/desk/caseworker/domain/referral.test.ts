import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/dates.ts';
import { type Consent, withdrawConsent } from './consent.ts';
import {
  DECLINE_REASONS,
  dueReferrals,
  lookAgain,
  moveReferral,
  planReferral,
  REFERRAL_MOVES,
  REFERRAL_STATUSES,
  type Referral,
  type ReferralMove,
  type ReferralStatus,
  statusOf,
} from './referral.ts';

const DAY = '2026-11-29';
const CONSENT: Consent = {
  clientId: 'client',
  listingId: 'listing',
  items: ['needs'],
  how: 'spoken',
  from: DAY,
  until: '2026-12-29',
  withdrawnOn: null,
};

function planned(more: Partial<Referral> = {}): Referral {
  const outcome = planReferral({ id: 'a', clientId: 'client', listingId: 'listing' }, { on: DAY });
  if (!outcome.ok) throw new Error('tests: not planned');
  return { ...outcome.value, ...more };
}

const at = (status: ReferralStatus): Referral => planned({ history: [{ status, on: DAY }] });
const moveTo = (to: ReferralStatus): ReferralMove => {
  if (to === 'contacted') return { to, by: 'worker', consents: [CONSENT] };
  return to === 'declined' ? { to, reason: 'language' } : { to };
};

describe('a referral (C9)', () => {
  it('C9 goes the way of the field, and keeps its history', () => {
    const steps: [ReferralMove, string, string | null][] = [
      [{ to: 'contacted', by: 'together', consents: [CONSENT] }, '2026-11-30', '2026-12-02'],
      [{ to: 'waiting' }, '2026-12-02', '2026-12-20'],
      [{ to: 'declined', reason: 'immigration-status' }, '2026-12-20', null],
      [{ to: 'closed' }, '2026-12-21', null],
    ];
    let referral = planned();
    for (const [move, on, nextActionOn] of steps) {
      const outcome = moveReferral(referral, move, { on, nextActionOn });
      if (!outcome.ok) throw new Error(`tests: ${outcome.problem.kind}`);
      expect(outcome.value.nextActionOn).toBe(nextActionOn);
      referral = outcome.value;
    }
    expect(referral.history).toEqual([
      { status: 'planned', on: DAY },
      { status: 'contacted', on: '2026-11-30', by: 'together' },
      { status: 'waiting', on: '2026-12-02' },
      { status: 'declined', on: '2026-12-20', reason: 'immigration-status' },
      { status: 'closed', on: '2026-12-21' },
    ]);
  });

  it('C9 moves where the table says and nowhere else', () => {
    for (const from of REFERRAL_STATUSES)
      for (const to of REFERRAL_STATUSES) {
        const outcome = moveReferral(at(from), moveTo(to), { on: DAY });
        expect(outcome.ok, `${from} to ${to}`).toBe(REFERRAL_MOVES[from].includes(to));
        if (outcome.ok) expect(statusOf(outcome.value)).toBe(to);
        else expect(outcome.problem).toEqual({ kind: 'no-such-move', from, may: REFERRAL_MOVES[from] });
      }
  });

  it('C9 is accepted, waiting, full or declined only after the service was spoken to', () => {
    for (const status of ['accepted', 'waiting', 'full', 'declined'] as const)
      expect(REFERRAL_MOVES.planned).not.toContain(status);
  });

  it('C9 is never stuck: from everywhere it can be closed, and opened again', () => {
    const reach = (from: ReferralStatus, seen = new Set<ReferralStatus>()): Set<ReferralStatus> => {
      if (!seen.has(from)) {
        seen.add(from);
        for (const to of REFERRAL_MOVES[from]) reach(to, seen);
      }
      return seen;
    };
    for (const from of REFERRAL_STATUSES)
      expect([...reach(from)].sort()).toEqual([...REFERRAL_STATUSES].sort());
  });

  it.each([
    ['no consent', [], 'no-consent'],
    ['consent for another service', [{ ...CONSENT, listingId: 'other' }], 'no-consent'],
    ['another client’s consent', [{ ...CONSENT, clientId: 'other' }], 'no-consent'],
    ['a consent that has ended', [{ ...CONSENT, until: '2026-11-28' }], 'consent-has-ended'],
    ['a withdrawn consent', [withdrawConsent(CONSENT, DAY)], 'consent-withdrawn'],
  ])('C6 no worker contacts a service with %s', (_, consents, kind) => {
    for (const by of ['worker', 'together'] as const)
      expect(moveReferral(planned(), { to: 'contacted', by, consents }, { on: DAY })).toMatchObject({
        ok: false,
        problem: { kind },
      });
  });

  it('C6 what the client does herself needs nobody’s consent', () => {
    expect(moveReferral(planned(), { to: 'contacted', by: 'client' }, { on: DAY }).ok).toBe(true);
  });

  it.each([
    [{ on: '2026-11-28' }, { kind: 'before-the-last-step', last: DAY }],
    [{ on: 'today' }, { kind: 'not-a-day' }],
    [{ on: DAY, nextActionOn: '2026-02-30' }, { kind: 'not-a-day' }],
  ])('C9 refuses %j', (when, problem) => {
    expect(moveReferral(planned(), { to: 'closed' }, when)).toEqual({ ok: false, problem });
  });

  it('C9 a day that is none is not planned', () => {
    const about = { id: 'a', clientId: 'client', listingId: 'listing' };
    expect(planReferral(about, { on: 'today' })).toEqual({ ok: false, problem: { kind: 'not-a-day' } });
    expect(planReferral(about, { on: DAY, nextActionOn: '' }).ok).toBe(false);
  });

  it('C9 closed has nothing left to do', () => {
    const outcome = moveReferral(planned(), { to: 'closed' }, { on: DAY, nextActionOn: '2026-12-24' });
    expect(outcome).toMatchObject({ ok: true, value: { nextActionOn: null } });
  });

  it('C9 is looked at again on another day, without a step; a closed one is not', () => {
    const later = lookAgain(planned(), '2026-12-24');
    expect(later).toEqual({ ok: true, value: planned({ nextActionOn: '2026-12-24' }) });
    expect(lookAgain(planned({ nextActionOn: DAY }), null)).toEqual({ ok: true, value: planned() });
    expect(lookAgain(planned(), '2026-02-30')).toEqual({ ok: false, problem: { kind: 'not-a-day' } });
    expect(lookAgain(at('closed'), DAY)).toMatchObject({ ok: false, problem: { kind: 'no-such-move' } });
  });

  it('C9 shows what is due, the longest overdue first, in the same order whatever came in', () => {
    const list = ['2026-11-29', '2026-11-01', null, '2026-11-30', '2026-11-01'].map((nextActionOn, index) =>
      planned({ id: String(index), nextActionOn }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(dueReferrals(shuffled, DAY).map(({ id }) => id)).toEqual(['1', '4', '0']);
      }),
    );
  });

  it('C9 law: whatever is tried, history only grows, its days only rise, and a decline has its reason', () => {
    const tried = fc.record({
      to: fc.constantFrom(...REFERRAL_STATUSES),
      reason: fc.constantFrom(...DECLINE_REASONS),
      days: fc.integer({ min: -2, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 12 }), (moves) => {
        let referral = planned();
        let day = DAY;
        for (const { to, reason, days } of moves) {
          day = addDays(day, days);
          const move = to === 'declined' ? { to, reason } : moveTo(to);
          const outcome = moveReferral(referral, move, { on: day });
          if (!outcome.ok) continue;
          expect(outcome.value.history.slice(0, -1)).toEqual(referral.history);
          referral = outcome.value;
        }
        const daysOf = referral.history.map(({ on }) => on);
        expect(daysOf).toEqual([...daysOf].sort());
        for (const step of referral.history) expect('reason' in step).toBe(step.status === 'declined');
      }),
    );
  });
});
