import type { Listing } from '../../../../core/schema.ts';
import { DEFAULTS } from '../../../../core/shown-listing.ts';

interface Start {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly country: string;
  readonly language: string;
  readonly channels: Listing['channels'];
  readonly website: string | null;
}

/** A listing that says nothing yet but what was pasted. Nobody has checked it, so it says so. */
export function freshListing({
  id,
  organizationId,
  name,
  country,
  language,
  channels,
  website,
}: Start): Listing {
  return {
    ...DEFAULTS,
    id,
    name,
    text_language: language,
    description: '',
    status: 'active',
    organization: { id: organizationId, name: '', ...(website ? { website } : {}) },
    country,
    needs: [],
    channels,
    verification: { state: 'unverified', checked_on: null },
  } as unknown as Listing;
}
