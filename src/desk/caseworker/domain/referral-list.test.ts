import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERRAL_STATUSES, type Referral, statusOf } from './referral.ts';
import { boardOf, byNextAction, currentReferral, isOverdue } from './referral-list.ts';

const TODAY = '2026-11-29';
const referrals = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    clientId: fc.constantFrom('one', 'other'),
    listingId: fc.constant('listing'),
    history: fc.tuple(fc.record({ status: fc.constantFrom(...REFERRAL_STATUSES), on: fc.constant(TODAY) })),
    nextActionOn: fc.constantFrom(null, '2026-11-01', TODAY, '2026-12-24'),
  }),
  { selector: ({ id }) => id },
);
const of = (id: string, nextActionOn: string | null): Referral => ({
  id,
  clientId: 'client',
  listingId: 'listing',
  history: [{ status: 'planned', on: TODAY }],
  nextActionOn,
});

describe('the log of referrals (C9)', () => {
  it('C9 shows the longest overdue first, and what has no day last', () => {
    const list = [of('a', null), of('b', '2026-12-24'), of('c', '2026-11-01'), of('d', '2026-11-01')];
    expect(byNextAction(list).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
    expect(byNextAction(list, 'descending').map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });

  it('C9 what is for today is not overdue yet', () => {
    expect(
      [of('a', '2026-11-28'), of('b', TODAY), of('c', null)].map((one) => isOverdue(one, TODAY)),
    ).toEqual([true, false, false]);
  });

  it('C9 goes on with the one that is open, and with the latest of those that are closed', () => {
    const step = (id: string, status: 'planned' | 'waiting' | 'closed', on: string): Referral => ({
      ...of(id, null),
      history: [{ status, on }],
    });
    const about = { clientId: 'client', listingId: 'listing' };
    const closed = [step('a', 'closed', '2026-11-02'), step('b', 'closed', '2026-11-20')];
    expect(currentReferral(closed, about)?.id).toBe('b');
    expect(currentReferral([...closed, step('c', 'waiting', '2026-10-01')], about)?.id).toBe('c');
    expect(currentReferral(closed, { ...about, clientId: 'other' })).toBeNull();
  });

  it('C9 law: board and list hold the same referrals, each once and under its status', () => {
    fc.assert(
      fc.property(referrals, (list) => {
        const board = boardOf(list);
        expect(board.map(({ status }) => status)).toEqual(REFERRAL_STATUSES);
        for (const { status, referrals: held } of board)
          for (const one of held) expect(statusOf(one)).toBe(status);
        const ids = (all: readonly Referral[]) => all.map(({ id }) => id).sort();
        expect(ids(board.flatMap((column) => column.referrals))).toEqual(ids(list));
        expect(ids(byNextAction(list))).toEqual(ids(list));
      }),
    );
  });
});
