import { expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { applyChanges, changesBetween } from '../../../../core/edits/changes.ts';
import { revertChanges } from './revert-changes.ts';

const phone = (value: string) => ({ type: 'phone', value, cost: 'free', on_phone_bill: 'unknown' }) as const;
const first = listingOf({ description: 'Advice.', channels: [phone('+442079460000')] });
const second = { ...first, description: 'Advice and tea.', channels: [phone('+442079460001')] };
const third = { ...second, description: 'Advice, tea and cake.' };

it('a step is taken back as a new change, from what is said now (V11)', () => {
  const back = revertChanges(third, changesBetween(first, second));
  expect(back.find(({ field }) => field === 'description')).toEqual({
    field: 'description',
    before: 'Advice, tea and cake.',
    after: 'Advice.',
  });
  expect(applyChanges(third, back)).toEqual({ ok: true, value: first });
});

it('only the fields of that step go back, and nothing that is so already (V11)', () => {
  const back = revertChanges(third, changesBetween(second, third));
  expect(back.map(({ field }) => field)).toEqual(['description']);
  expect(revertChanges(first, changesBetween(first, second))).toEqual([]);
});
