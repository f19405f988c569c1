import { expect, it } from 'vitest';
import type { KeptEdit } from '../../../../core/desk-api.ts';
import { inReviewOrder } from './review-order.ts';

const edit = (name: string, madeAt: string, more: Partial<KeptEdit> = {}) =>
  ({ hash: name, madeAt, isRisky: false, cannotDecide: null, ...more }) as unknown as KeptEdit;

it('what may harm comes first, then what has waited longest, one’s own last (V10)', () => {
  const edits = [
    edit('typo today', '2026-11-29T10:00:00Z'),
    edit('own phone', '2026-11-20T10:00:00Z', { isRisky: true, cannotDecide: 'own-edit' }),
    edit('phone today', '2026-11-29T09:00:00Z', { isRisky: true }),
    edit('typo last week', '2026-11-22T10:00:00Z'),
    edit('phone yesterday', '2026-11-28T10:00:00Z', { isRisky: true }),
  ];
  const expected = ['phone yesterday', 'phone today', 'typo last week', 'typo today', 'own phone'];
  expect(inReviewOrder(edits).map(({ hash }) => hash)).toEqual(expected);
  expect(inReviewOrder(edits.toReversed()).map(({ hash }) => hash)).toEqual(expected);
});
