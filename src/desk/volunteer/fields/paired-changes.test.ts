import { expect, it } from 'vitest';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { changesBetween } from '../../../core/edits/changes.ts';
import { pairedChanges } from './paired-changes.ts';

const phone = (value: string) => ({ type: 'phone', value }) as const;
const email = { type: 'email', value: 'help@quay.example' } as const;
const shown = (before: object[], after: object[]) =>
  pairedChanges(
    changesBetween(listingOf({ channels: before }), {
      ...listingOf({ channels: after, name: 'Other' }),
      id: 'x',
    }),
  )
    .filter(({ field }) => field.startsWith('channels.'))
    .map((change) => [valueIn(change.before), valueIn(change.after)]);
const valueIn = (channel: unknown) => (channel as { value?: string } | null)?.value ?? null;

it('another number is one change, from the old to the new (V10)', () => {
  expect(shown([phone('+442079460000'), email], [phone('+442079460001'), email])).toEqual([
    ['+442079460000', '+442079460001'],
  ]);
});

it('a number that goes and a mailbox that comes are two (V10)', () => {
  expect(shown([phone('+442079460000')], [email])).toEqual([
    ['+442079460000', null],
    [null, 'help@quay.example'],
  ]);
});

it('no change is lost where more come than go (V10)', () => {
  const after = [phone('+442079460001'), phone('+442079460002')];
  expect(shown([phone('+442079460000')], after)).toEqual([
    ['+442079460000', '+442079460001'],
    [null, '+442079460002'],
  ]);
});

it('one that comes takes the place of one that goes, and of no other (V10)', () => {
  const before = [phone('+442079460000'), phone('+442079460001')];
  expect(shown(before, [phone('+442079460002')])).toEqual([
    ['+442079460000', '+442079460002'],
    ['+442079460001', null],
  ]);
});
