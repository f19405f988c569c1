import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import type { Listing } from '../schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { applyChanges, changesBetween, closingChanges } from './changes.ts';
import type { FieldChange } from './edit.ts';

const PHONE = { type: 'phone', value: '+442079460123' };
const OTHER_PHONE = { type: 'phone', value: '+442079460124' };
const MAIL = { type: 'email', value: 'help@example.org' };

const fieldsOf = (changes: readonly FieldChange[]) => changes.map(({ field }) => field);
const applied = (listing: Listing | null, changes: readonly FieldChange[]) => {
  const result = applyChanges(listing, changes);
  if (!result.ok) throw new Error(`tests: not applied: ${JSON.stringify(result.problem)}`);
  return result.value;
};
const changed = (listing: Listing, fields: Record<string, unknown>) => listingOf({ ...listing, ...fields });

describe('the changes between two listings (V9)', () => {
  it('make the one of the other, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryListing, arbitraryListing, (before, after) => {
        expect(canonicalJson(applied(before, changesBetween(before, after)))).toBe(canonicalJson(after));
      }),
    );
  });

  it('make a new listing of nothing, and are none where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        expect(canonicalJson(applied(null, changesBetween(null, listing)))).toBe(canonicalJson(listing));
        expect(changesBetween(listing, structuredClone(listing))).toEqual([]);
      }),
    );
  });

  it('applied a second time change nothing more', () => {
    fc.assert(
      fc.property(arbitraryListing, arbitraryListing, (before, after) => {
        const changes = changesBetween(before, after);
        expect(applied(applied(before, changes), changes)).toEqual(after);
      }),
    );
  });

  it('name each field, and a channel by what it is', () => {
    const before = listingOf({ channels: [PHONE, { type: 'sms', value: { code: '116', country: 'KE' } }] });
    const after = changed(before, {
      name: 'Harbour Home',
      organization: { ...before.organization, website: 'https://example.org/' },
      translations: { es: { name: 'Casa del Puerto' } },
      channels: [{ ...PHONE, note: 'Ask for the day team' }],
    });
    expect(fieldsOf(changesBetween(before, after))).toEqual([
      'name',
      `channels.phone:${PHONE.value}`,
      'channels.sms:116@KE',
      'organization.website',
      'translations.es',
    ]);
  });

  it('take what is meant without being said for absent', () => {
    const before = listingOf({ groups_served: ['women'] });
    const [change] = changesBetween(before, changed(before, { groups_served: [] }));
    expect(change).toEqual({ field: 'groups_served', before: ['women'], after: null });
  });
});

describe('the order of channels', () => {
  it('is no change of its own where a number takes the place of another', () => {
    const before = listingOf({ channels: [PHONE, MAIL] });
    const after = changed(before, { channels: [OTHER_PHONE, MAIL] });
    expect(fieldsOf(changesBetween(before, after))).toEqual([
      `channels.phone:${PHONE.value}`,
      `channels.phone:${OTHER_PHONE.value}`,
    ]);
    expect(applied(before, changesBetween(before, after)).channels).toEqual(after.channels);
  });

  it('is one where somebody puts them in another', () => {
    const before = listingOf({ channels: [PHONE, MAIL] });
    const after = changed(before, { channels: [MAIL, PHONE] });
    expect(fieldsOf(changesBetween(before, after))).toEqual(['channels.order']);
  });

  it('holds beside a channel that came meanwhile, which stands last', () => {
    const before = listingOf({ channels: [PHONE, MAIL] });
    const order = changesBetween(before, changed(before, { channels: [MAIL, PHONE] }));
    const meanwhile = changed(before, { channels: [PHONE, OTHER_PHONE, MAIL] });
    expect(applied(meanwhile, order).channels.map(({ value }) => value)).toEqual([
      MAIL.value,
      PHONE.value,
      OTHER_PHONE.value,
    ]);
  });

  it('tells two of the same number apart', () => {
    const code = { type: 'sms', value: { code: '741', country: 'US' } };
    const before = listingOf({
      channels: [
        { ...code, keyword: 'HOME' },
        { ...code, keyword: 'AYUDA' },
      ],
    });
    const after = changed(before, { channels: [{ ...code, keyword: 'HOME' }] });
    expect(fieldsOf(changesBetween(before, after))).toEqual(['channels.sms:741@US (2)']);
  });
});

describe('changes are refused', () => {
  const listing = listingOf({ channels: [PHONE], hours: { timezone: 'Europe/London' } });
  const problems = (...changes: FieldChange[]) => {
    const result = applyChanges(listing, changes);
    return result.ok ? [] : result.problem.map(({ kind, field }) => `${kind} ${field}`);
  };

  it.each([
    ['of a field that no listing has', { field: 'rating', before: null, after: 5 }, 'bad-field rating'],
    ['of a part of every object', { field: '__proto__', before: null, after: {} }, 'bad-field __proto__'],
    [
      'of a channel under the name of another',
      { field: 'channels.web:https://example.org/', before: null, after: PHONE },
      'bad-field channels.web:https://example.org/',
    ],
    ['that would make no listing', { field: 'name', before: listing.name, after: null }, 'bad-field name'],
    [
      'of what somebody else has changed since',
      { field: 'name', before: 'An older name', after: 'A newer name' },
      'changed-since name',
    ],
  ])('%s', (_what, change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });

  it('twice of one field', () => {
    const change = { field: 'name', before: listing.name, after: 'Another' };
    expect(problems(change, { ...change, after: 'A third' })).toEqual(['bad-field name']);
  });
});

it('a listing that is closed says so in its status and its check (V11)', () => {
  const closed = applied(listingOf(), closingChanges(listingOf()));
  expect([closed.status, closed.verification.state]).toEqual(['defunct', 'closed']);
  expect(closingChanges(closed)).toEqual([]);
});
