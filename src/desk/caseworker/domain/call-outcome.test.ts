import { describe, expect, it } from 'vitest';
import { type CallOutcome, outcomesFrom, recordOutcome } from './call-outcome.ts';
import type { Consent } from './consent.ts';
import { REFERRAL_STATUSES, type Referral, type ReferralStatus, statusOf } from './referral.ts';

const DAY = '2026-11-29';
const ABOUT = { id: 'a', clientId: 'client', listingId: 'listing' };
const CONSENT: Consent = {
  clientId: 'client',
  listingId: 'listing',
  items: ['needs'],
  how: 'spoken',
  from: DAY,
  until: '2026-12-29',
  withdrawnOn: null,
};
const at = (status: ReferralStatus): Referral => ({
  ...ABOUT,
  history: [{ status, on: DAY }],
  nextActionOn: null,
});
const call = { consents: [CONSENT], on: DAY };

describe('what a call together comes to (C6, C9)', () => {
  it('C6 a first call is planned, made and has an outcome, each a step of its own', () => {
    const outcome = recordOutcome(null, ABOUT, { to: 'waiting' }, { ...call, nextActionOn: '2026-12-06' });
    expect(outcome).toEqual({
      ok: true,
      value: {
        ...ABOUT,
        history: [
          { status: 'planned', on: DAY },
          { status: 'contacted', on: DAY, by: 'together' },
          { status: 'waiting', on: DAY },
        ],
        nextActionOn: '2026-12-06',
      },
    });
  });

  it('C6 every outcome that is offered can be recorded, from everywhere, and no other', () => {
    for (const from of [null, ...REFERRAL_STATUSES]) {
      const referral = from && at(from);
      for (const to of REFERRAL_STATUSES.slice(1) as CallOutcome[]) {
        const outcome = recordOutcome(referral, ABOUT, { to }, call);
        const isOffered = outcomesFrom(referral).includes(to);
        if (isOffered) expect(outcome.ok && statusOf(outcome.value), `${from} to ${to}`).toBe(to);
        else expect(outcome.ok, `${from} to ${to}`).toBe(false);
      }
    }
  });

  it('C6 after a first call there is an answer to choose, and planning is none', () => {
    expect(outcomesFrom(null)).toEqual([
      'contacted',
      'accepted',
      'waiting',
      'full',
      'declined',
      'client-chose-not-to',
      'closed',
    ]);
  });

  it('C6 a call is a step even where the outcome could be set without one', () => {
    const outcome = recordOutcome(at('waiting'), ABOUT, { to: 'accepted' }, call);
    expect(outcome.ok && outcome.value.history.map(({ status }) => status)).toEqual([
      'waiting',
      'contacted',
      'accepted',
    ]);
  });

  it('C6 a client who chooses not to was not called about', () => {
    const outcome = recordOutcome(null, ABOUT, { to: 'client-chose-not-to' }, { on: DAY, consents: [] });
    expect(outcome.ok && outcome.value.history.map(({ status }) => status)).toEqual([
      'planned',
      'client-chose-not-to',
    ]);
  });

  it.each([
    ['none', [], 'no-consent'],
    ['one that has ended', [{ ...CONSENT, until: '2026-11-28' }], 'consent-has-ended'],
    ['one that was taken back', [{ ...CONSENT, withdrawnOn: DAY }], 'consent-withdrawn'],
  ])('C6 with %s no call is recorded', (_, consents, kind) => {
    for (const to of ['contacted', 'waiting', 'declined'] as const)
      expect(recordOutcome(null, ABOUT, { to }, { on: DAY, consents })).toMatchObject({
        ok: false,
        problem: { kind },
      });
  });

  it('C6 a decline keeps the reason that was given, and says so where none was', () => {
    const said = recordOutcome(null, ABOUT, { to: 'declined', reason: 'language' }, call);
    const unsaid = recordOutcome(null, ABOUT, { to: 'declined' }, call);
    expect(said.ok && said.value.history.at(-1)).toMatchObject({ reason: 'language' });
    expect(unsaid.ok && unsaid.value.history.at(-1)).toMatchObject({ reason: 'not-said' });
  });
});
