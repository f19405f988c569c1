import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { applyChanges } from '../../../../core/edits/changes.ts';
import type { Listing } from '../../../../core/schema.ts';
import { needsCause } from '../../fields/field-change.ts';
import { changesOf, editOf, formOf, overrideKey } from './listing-form.ts';

const phone = (value: string) => ({ type: 'phone', value, cost: 'free', on_phone_bill: 'unknown' }) as const;
const frame = { id: '00000000-0000-4000-8000-0000000000e1', region: 'gb', baseVersion: 3 };
const withListing = (base: Listing | null, listing: Listing) => ({ ...formOf(base, null, listing), listing });

describe('what a person writes in the form', () => {
  const base = listingOf({ channels: [phone('+442079460000'), phone('+442079460001')] });

  it('is no change before anything is written (V6)', () => {
    expect(changesOf(base, formOf(base, null, base))).toEqual([]);
  });

  it('comes back from a draft as it was left, channels in their order, wrong values too (V8)', () => {
    const half = {
      ...base,
      name: '',
      description: 'Someone to talk to.',
      channels: [phone('+442079460001'), phone('half a number'), phone('+442079460000')],
    } as unknown as Listing;
    const edit = editOf(base, { ...withListing(base, half), comment: 'They moved' }, frame);
    const again = formOf(base, edit, base);
    expect(again.listing.description).toBe(half.description);
    expect(again.listing.channels.map(({ value }) => value)).toEqual(half.channels.map(({ value }) => value));
    expect(again.listing.name ?? '').toBe('');
    expect(again.comment).toBe('They moved');
  });

  it('comes back from a draft of a listing that nobody has yet (V5, V8)', () => {
    const fresh = { ...listingOf({}), name: '', needs: [] } as unknown as Listing;
    const half = { ...fresh, name: 'Quay Advice' };
    const edit = editOf(null, withListing(null, half), { ...frame, baseVersion: 0 });
    expect(edit.kind).toBe('new');
    expect(formOf(null, edit, fresh).listing).toMatchObject({ name: 'Quay Advice', country: 'GB' });
  });

  it('asks of what is replaced or taken away whether it changed or was always wrong, and not of what is new (V2)', () => {
    const listing = {
      ...base,
      name: 'Harbour Place',
      eligibility_description: 'Adults.',
      channels: [phone('+442079460000')],
    };
    const changes = changesOf(base, { listing, causes: { name: 'always-wrong' } });
    expect(
      changes
        .filter(needsCause)
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(['channels.phone:+442079460001', 'name']);
    expect(Object.fromEntries(changes.map(({ field, cause }) => [field, cause]))).toEqual({
      name: 'always-wrong',
      eligibility_description: 'added',
      'channels.phone:+442079460001': undefined,
    });
  });

  it('makes the listing that it shows', () => {
    const listing = {
      ...base,
      name: 'Harbour Place',
      channels: [phone('+442079460001'), phone('+442079460000')],
    };
    const made = applyChanges(base, changesOf(base, { listing, causes: {} }));
    expect(made).toEqual({ ok: true, value: listing });
  });

  it('closes where the service is gone (V11)', () => {
    const gone = { ...base, status: 'defunct' } as const;
    expect(editOf(base, withListing(base, gone), frame).kind).toBe('close');
  });

  it('keeps the reasons for which a warning stands (V7)', () => {
    const key = overrideKey('postcode', 'translations.ar');
    const form = {
      ...formOf(base, null, base),
      reasons: { [key]: 'It is the published office.', 'other name': ' ' },
    };
    const { overrides } = editOf(base, form, frame);
    expect(overrides).toEqual([
      { rule: 'postcode', field: 'translations.ar', reason: 'It is the published office.' },
    ]);
    expect(formOf(base, editOf(base, form, frame), base).reasons).toEqual({
      [key]: 'It is the published office.',
    });
  });
});
