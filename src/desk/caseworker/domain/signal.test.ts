import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { addDays } from '../../../core/dates.ts';
import { clientCode } from './client-code.ts';
import { DECLINE_REASONS, REFERRAL_STATUSES, type Referral } from './referral.ts';
import {
  addSignal,
  type ListingSignal,
  listingSignal,
  SIGNAL_KINDS,
  type SignalKind,
  signalFile,
  signalOfStep,
} from './signal.ts';

const LISTING = '00000000-0000-4000-8000-000000000001';
const MONDAY = '2026-11-23';

describe('a signal about a listing (C10)', () => {
  it.each([
    ['full', undefined, 'full'],
    ['declined', 'language', 'refused-on-language'],
    ['declined', 'immigration-status', 'refused-on-status'],
    ['declined', 'age', null],
    ['declined', 'not-said', null],
    ['accepted', undefined, null],
    ['client-chose-not-to', undefined, null],
    ['waiting', undefined, null],
  ] as const)('C10 %s because of %s tells %s', (status, reason, expected) => {
    expect(signalOfStep(reason ? { status, reason } : { status })).toBe(expected);
  });

  it('C10 knows its week and not its day', () => {
    for (let day = 0; day < 7; day++)
      expect(listingSignal(LISTING, 'full', addDays(MONDAY, day))).toEqual({
        listing_id: LISTING,
        signal: 'full',
        week_of: MONDAY,
      });
    expect(listingSignal(LISTING, 'full', '2027-01-01').week_of).toBe('2026-12-28');
  });

  it('C10 has three fields and no other, by its type', () => {
    expectTypeOf<keyof ListingSignal>().toEqualTypeOf<'listing_id' | 'signal' | 'week_of'>();
    expectTypeOf(listingSignal).parameters.toEqualTypeOf<[string, SignalKind, string]>();
    expectTypeOf<Extract<keyof Referral, keyof ListingSignal>>().toEqualTypeOf<never>();
  });

  it('C10 law: nothing of a client is in the file, whatever the referral holds and whoever puts it in', () => {
    const secret = fc.stringMatching(/^[a-z]{12,20}$/);
    const step = fc.record({
      status: fc.constantFrom(...REFERRAL_STATUSES),
      reason: fc.constantFrom(...DECLINE_REASONS),
      by: fc.constantFrom('client', 'worker'),
      note: secret,
    });
    fc.assert(
      fc.property(secret, secret, step, fc.integer({ min: 0, max: 999 }), (id, clientId, one, days) => {
        const on = addDays(MONDAY, days);
        const code = clientCode(new Uint8Array(6).fill(days % 256), 'en', []);
        const kind = signalOfStep(one);
        if (kind === null || !code.ok) return;
        // As careless as can be: everything that there is, spread over a signal.
        const careless = { id, clientId, code, ...one, on, ...listingSignal(LISTING, kind, on) };
        const file = signalFile(addSignal([], careless));
        for (const word of [id, clientId, one.note, code.value.words, code.value.shape, 'clientId', 'by'])
          expect(file).not.toContain(word);
        const { signals } = JSON.parse(file) as { signals: ListingSignal[] };
        expect(signals).toEqual([listingSignal(LISTING, kind, on)]);
        if (new Date(`${on}T00:00:00Z`).getUTCDay() !== 1) expect(file).not.toContain(on);
      }),
    );
  });

  it('C10 a week written by hand is made a Monday in the file too', () => {
    expect(signalFile([{ listing_id: LISTING, signal: 'full', week_of: '2026-11-25' }])).toContain(MONDAY);
  });

  it('C10 cannot be counted: two clients who met the same are one signal, and the order is not that of events', () => {
    const some = fc.array(
      fc.record({
        listing_id: fc.constantFrom('a', 'b', 'c'),
        signal: fc.constantFrom(...SIGNAL_KINDS),
        week_of: fc.constantFrom(MONDAY, '2026-11-16'),
      }),
    );
    const outboxOf = (list: readonly ListingSignal[]) =>
      list.reduce<readonly ListingSignal[]>((outbox, one) => addSignal(outbox, one), []);
    fc.assert(
      fc.property(some, (list) => {
        const outbox = outboxOf(list);
        expect(outboxOf([...list, ...list].reverse())).toEqual(outbox);
        expect(new Set(outbox.map((one) => JSON.stringify(one))).size).toBe(outbox.length);
        expect(signalFile([...list, ...list])).toBe(signalFile(list));
      }),
    );
  });
});
