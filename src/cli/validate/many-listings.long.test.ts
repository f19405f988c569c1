import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import type { Listing } from '../../core/schema.ts';
import type { Deployment } from '../deployment.ts';
import type { Region } from '../regions.ts';
import { validateRegions } from './validate-regions.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const deployment = { languages: ['en'] } as unknown as Deployment;
const MOST = 20_000;

function problemsOf(listings: readonly Listing[]) {
  const region: Region = {
    file: { id: 'here', kind: 'region', name: { en: 'Here' }, country: 'GB' },
    folder: 'data/regions/here',
    listings,
    files: new Map(),
    towns: [],
  };
  return validateRegions({ deployment, regions: [region] }, NOW);
}

/** Copies of one listing, each with its own id. */
function branches(count: number, fields: Record<string, unknown>): Listing[] {
  const one = listingOf(fields);
  return Array.from({ length: count }, (_, place) => ({
    ...one,
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
  }));
}

describe('a region as large as one may be', () => {
  const quiet = { channels: [{ type: 'web', value: 'https://harbour.example/' }] };

  it('holds 20,000 services and not one more', { timeout: 120_000 }, () => {
    expect(problemsOf(branches(MOST, quiet))).toEqual([]);
    expect(problemsOf(branches(MOST + 1, quiet))).toEqual([
      expect.objectContaining({ file: 'data/regions/here', severity: 'error' }),
    ]);
  });

  // Measured 3 s; where each is held against all before it, 83 s.
  it('is read in seconds where all share a name, a town, a spot and a number', { timeout: 40_000 }, () => {
    const place = {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'On its page.',
      location_type: 'physical',
      area_name: 'Great Sample',
      latitude: 47,
      longitude: -30,
    };
    const same = { channels: [{ type: 'phone', value: '+442079460123' }], locations: [place] };
    const problems = problemsOf(branches(MOST, same));
    expect(problems.filter(({ field }) => field === 'name')).toHaveLength(MOST - 1);
    expect(problems.filter(({ field }) => field === 'channels.0.value')).toHaveLength(MOST - 1);
  });
});
