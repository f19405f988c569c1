import type { KeptEdit, Me } from '../../src/core/desk-api.ts';
import { changesBetween } from '../../src/core/edits/changes.ts';
import { isRisky } from '../../src/core/edits/risk.ts';
import { type Listing, parseListing } from '../../src/core/schema.ts';
import { staffListing } from './desk-page.ts';
import type { FakeServer } from './fake-server.ts';

// A made-up directory that is large enough for tables, and what others propose of it.

const id = (number: number) => `3f2b8c1e-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const LAW_ID = id(101);
export const REFUGE_ID = id(102);

export const REVIEWER: Me = { id: 'p9', name: 'Wren', roles: ['reviewer'], regions: [], languages: ['en'] };
export const COORDINATOR: Me = { ...REVIEWER, id: 'p8', name: 'Tern', roles: ['coordinator'] };

const LISTINGS: readonly Listing[] = [
  listing({
    id: LAW_ID,
    name: 'Quay Law Centre (made up)',
    description:
      'Free advice on papers, work and staying here. You can come without an appointment on Mondays.',
    needs: ['law.advice', 'law.immigration'],
    organization: { id: id(901), name: 'Quay Trust', website: 'https://quay.example/' },
    channels: [
      { type: 'phone', value: '+442079460111', cost: 'free' },
      { type: 'email', value: 'advice@quay.example' },
    ],
    languages: [
      { code: 'en', mode: 'staff' },
      { code: 'ar', mode: 'interpreter' },
    ],
    hours: {
      timezone: 'Europe/London',
      schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }],
    },
    immigration_eligibility: {
      value: 'yes',
      evidence: [{ type: 'provider-call', checked_on: '2026-10-20' }],
    },
    service_areas: ['Sample City'],
  }),
  listing({
    id: REFUGE_ID,
    name: 'Lantern House (made up)',
    description: 'A safe place to stay for women and their children.',
    needs: ['home.refuge'],
    channels: [{ type: 'phone', value: '+442079460112' }],
    locations: [{ visibility: 'none', location_type: 'redacted' }],
    groups_served: ['women'],
    verification: { state: 'unverified', checked_on: null },
  }),
];

/** Puts the directory and who works with it on the server. */
export function fillDirectory(server: FakeServer, me: Me): void {
  server.listings.clear();
  for (const one of LISTINGS) server.put(staffListing(one));
  server.session = { ...server.session, me };
}

/** On the first screen, and from a public page alone. */
export const UNCHECKED_LINE: Listing = listing({
  id: id(301),
  name: 'Beacon Line (made up)',
  needs: ['safe.crisis-line'],
  channels: [{ type: 'phone', value: '+442079460121', cost: 'free' }],
  first_screen: 1,
  verification: { state: 'web-checked', checked_on: null, read_on: '2026-11-21' },
});

const PLACES: readonly Listing[] = [
  listing({ id: id(201), name: 'Mill Street Drop-in (made up)', ...atPlace('Northside', 53.8, -1.55) }),
  listing({
    id: id(202),
    name: 'Corn Hall Kitchen (made up)',
    ...atPlace('Northside', 53.82, -1.5),
    verification: { state: 'unverified', checked_on: null },
  }),
  listing({ id: id(203), name: 'Ferry Hub (made up)', ...atPlace('Southside', 53.4, -2.2) }),
  listing({
    id: id(204),
    name: 'Alder Walk-in (made up)',
    needs: ['health.urgent'],
    channels: [{ type: 'phone', value: '+442079460114' }],
    locations: [{ visibility: 'area-only', location_type: 'physical', area_name: 'Westside' }],
  }),
];

/** Adds services with places: two areas that everybody may see, and one of which nobody may know where in it. */
export function fillPlaces(server: FakeServer): void {
  for (const one of PLACES) server.put(staffListing(one));
}

function atPlace(area: string, latitude: number, longitude: number): object {
  return {
    needs: ['home.longer'],
    channels: [{ type: 'phone', value: '+442079460113' }],
    locations: [
      {
        visibility: 'public',
        publish_consent: true,
        consent_evidence: 'On their own page.',
        location_type: 'physical',
        area_name: area,
        latitude,
        longitude,
      },
    ],
  };
}

/** What somebody else proposes of a listing: what `change` makes of it. */
export function proposalOf(listingId: string, change: object, more: Partial<KeptEdit> = {}): KeptEdit {
  const before = LISTINGS.find((one) => one.id === listingId);
  if (!before) throw new Error('tests: no such listing');
  const after = parseListing({ ...before, ...change });
  if (!after.ok) throw new Error(`tests: ${JSON.stringify(after.problem)}`);
  const edit = {
    id: id(500 + Object.keys(change).join('').length),
    listingId,
    region: 'sample-city',
    kind: 'change',
    baseVersion: 1,
    changes: changesBetween(before, after.value).map((one) => ({ ...one, cause: 'changed' as const })),
    confirmed: [],
    overrides: [],
    method: 'called-published-number',
    comment: 'They told me on the phone.',
  } as const;
  return {
    edit,
    hash: 'a'.repeat(64),
    state: 'pending',
    author: { id: 'p1', name: 'Heron' },
    isMine: false,
    isRisky: isRisky(edit),
    cannotDecide: null,
    isProviderStated: false,
    madeAt: '2026-11-20T10:00:00.000Z',
    decisions: [],
    undoUntil: null,
    ...more,
  };
}

function listing(fields: object): Listing {
  const outcome = parseListing({
    text_language: 'en',
    description: 'Made up, for a story.',
    status: 'active',
    organization: { id: id(900), name: 'Made-up Trust' },
    country: 'GB',
    verification: { state: 'confirmed', method: 'call', checked_on: '2026-10-20', checked_by: 'volunteer' },
    sample: true,
    ...fields,
  });
  if (!outcome.ok) throw new Error(`tests: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}
