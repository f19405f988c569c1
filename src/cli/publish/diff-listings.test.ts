import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import type { Listing } from '../../core/schema.ts';
import { compactListing } from '../../core/shown-listing.ts';
import { diffListings } from './diff-listings.ts';
import { diffLines } from './show-diff.ts';

const id = '00000000-0000-4000-8000-0000000000aa';
const record = (fields: Partial<Listing> | Record<string, unknown> = {}) =>
  compactListing(listingOf({ id, ...fields }));
const between = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  diffListings('city', [record(before)], [record(after)]);

const phone = (value: string) => ({ channels: [{ type: 'phone', value }] });
const publicAt = (street: string) => ({
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'letter',
  location_type: 'physical',
  address: { address_1: street, city: 'Sampleford', country: 'GB' },
});
const hidden = { visibility: 'area-only', location_type: 'redacted', area_name: 'Sampleford' };

describe('a changed listing', () => {
  it('is told field by field, with what stood there', () => {
    expect(between(phone('+442079460001'), phone('+442079460002')).changed).toEqual([
      {
        id,
        name: 'Harbour House',
        fields: [
          { field: 'channels.0.value', before: '"+442079460001"', after: '"+442079460002"', isRisky: true },
        ],
      },
    ]);
  });

  it('tells a field that is new or gone from one that is other', () => {
    const note = { alternate_name: 'The House' };
    const field = { field: 'alternate_name', isRisky: true };
    expect(between({}, note).changed[0]?.fields).toEqual([{ ...field, after: '"The House"' }]);
    expect(between(note, {}).changed[0]?.fields).toEqual([{ ...field, before: '"The House"' }]);
  });

  it('is none where nothing differs', () => {
    expect(between(phone('+442079460001'), phone('+442079460001')).changed).toEqual([]);
  });
});

describe('SV-9 what could harm somebody', () => {
  const quiet = record({ id: `${id.slice(0, -1)}b`, description: 'One.' });
  const loud = record(phone('+442079460001'));

  it('SV-9 stands first, listing by listing and field by field, and is marked', () => {
    const after = [
      { ...quiet, description: 'Two.' },
      { ...loud, application_process: 'Call.', ...phone('+442079460002') },
    ];
    const lines = diffLines(diffListings('city', [quiet, loud], after));
    expect(lines).toEqual([
      'city: 0 listings added, 2 changed, 0 removed; look at these 1, marked !, one by one',
      `  ~ Harbour House (${id})`,
      '    ! channels.0.value: "+442079460001" -> "+442079460002"',
      '      application_process: nothing -> "Call."',
      `  ~ Harbour House (${quiet.id})`,
      '      description: "One." -> "Two."',
    ]);
  });

  it('SV-9 of a new listing is told too, but for a place that is hidden', () => {
    const lines = diffLines(
      diffListings('city', [], [record({ ...phone('+442079460001'), locations: [hidden] })]),
    );
    expect(lines).toContain('    ! channels.0.value: nothing -> "+442079460001"');
    expect(lines).toContain('    ! locations.0.area_name: changed; not shown here');
  });
});

describe('a place that is, or becomes, a secret', () => {
  const STREET = '17 Canary Wharf Lane';
  it.each([
    ['becomes hidden', [publicAt(STREET)], [hidden]],
    ['was hidden', [hidden], [publicAt(STREET)]],
    ['is taken out', [publicAt(STREET)], []],
    ['is added', [], [publicAt(STREET)]],
    ['moves beside a hidden one', [publicAt(STREET), hidden], [publicAt('1 Other Street'), hidden]],
  ])('that %s is told of without its street', (_, before, after) => {
    const diff = between({ locations: before }, { locations: after });
    expect(diff.changed).toHaveLength(1);
    expect(JSON.stringify(diff) + diffLines(diff).join('\n')).not.toContain('Canary');
    expect(diffLines(diff).join('\n')).toContain('not shown here');
  });

  it('that was public and stays so is told of with it: somebody must see a wrong street', () => {
    const diff = between({ locations: [publicAt('1 Old Street')] }, { locations: [publicAt(STREET)] });
    expect(diff.changed[0]?.fields).toEqual([
      {
        field: 'locations.0.address.address_1',
        before: '"1 Old Street"',
        after: `"${STREET}"`,
        isRisky: true,
      },
    ]);
  });
});

it('no text of a pack can move the cursor or turn a line around', () => {
  const CONTROL = /[\p{Cc}\p{Cf}]/u;
  const unit = fc.constantFrom(
    'a',
    '"',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
  );
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit }), (name, other) =>
      diffLines(diffListings('city', [{ id, name }], [{ id, name: other }])).every(
        (line) => !CONTROL.test(line),
      ),
    ),
  );
});
