import { parseWebLink } from '../links.ts';
import type { Channel, Listing } from '../schema.ts';
import { type Finding, finding } from './finding.ts';
import { hasHiddenPlace } from './hidden-places.ts';

/** Listings with a public address, by each contact that they can be reached at. */
export type PublicContacts = ReadonlyMap<string, readonly string[]>;

/** A number counts whoever has it; a mailbox or a web page only within one organisation, which shares its own. */
export function publicContacts(listings: readonly Listing[]): PublicContacts {
  const contacts = new Map<string, string[]>();
  for (const listing of listings) {
    if (!hasPublicAddress(listing)) continue;
    for (const contact of new Set(listing.channels.map((channel) => contactOf(channel, listing))))
      if (contact) contacts.set(contact, [...(contacts.get(contact) ?? []), listing.id]);
  }
  return contacts;
}

/** Rule 5 of places: a hidden place and a public address that share a contact may be one building. */
export function sharedContactFindings(listing: Listing, contacts: PublicContacts): Finding[] {
  if (!hasHiddenPlace(listing) || hasPublicAddress(listing)) return [];
  return listing.channels.flatMap((channel, index): Finding[] => {
    const others = contacts.get(contactOf(channel, listing) ?? '') ?? [];
    const otherId = others.find((id) => id !== listing.id);
    return otherId ? [{ ...finding('shared-contact', `channels.${index}.value`, 'warning'), otherId }] : [];
  });
}

function hasPublicAddress({ locations }: Listing): boolean {
  return locations.some(
    (one) => one.visibility === 'public' && (one.address !== undefined || one.latitude !== undefined),
  );
}

function contactOf(channel: Channel, { organization, sample }: Listing): string | undefined {
  switch (channel.type) {
    case 'phone':
    case 'sms':
    case 'whatsapp':
      // A short code belongs to a whole country, and made-up listings share the few numbers that are kept for fiction.
      if (typeof channel.value !== 'string') return undefined;
      return sample ? `${organization.id} ${channel.value}` : channel.value;
    case 'email':
      return `${organization.id} ${channel.value.toLowerCase()}`;
    case 'web':
    case 'chat': {
      const link = parseWebLink(channel.value);
      return link.ok ? `${organization.id} ${link.value.host}` : undefined;
    }
    default:
      return undefined;
  }
}
