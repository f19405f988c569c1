import { describe, expect, it } from 'vitest';
import { parseRevoked } from './revoked.ts';

const one = { service_id: '00000000-0000-4000-8000-000000000001', from: '2026-11-20', reason: 'unsafe' };
const other = { service_id: '00000000-0000-4000-8000-000000000000', from: '2026-11-22', reason: 'closed' };
const TODAY = '2026-11-22';

describe('the list of withdrawn listings (SG-7)', () => {
  it('is read in the order of ids, so that the same list gives the same bytes', () => {
    expect(parseRevoked([one, other], TODAY)).toEqual({ ok: true, value: [other, one] });
    expect(parseRevoked([other, one], TODAY)).toEqual({ ok: true, value: [other, one] });
  });

  it.each([
    ['no list', { revoked: [] }, '(file)'],
    ['an id that is none', [{ ...one, service_id: 'Harbour House' }], '0.service_id'],
    ['a day that is none', [{ ...one, from: '2026-02-30' }], '0.from'],
    ['a day to come', [{ ...one, from: '2026-11-23' }], '0.from'],
    [
      'a reason in words, which could hold what must not be told',
      [{ ...one, reason: 'he found her' }],
      '0.reason',
    ],
    ['a field that nobody knows', [{ ...one, note: 'x' }], '0.note'],
    ['the same listing twice', [one, other, one], '2.service_id'],
  ])('with %s is refused, with its place', (_, input, field) => {
    const read = parseRevoked(input, TODAY);
    expect(read.ok ? [] : read.problem.map((problem) => problem.field)).toEqual([field]);
  });
});
