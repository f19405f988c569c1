import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/dates.ts';
import {
  CONSENT_ITEMS,
  type Consent,
  type ConsentDraft,
  giveConsent,
  MOST_DAYS,
  mayBeSaid,
  usualEnd,
  withdrawConsent,
} from './consent.ts';

const TODAY = '2026-11-29';
const DRAFT: ConsentDraft = {
  clientId: 'client',
  listingId: 'listing',
  items: ['needs', 'languages'],
  how: 'spoken',
  until: '2026-12-29',
  clientAgreed: true,
};
const about = { clientId: 'client', listingId: 'listing' };

function given(more: Partial<ConsentDraft> = {}): Consent {
  const outcome = giveConsent({ ...DRAFT, ...more }, TODAY);
  if (!outcome.ok) throw new Error(`tests: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

describe('consent (C6)', () => {
  it('C6 names what, to whom and until when', () => {
    expect(given()).toEqual({
      clientId: 'client',
      listingId: 'listing',
      items: ['needs', 'languages'],
      how: 'spoken',
      from: TODAY,
      until: '2026-12-29',
      withdrawnOn: null,
    });
  });

  it.each([
    [{ clientAgreed: false }, [{ kind: 'client-has-not-agreed' }]],
    [{ items: [] }, [{ kind: 'nothing-to-say' }]],
    [{ until: '' }, [{ kind: 'no-end-date' }]],
    [{ until: '2027-02-30' }, [{ kind: 'no-end-date' }]],
    [{ until: '2026-11-28' }, [{ kind: 'ends-before-it-begins' }]],
    [{ until: addDays(TODAY, MOST_DAYS + 1) }, [{ kind: 'ends-too-late', latest: '2027-11-29' }]],
    [
      { clientAgreed: false, items: [], until: '' },
      ['client-has-not-agreed', 'nothing-to-say', 'no-end-date'].map((kind) => ({ kind })),
    ],
  ])('C6 %j is none', (more, problem) => {
    expect(giveConsent({ ...DRAFT, ...more }, TODAY)).toEqual({ ok: false, problem });
  });

  it('C6 a form suggests an end within the month, which is always allowed', () => {
    expect(usualEnd(TODAY)).toBe('2026-12-29');
    expect(giveConsent({ ...DRAFT, until: usualEnd(TODAY) }, TODAY).ok).toBe(true);
  });

  it('C6 for today alone is one', () => {
    expect(given({ until: TODAY }).until).toBe(TODAY);
  });

  it.each([
    ['none', [], 'no-consent'],
    ['another client’s', [given({ clientId: 'other' })], 'no-consent'],
    ['one for another service', [given({ listingId: 'other' })], 'no-consent'],
    ['one that was withdrawn', [withdrawConsent(given(), TODAY)], 'consent-withdrawn'],
    ['one of a day that is none', [{ ...given(), until: 'later' }], 'consent-has-ended'],
  ])('C6 with %s nothing may be said', (_, consents, kind) => {
    const outcome = mayBeSaid(consents, about, TODAY);
    expect(outcome).toMatchObject({ ok: false, problem: { kind } });
  });

  it('C6 holds from its first day to its last', () => {
    const days = ['2026-11-28', TODAY, '2026-12-29', '2026-12-30'];
    expect(days.map((day) => mayBeSaid([given()], about, day))).toEqual([
      { ok: false, problem: { kind: 'consent-has-not-begun', from: TODAY } },
      { ok: true, value: ['needs', 'languages'] },
      { ok: true, value: ['needs', 'languages'] },
      { ok: false, problem: { kind: 'consent-has-ended', until: '2026-12-29' } },
    ]);
  });

  it('C6 of two that hold, what either allows may be said; one withdrawn takes nothing from the other', () => {
    const more = given({ items: ['how-to-reach'] });
    expect(mayBeSaid([given(), more], about, TODAY)).toEqual({
      ok: true,
      value: ['how-to-reach', 'needs', 'languages'],
    });
    expect(mayBeSaid([withdrawConsent(given(), TODAY), more], about, TODAY)).toEqual({
      ok: true,
      value: ['how-to-reach'],
    });
  });

  it('C6 law: nothing may be said on a day after the end, before the beginning, or that was not agreed', () => {
    const items = fc.uniqueArray(fc.constantFrom(...CONSENT_ITEMS), { minLength: 1 });
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: 0, max: MOST_DAYS }),
        fc.integer({ min: -5, max: 400 }),
        (list, length, at) => {
          const consent = given({ items: list, until: addDays(TODAY, length) });
          const outcome = mayBeSaid([consent], about, addDays(TODAY, at));
          expect(outcome.ok).toBe(at >= 0 && at <= length);
          if (outcome.ok) expect([...outcome.value].sort()).toEqual([...list].sort());
          expect(mayBeSaid([withdrawConsent(consent, TODAY)], about, addDays(TODAY, at)).ok).toBe(false);
        },
      ),
    );
  });
});
