import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { type DeskExportInput, deskExport, deskExportText, readDeskExport } from './desk-export.ts';

const RELEASE = { number: 3, at: '2026-12-01T09:00:00Z' };
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const STREET = '17 Canary Wharf Lane';
const input = (more: Partial<DeskExportInput> = {}): DeskExportInput => ({
  regions: { city: [listingOf({ id: id(2) }), listingOf({ id: id(1) })], world: [] },
  revoked: [],
  release: RELEASE,
  ...more,
});
const textOf = (from: DeskExportInput): string => {
  const made = deskExport(from);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return deskExportText(made.value);
};
const refused = (from: DeskExportInput) => {
  const made = deskExport(from);
  return made.ok ? [] : made.problem;
};
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

describe('the export of the volunteers’ desk', () => {
  it('SV-9 is the same bytes twice, whatever order the database gives', () => {
    const other = shuffled(input()) as DeskExportInput;
    const turned = {
      ...other,
      regions: { ...other.regions, city: [...(other.regions.city ?? [])].reverse() },
    };
    expect(textOf(turned)).toBe(textOf(input()));
    expect(Object.keys(JSON.parse(textOf(input())).regions)).toEqual(['city', 'world']);
  });

  it('SV-9 reads back as it was written, whatever the listings', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitraryListing, { maxLength: 4, selector: (one) => one.id }),
        (listings) => {
          const made = deskExport(input({ regions: { city: listings } }));
          // What tells where a hidden place is, is refused; that is another test.
          if (!made.ok) return;
          const text = deskExportText(made.value);
          const read = readDeskExport(text);
          expect(read).toEqual(made);
          if (read.ok) expect(deskExportText(read.value)).toBe(text);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('SV-17 has nothing of who checked, nor any field that could hold a person or a comment', () => {
    const checked = listingOf({
      verification: { state: 'confirmed', checked_on: '2026-11-20', checked_by: 'Amina Canary' },
      immigration_eligibility: {
        ...statusYes('2026-11-20'),
        evidence: [{ type: 'provider-call', checked_on: '2026-11-20', checked_by: 'amina@example.org' }],
      },
    });
    const text = textOf(input({ regions: { city: [checked] } }));
    expect(text).toContain('provider-call');
    expect(text).not.toMatch(/canary|amina/i);
    for (const stray of ['comment', 'author', 'history', 'account_id'])
      expect(refused(input({ regions: { city: [{ ...checked, [stray]: 'Amina' }] } }))).toEqual([
        expect.objectContaining({ region: 'city', id: checked.id, field: stray }),
      ]);
    const withAuthor = JSON.stringify({ ...JSON.parse(text), author: 'Amina' });
    expect(readDeskExport(withAuthor)).toMatchObject({ ok: false });
    const hidden = { service_id: id(1), from: '2026-12-01', by: 'Amina' };
    expect(readDeskExport(JSON.stringify({ ...JSON.parse(text), revoked: [hidden] }))).toMatchObject({
      ok: false,
    });
    expect(textOf(input({ revoked: [hidden] }))).not.toContain('Amina');
  });

  it.each([
    ['a street', { address: { address_1: STREET, city: 'Sampleford', country: 'GB' } }],
    ['a coordinate', { latitude: 51.5012, longitude: -0.1 }],
    ['a postcode', { postal_code: 'SW1A 1AA' }],
    ['a map link', { url: 'https://maps.example/17-Canary' }],
  ])('SV-10 a confidential place with %s stops the export, and the value is not repeated', (_, more) => {
    const place = { visibility: 'area-only', location_type: 'redacted', area_name: 'Sampleford', ...more };
    const faults = refused(
      input({ regions: { city: [{ ...listingOf({ id: id(1) }), locations: [place] }] } }),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({
      region: 'city',
      id: id(1),
      field: expect.stringMatching(/^locations\.0\./),
    });
    expect(JSON.stringify(faults)).not.toMatch(/canary|SW1A|51\.5/i);
  });

  it('SV-10 SV-11 so does a street in its words', () => {
    const hidden = { visibility: 'area-only', location_type: 'redacted', area_name: 'London' };
    const told = listingOf({ id: id(1), description: `Ring at ${STREET}.`, locations: [hidden] });
    expect(refused(input({ regions: { city: [told] } }))).toEqual([
      expect.objectContaining({ id: id(1), field: 'description' }),
    ]);
  });

  it.each([
    [
      'the same listing in two regions',
      { regions: { a: [listingOf({ id: id(1) })], b: [listingOf({ id: id(1) })] } },
      'id',
    ],
    ['a region that is a path', { regions: { '../x': [] } }, 'regions'],
    [
      'a hidden id that is none',
      { revoked: [{ service_id: 'x', from: '2026-12-01' }] },
      'revoked.0.service_id',
    ],
    ['a hidden id without its day', { revoked: [{ service_id: id(1), from: 'today' }] }, 'revoked.0.from'],
    ['a release without a number', { release: { number: 0, at: RELEASE.at } }, 'release.number'],
    ['a release without an instant', { release: { number: 1, at: '2026-12-01' } }, 'release.at'],
  ])('is not made of %s', (_, more, field) => {
    expect(refused(input(more)).map((one) => one.field)).toEqual([field]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"type":"waypost-drafts"}',
    '{"type":"waypost-listings","version":2}',
    '{"type":"waypost-listings","version":1}',
    '{"type":"waypost-listings","version":1,"regions":{"a":1},"revoked":[7],"release":null}',
  ])('is refused and never throws where it is %j', (text) => {
    expect(readDeskExport(text).ok).toBe(false);
  });
});
