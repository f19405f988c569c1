import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { applyChanges, changesBetween } from '../../core/edits/changes.ts';
import { type Listing, parseListing } from '../../core/schema.ts';
import { changedText, newText } from './changed-text.ts';

const FILE = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Harbour House',
  text_language: 'en',
  description: 'A made-up service.',
  status: 'active',
  organization: { id: '00000000-0000-4000-8000-00000000000a', name: 'Quay Trust' },
  country: 'GB',
  needs: ['live.basics'],
  channels: [
    { type: 'web', value: 'https://quay.example/' },
    { label: 'Office', type: 'phone', value: '+442079460001' },
  ],
  hours: {
    timezone: 'Europe/London',
    schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }],
  },
  verification: { state: 'confirmed', checked_on: '2026-11-20' },
};
const textOf = (file: object) => `${JSON.stringify(file, null, 2)}\n`;
const listingIn = (text: string): Listing => {
  const read = parseListing(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const rewritten = (before: object, after: object) => {
  const [old, now] = [listingIn(textOf(before)), listingIn(textOf(after))];
  return changedText(textOf(before), changesBetween(old, now), now);
};

describe('a listing’s file with changes made in it', () => {
  it('differs in nothing but what was changed: what a schema fills in is not written, and nothing moves', () => {
    const after = {
      ...FILE,
      name: 'Quay House',
      channels: [FILE.channels[0], { ...FILE.channels[1], note: 'Ring twice.' }],
      hours: { ...FILE.hours, by_appointment: true },
    };
    expect(rewritten(FILE, after)).toBe(textOf(after));
    const { verification, ...rest } = FILE;
    const otherOrder = { verification, ...rest };
    expect(rewritten(otherOrder, { ...otherOrder, name: 'Quay House' })).toBe(
      textOf({ ...otherOrder, name: 'Quay House' }),
    );
  });

  it('has a new field where the schema has it, and loses one that says nothing any more', () => {
    const { id, name, ...rest } = FILE;
    const after = { id, name, alternate_name: 'The House', ...rest };
    expect(rewritten(FILE, after)).toBe(textOf(after));
    expect(rewritten(after, FILE)).toBe(textOf(FILE));
  });

  it('law: reads as the listing that was meant, whatever was changed', () => {
    fc.assert(
      fc.property(arbitraryListing, arbitraryListing, (before, wanted) => {
        const changes = changesBetween(before, { ...wanted, id: before.id });
        const after = applyChanges(before, changes);
        if (!after.ok) throw new Error(JSON.stringify(after.problem));
        expect(listingIn(changedText(textOf(before), changes, after.value))).toEqual(after.value);
        expect(listingIn(newText(after.value))).toEqual(after.value);
      }),
      { numRuns: 60 },
    );
  });
});
