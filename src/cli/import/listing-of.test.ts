import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { listingOf } from './listing-of.ts';
import { slugOf } from './slug.ts';

const settings = { source: 'test', country: 'GB', largeTowns: new Set(['GB london']) };

const word = fc.stringMatching(/^[A-Z][a-z]{5,9}$/);
const secrets = fc.record({
  street: fc
    .tuple(fc.integer({ min: 1, max: 999 }), word, word)
    .map(([number, one, two]) => `${number} ${one} ${two}`),
  postcode: fc.stringMatching(/^Q[A-Z][1-9][0-9] [1-9][A-Z]{2}$/),
  latitude: fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `51.${digits}`),
  longitude: fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `-0.${digits}`),
  phone: fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `020 7${digits}9`),
  person: fc.tuple(word, word).map((names) => names.join(' ')),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer Value> ? Value : never;

const FIELDS = ['name', 'alternateName', 'description', 'eligibility', 'application', 'fees'] as const;

/** A row whose place is flagged, with one of its secrets repeated in every field that is words. */
function draftWith(
  hidden: Secrets,
  leak: keyof Secrets,
  repeated: readonly (typeof FIELDS)[number][],
): Draft {
  const words = `Ask first. It is at ${hidden[leak].toUpperCase()}, on the left. Bring nothing.`;
  return {
    row: 2,
    sourceId: '1',
    name: 'A service',
    organization: { name: words },
    documents: [words],
    serviceAreas: [words],
    hours: { text: words },
    phones: [
      { number: '020 7946 0001', label: words.slice(0, 70) },
      { number: hidden.phone, isPrivate: true },
      { number: `${hidden.phone} night line` },
    ],
    places: [
      {
        lines: [hidden.street],
        city: 'London',
        region: 'Greater London',
        postcode: hidden.postcode,
        point: { latitude: hidden.latitude, longitude: hidden.longitude },
        isFlagged: true,
      },
    ],
    secrets: [hidden.person],
    ...Object.fromEntries(repeated.map((field) => [field, words])),
  };
}

describe('a draft with a hidden place', () => {
  it('gives a listing, or a report, with none of its secrets, wherever the source repeats them', () => {
    const leaks = fc.constantFrom<keyof Secrets>(
      'street',
      'postcode',
      'latitude',
      'longitude',
      'phone',
      'person',
    );
    fc.assert(
      fc.property(secrets, leaks, fc.subarray([...FIELDS]), (hidden, leak, repeated) => {
        const notes: string[] = [];
        const made = listingOf(draftWith(hidden, leak, repeated), settings, (_, reason) =>
          notes.push(reason),
        );
        const said = `${JSON.stringify(made ?? {})} ${notes.join(' ')}`.toLowerCase();
        for (const secret of Object.values(hidden)) expect(said).not.toContain(secret.toLowerCase());
        expect(said.replaceAll(/[^\d"]/g, '')).not.toContain(hidden.phone.replaceAll(/\D/g, '').slice(1));
        // Only a name that tells is a reason to lose the whole row.
        expect(made === undefined).toBe(repeated.includes('name'));
      }),
    );
  });

  it('keeps the words that tell nothing', () => {
    const hidden = {
      street: '5 Quiet Row',
      postcode: 'QZ1 1QZ',
      latitude: '51.1',
      longitude: '-0.1',
      phone: '020 79461234',
      person: 'Zed Quill',
    };
    const made = listingOf(draftWith(hidden, 'street', ['description']), settings, () => undefined);
    expect(made?.listing.description).toBe('Ask first. Bring nothing.');
    const calls = { ...draftWith(hidden, 'street', []), description: 'All calls are confidential.' };
    expect(listingOf(calls, settings, () => undefined)?.listing.description).toBe(
      'All calls are confidential.',
    );
  });
});

describe('an area', () => {
  const place = { lines: [], point: 'not-kept' as const, isFlagged: false };
  const areaOf = (city: string, region?: string) =>
    listingOf(
      { row: 2, sourceId: '1', name: 'A', organization: {}, places: [{ ...place, city, region }] },
      settings,
      () => undefined,
    )?.listing.locations;

  it('is a town only where it is large, else what is above it, else nothing', () => {
    expect(areaOf('London')).toEqual([
      { visibility: 'area-only', location_type: 'physical', area_name: 'London' },
    ]);
    expect(areaOf('Tiny', 'Devon')).toMatchObject([{ area_name: 'Devon' }]);
    expect(areaOf('Tiny')).toEqual([]);
    expect(areaOf('Tiny', 'E1 6AN')).toEqual([]);
  });
});

it('a slug depends on the source and its id alone, and two ids never share one', () => {
  expect(slugOf('List', '17')).toBe('list-17');
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(slugOf('x', one) === slugOf('x', other)).toBe(one === other);
      expect(slugOf('x', one)).toMatch(/^[a-z0-9-]+$/);
    }),
  );
});
