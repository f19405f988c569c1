import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { readFieldName } from './edits/fields.ts';
import { providerFacts, providerLetter } from './provider-letter.ts';

const CANARY = 'Canary';
const HIDDEN = { visibility: 'area-only', location_type: 'redacted', area_name: CANARY };
const HOUSE = listingOf({
  channels: [{ type: 'phone', value: '+442079460001', note: CANARY }],
  immigration_eligibility: statusYes('2026-11-20', {
    evidence: [{ type: 'law', quote: CANARY, checked_on: '2026-11-20' }],
  }),
  id_required: { value: 'no', note: CANARY },
  verification: { state: 'confirmed', checked_on: '2026-11-20', checked_by: CANARY, source_name: CANARY },
  sources: [{ url: 'https://canary.example/', kind: CANARY }],
  notes: [CANARY],
  locations: [HIDDEN],
});

describe('V15 what a provider is asked about its own service', () => {
  it('V15 has each fact under the name of its field, and asks for what nobody knows', () => {
    const facts = new Map(providerFacts(HOUSE).map(({ field, value }) => [field, value]));
    expect(facts.get('channels.phone:+442079460001')).toEqual({ type: 'phone', value: '+442079460001' });
    expect(facts.get('immigration_eligibility')).toEqual({ value: 'yes' });
    expect(facts.get('hours')).toBeNull();
    expect(facts.get('referral_required')).toBeNull();
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        const fields = providerFacts(listing).map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        for (const field of fields) expect(readFieldName(field), field).not.toBeNull();
      }),
    );
  });

  it('V15 SV-10 SV-17 says nothing of a hidden place, a source, who checked, or what staff noted', () => {
    expect(JSON.stringify(providerLetter(HOUSE, '2026-12-01'))).not.toMatch(/canary/i);
    const address = { address_1: '1 Canary Street', city: 'London', country: 'GB' };
    const open = {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: CANARY,
      location_type: 'physical',
      address,
    };
    const mixed = listingOf({ locations: [open, HIDDEN] });
    expect(JSON.stringify(providerFacts(mixed))).not.toMatch(/canary/i);
    const shown = JSON.stringify(providerFacts(listingOf({ locations: [open] })));
    expect(shown).toContain('1 Canary Street');
    expect(shown).not.toContain('consent_evidence');
  });

  it('V15 is answered within four weeks', () => {
    expect(providerLetter(HOUSE, '2026-12-01')).toMatchObject({
      writtenOn: '2026-12-01',
      answerBy: '2026-12-29',
      listingId: HOUSE.id,
    });
  });
});
