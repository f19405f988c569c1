import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { applyChanges } from '../../../../core/edits/changes.ts';
import { differencesOf, firstChoice, redirectChanges, takenOver } from './merge-twins.ts';

const phone = (value: string) => ({ type: 'phone', value }) as const;
const kept = listingOf({ name: 'Quay Law', channels: [phone('+442079460000')], minimum_age: 18 });
const other = listingOf({
  name: 'Quay Law Centre',
  channels: [phone('+442079460000'), phone('+442079460001')],
  eligibility_description: 'Adults.',
});

describe('two listings of one service (7.12)', () => {
  const differences = differencesOf(kept, other);

  it('differ in what they say, not in who they are', () => {
    expect(differences.map(({ field }) => field).toSorted()).toEqual([
      'channels.phone:+442079460001',
      'eligibility_description',
      'minimum_age',
      'name',
    ]);
  });

  it('become one, field by field, and what only one of them says is kept before anybody chooses', () => {
    const chosen = firstChoice(differences);
    expect([...chosen].toSorted()).toEqual(['channels.phone:+442079460001', 'eligibility_description']);
    const made = applyChanges(kept, takenOver(differences, chosen.add('name')));
    expect(made.ok && made.value).toMatchObject({
      id: kept.id,
      name: 'Quay Law Centre',
      minimum_age: 18,
      eligibility_description: 'Adults.',
      channels: [{ value: '+442079460000' }, { value: '+442079460001' }],
    });
  });

  it('leave a way from the one that closes to the one that stays', () => {
    const made = applyChanges(other, redirectChanges(other, kept.id));
    expect(made.ok && made.value).toMatchObject({
      status: 'defunct',
      verification: { state: 'closed', replaced_by: kept.id },
    });
  });
});
