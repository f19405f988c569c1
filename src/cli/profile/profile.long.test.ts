import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  AVAILABILITIES,
  CHECK_METHODS,
  COSTS,
  LANGUAGE_MODES,
  REFERRERS,
  VISIBILITIES,
} from '../../core/codes.ts';
import { FEATURES, GROUPS, IMMIGRATION_STATUSES, NEEDS, SITUATIONS } from '../../core/taxonomy.ts';
import { hsdsValidator } from '../hsds/validator.ts';
import { MERGED_SCHEMAS, PROFILE } from './generate.ts';

const faults = hsdsValidator(MERGED_SCHEMAS);
const ID = '00000000-0000-4000-8000-000000000001';

const SERVICE = {
  id: ID,
  name: 'Harbour House',
  description: 'A made-up service.',
  status: 'active',
  organization: { id: ID, name: 'Quay Trust', description: 'Quay Trust' },
  text_language: 'en',
  country: 'GB',
  needs: ['live.basics'],
  channels: [],
  immigration_eligibility: { value: 'unknown' },
  verification: { state: 'confirmed', checked_on: '2026-11-20' },
};
const isGood = (change: object) => faults('service', { ...SERVICE, ...change }).length === 0;
const hidden = (change: object) =>
  isGood({
    hidden_locations: [
      { id: ID, location_type: 'redacted', visibility: 'area-only', area_name: 'London', ...change },
    ],
  });

describe('the published profile', () => {
  it('takes the smallest service that a listing can be', () => {
    expect(faults('service', SERVICE)).toEqual([]);
  });

  it.each(['needs', 'channels', 'verification', 'immigration_eligibility', 'text_language', 'country'])(
    'refuses a service without %s',
    (field) => {
      expect(isGood({ [field]: undefined })).toBe(false);
    },
  );

  it.each(['yes', 'no'])('refuses a %s that nobody can point to', (value) => {
    const by = (evidence?: object[]) => isGood({ immigration_eligibility: { value, evidence } });
    expect(by()).toBe(false);
    expect(by([])).toBe(false);
    expect(by([{ type: 'provider-web', checked_on: null }])).toBe(false);
    expect(by([{ type: 'provider-web', checked_on: null, read_on: '2026-11-21' }])).toBe(true);
    expect(by([{ type: 'provider-call', checked_on: '2026-11-21' }])).toBe(true);
  });

  it('refuses a yes with a condition', () => {
    const evidence = [{ type: 'provider-call', checked_on: '2026-11-21' }];
    const claim = { value: 'yes', evidence };
    expect(isGood({ immigration_eligibility: { ...claim, conditions: 'Only with a visa' } })).toBe(false);
    expect(isGood({ immigration_eligibility: { ...claim, excluded_statuses: ['visa'] } })).toBe(false);
    expect(
      isGood({ immigration_eligibility: { ...claim, value: 'no', conditions: 'Only with a visa' } }),
    ).toBe(true);
  });

  it('SV-10 takes a hidden place by its area, and refuses every field that could say where it is', () => {
    expect(hidden({})).toBe(true);
    expect(hidden({ visibility: 'none', area_name: undefined })).toBe(true);
    expect(hidden({ visibility: 'none' })).toBe(false);
    expect(hidden({ visibility: 'public' })).toBe(false);
    for (const telling of [
      { latitude: 51.5 },
      { longitude: 0.1 },
      { addresses: [] },
      { name: 'Blue door' },
      { description: 'Behind the school' },
      { transportation: 'Bus 9' },
      { url: 'https://example.org/map' },
      { phones: [] },
      { schedules: [] },
      { consent_evidence: 'x' },
    ])
      expect(hidden(telling), JSON.stringify(telling)).toBe(false);
  });

  it('refuses a public place that nobody agreed to', () => {
    const place = { id: ID, location_type: 'physical', visibility: 'public' };
    const agreed = { publish_consent: true, consent_evidence: 'A town hall' };
    expect(faults('location', { ...place, ...agreed })).toEqual([]);
    expect(faults('location', place)).not.toEqual([]);
    expect(faults('location', { ...place, ...agreed, publish_consent: false })).not.toEqual([]);
    expect(faults('location', { ...place, ...agreed, consent_evidence: undefined })).not.toEqual([]);
  });

  it.each([
    [{ type: 'phone', value: '+442079460123' }, true],
    [{ type: 'phone', value: { code: '116', country: 'KE' } }, true],
    [{ type: 'phone', value: '*#06#' }, false],
    [{ type: 'phone', value: 'Ask at the desk' }, false],
    [{ type: 'web', value: 'https://example.org/' }, true],
    [{ type: 'web', value: 'javascript:alert(1)' }, false],
    [{ type: 'email', value: 'help@example.org' }, true],
    [{ type: 'email', value: 'help' }, false],
    [{ type: 'carrier-pigeon', value: 'x' }, false],
  ])('CT-3 a channel %j: %s', (channel, good) => {
    expect(isGood({ channels: [channel] })).toBe(good);
  });

  it('knows the codes that a listing knows, and no other', () => {
    const text = ['service', 'location', 'language'].map((name) => patch(name)).join();
    const enums = [...text.matchAll(/"enum":(\[[^\]]*\])/g)].map(([, codes]) => codes);
    for (const codes of [
      NEEDS,
      SITUATIONS,
      GROUPS,
      FEATURES,
      IMMIGRATION_STATUSES,
      ANSWERS,
      AVAILABILITIES,
      CHECK_METHODS,
      COSTS,
      REFERRERS,
      VISIBILITIES,
      [...LANGUAGE_MODES],
    ])
      expect(enums).toContain(JSON.stringify(codes));
  });
});

function patch(name: string): string {
  return JSON.stringify(JSON.parse(readFileSync(`${PROFILE}/${name}.json`, 'utf8')));
}
