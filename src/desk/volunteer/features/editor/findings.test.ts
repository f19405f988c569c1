import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { parseListing } from '../../../../core/schema.ts';
import { type Finding, findingsOfProblems, openFindings } from './findings.ts';

function foundIn(change: Record<string, unknown>): string[] {
  const parsed = parseListing({ ...listingOf(), ...change });
  return parsed.ok ? [] : findingsOfProblems(parsed.problem).map(({ field, rule }) => `${field}: ${rule}`);
}

const PUBLIC = {
  visibility: 'public',
  location_type: 'physical',
  publish_consent: true,
  consent_evidence: 'Their letter',
  area_name: 'Made-up Town',
};

describe('what keeps words from being a listing is said by what to do about it (V6, V7)', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ name: '' }, 'name: missing'],
    [{ name: undefined }, 'name: missing'],
    [{ needs: [] }, 'needs: missing'],
    [
      { organization: { id: '00000000-0000-4000-8000-00000000000a', name: '' } },
      'organization.name: missing',
    ],
    [{ status_check: { value: 'no' } }, 'status_check: evidence'],
    [{ immigration_eligibility: { value: 'yes' } }, 'immigration_eligibility: evidence'],
    [{ channels: [{ type: 'phone', value: '020 79' }] }, 'channels: number'],
    [{ channels: [{ type: 'web', value: 'http://example.org' }] }, 'channels: link'],
    [{ channels: [{ type: 'email', value: 'help at example.org' }] }, 'channels: email'],
    [{ alert: { text: 'Full', from: '2026-11-21', until: '' } }, 'alert: day'],
    [{ hours: { timezone: 'no zone' } }, 'hours: times'],
    [{ description: 'Help\u202e' }, 'description: characters'],
    [{ locations: [{ ...PUBLIC, publish_consent: false }] }, 'locations: place'],
    [{ locations: [{ ...PUBLIC, consent_evidence: '' }] }, 'locations: place'],
  ])('%j', (change, found) => {
    expect(foundIn(change)).toContain(found);
  });

  it('is said once a field, however many rows have it', () => {
    const channels = ['1', '2', '3'].map((value) => ({ type: 'phone', value }));
    expect(foundIn({ channels })).toEqual(['channels: number']);
  });
});

it('an error holds the edit back, a warning only until its author has given a reason (V7)', () => {
  const one = (severity: Finding['severity']): Finding => ({
    field: 'notes',
    place: 'notes.0',
    rule: severity,
    severity,
  });
  const all = [one('error'), one('warning')];
  expect(openFindings(all, () => undefined)).toEqual(all);
  expect(openFindings(all, () => '  ')).toEqual(all);
  expect(openFindings(all, () => 'It is their public office.')).toEqual([one('error')]);
});
