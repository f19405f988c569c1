import { expect, it } from 'vitest';
import { NO_CASES } from './caseload.ts';
import type { Cases } from './cases.ts';
import { casesOf } from './cases-of.ts';

const of = (clientId: string) => ({ id: `of-${clientId}`, clientId });
const CASES = {
  ...NO_CASES,
  clients: [{ id: 'real' }, { id: 'made', isPractice: true }, { id: 'older', isPractice: false }],
  referrals: [of('real'), of('made'), of('unreadable')],
  consents: [of('real'), of('made')],
  contacts: [of('made'), of('older')],
  signals: [{ listing_id: 'a' }],
  practiceSignals: [{ listing_id: 'made-up' }],
} as unknown as Cases;
const idsIn = ({ clients, referrals, consents, contacts, signals }: Cases) => [
  clients.map(({ id }) => id),
  [...referrals, ...consents, ...contacts].map(({ clientId }) => clientId),
  signals.map((signal) => signal.listing_id),
];

it('C15 the real work shows nobody who was made up, and loses nothing whose client cannot be read', () => {
  expect(idsIn(casesOf(CASES, false))).toEqual([
    ['real', 'older'],
    ['real', 'unreadable', 'real', 'older'],
    ['a'],
  ]);
});

it('C15 practice shows nobody who is real, and has signals of its own', () => {
  expect(idsIn(casesOf(CASES, true))).toEqual([['made'], ['made', 'made', 'made'], ['made-up']]);
});
