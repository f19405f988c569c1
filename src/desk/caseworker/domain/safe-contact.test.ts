import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_WAYS, type ContactWay, mayContact, noContact, type SafeContact } from './safe-contact.ts';

// A Sunday.
const NOW = { today: '2026-11-29', time: '10:00' };
const CARD: SafeContact = {
  ...noContact('client'),
  ways: ['call', 'text'],
  safeTimes: [{ days: ['SA', 'SU'], from: '09:00', to: '12:00' }],
  voicemail: true,
  says: { kind: 'something-else', words: 'the dentist' },
  reviewOn: '2026-12-06',
};

describe('safe contact (C7)', () => {
  it('C7 is do not contact until the client says otherwise', () => {
    expect(noContact('client')).toEqual({
      clientId: 'client',
      ways: [],
      safeTimes: [],
      voicemail: false,
      says: { kind: 'nothing' },
      whoElse: '',
      reviewOn: null,
    });
    for (const way of CONTACT_WAYS)
      expect(mayContact(noContact('client'), way, NOW)).toEqual({
        ok: false,
        problem: { kind: 'do-not-contact' },
      });
  });

  it('C7 says what a caller may do: leave a message, and who to say that they are', () => {
    const says = { kind: 'something-else', words: 'the dentist' };
    expect(mayContact(CARD, 'call', NOW)).toEqual({ ok: true, value: { voicemail: true, says } });
    // A text leaves no voicemail, whatever the card says.
    expect(mayContact(CARD, 'text', NOW)).toEqual({ ok: true, value: { voicemail: false, says } });
  });

  it.each([
    ['a way that was not named', CARD, 'email', NOW, 'not-in-this-way'],
    ['another day', CARD, 'call', { ...NOW, today: '2026-11-30' }, 'not-at-this-time'],
    ['a minute too early', CARD, 'call', { ...NOW, time: '08:59' }, 'not-at-this-time'],
    ['the minute of the end', CARD, 'call', { ...NOW, time: '12:00' }, 'not-at-this-time'],
    ['no times at all', { ...CARD, safeTimes: [] }, 'call', NOW, 'not-at-this-time'],
    ['a review that is over', { ...CARD, reviewOn: '2026-11-28' }, 'call', NOW, 'review-first'],
    ['no review date', { ...CARD, reviewOn: null }, 'call', NOW, 'review-first'],
    ['a review date that is none', { ...CARD, reviewOn: 'soon' }, 'call', NOW, 'review-first'],
  ] as const)('C7 refuses %s', (_, card, way, moment, kind) => {
    expect(mayContact(card, way, moment)).toMatchObject({ ok: false, problem: { kind } });
  });

  it('C7 a time that goes on after midnight belongs to the day on which it began', () => {
    const night = { ...CARD, safeTimes: [{ days: ['SA' as const], from: '22:00', to: '02:00' }] };
    const at = (today: string, time: string) => mayContact(night, 'call', { today, time }).ok;
    expect([at('2026-11-28', '23:30'), at('2026-11-29', '01:59')]).toEqual([true, true]);
    expect([at('2026-11-28', '01:00'), at('2026-11-29', '02:00'), at('2026-11-29', '23:00')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('C7 law: nothing is allowed that is not on the card', () => {
    const ways = fc.uniqueArray(fc.constantFrom(...CONTACT_WAYS));
    fc.assert(
      fc.property(ways, fc.constantFrom(...CONTACT_WAYS), (list, way: ContactWay) => {
        expect(mayContact({ ...CARD, ways: list }, way, NOW).ok).toBe(list.includes(way));
      }),
    );
  });
});
