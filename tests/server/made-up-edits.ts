import { randomUUID } from 'node:crypto';
import { changesBetween } from '../../src/core/edits/changes.ts';
import type { Edit } from '../../src/core/edits/edit.ts';
import type { Listing } from '../../src/core/schema.ts';

/** What makes one of the other, as a desk sends it; of nothing, a new listing. */
export function editOf(before: Listing | null, after: Listing, more: Partial<Edit> = {}): Edit {
  return {
    id: randomUUID(),
    listingId: after.id,
    region: 'gb',
    kind: before ? 'change' : 'new',
    baseVersion: before ? 1 : 0,
    changes: changesBetween(before, after),
    confirmed: [],
    overrides: [],
    ...more,
  };
}

export function otherDescription(listing: Listing): Listing {
  return { ...listing, description: 'Tea, and someone who listens.' };
}

export function otherName(listing: Listing): Listing {
  return { ...listing, name: 'Open Door' };
}

export function otherNumber(listing: Listing): Listing {
  const channels = listing.channels.map((one) =>
    one.type === 'phone' ? { ...one, value: '+442079460999' } : one,
  );
  return { ...listing, channels };
}
