import { randomUUID } from 'node:crypto';
import { type Listing, parseListing } from '../../src/core/schema.ts';

export const STREET = '12 Acacia Road';
export const POSTCODE = 'ZZ9 9ZZ';

/** A public drop-in of nowhere. Its number is one that nobody has. */
export function madeUpListing(changes: Readonly<Record<string, unknown>> = {}): Listing {
  const read = parseListing({
    id: randomUUID(),
    name: 'Open Door drop-in',
    text_language: 'en',
    description: 'A warm room, tea, and someone to talk to.',
    status: 'active',
    organization: { id: randomUUID(), name: 'Open Door', website: 'https://open-door.example/' },
    country: 'GB',
    needs: ['help.advocate'],
    channels: [{ type: 'phone', value: '+442079460123' }],
    languages: [{ code: 'en', mode: 'staff' }],
    locations: [
      {
        visibility: 'public',
        publish_consent: true,
        consent_evidence: 'A letter of the manager',
        location_type: 'physical',
        address: { address_1: STREET, city: 'London', postal_code: POSTCODE, country: 'GB' },
      },
    ],
    verification: { state: 'confirmed', method: 'call', checked_on: '2026-10-01' },
    sample: true,
    ...changes,
  });
  if (!read.ok) throw new Error(`tests: ${JSON.stringify(read.problem)}`);
  return read.value;
}
