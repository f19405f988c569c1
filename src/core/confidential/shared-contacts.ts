import { parseWebLink } from '../links.ts';
import type { Channel, Listing } from '../schema.ts';
import { type Finding, finding } from './finding.ts';
import { hasHiddenPlace } from './hidden-places.ts';

/** As much of a listing as says how it is reached, and whether its place is hidden. */
export type ReachedListing = Pick<
  Listing,
  'id' | 'needs' | 'channels' | 'locations' | 'organization' | 'sample'
>;

/** Listings with a public address, by each contact that they can be reached at. */
export type PublicContacts = ReadonlyMap<string, readonly string[]>;

/** A number counts whoever has it; a mailbox or a web page only within one organisation, which shares its own. */
export function publicContacts(listings: readonly Listing[]): PublicContacts {
  const contacts = new Map<string, string[]>();
  for (const listing of listings) addPublicContacts(contacts, listing);
  return contacts;
}

// One is named, and it must be another than the listing itself. A switchboard may serve thousands.
const MOST_IDS = 2;

/** The same for one listing more, where they are not all at hand at once. */
export function addPublicContacts(contacts: Map<string, string[]>, listing: ReachedListing): void {
  if (!hasPublicAddress(listing)) return;
  for (const channel of listing.channels) {
    const contact = contactOf(channel, listing);
    if (!contact) continue;
    const ids = contacts.get(contact);
    if (!ids) contacts.set(contact, [listing.id]);
    else if (ids.length < MOST_IDS && !ids.includes(listing.id)) ids.push(listing.id);
  }
}

/** Whether it must be held against the public contacts: its place is hidden, and nothing of it is public. */
export function mayShareContact(listing: ReachedListing): boolean {
  return hasHiddenPlace(listing) && !hasPublicAddress(listing);
}

/** Rule 5 of places: a hidden place and a public address that share a contact may be one building. */
export function sharedContactFindings(listing: ReachedListing, contacts: PublicContacts): Finding[] {
  if (!mayShareContact(listing)) return [];
  return listing.channels.flatMap((channel, index): Finding[] => {
    const others = contacts.get(contactOf(channel, listing) ?? '') ?? [];
    const otherId = others.find((id) => id !== listing.id);
    return otherId ? [{ ...finding('shared-contact', `channels.${index}.value`, 'warning'), otherId }] : [];
  });
}

function hasPublicAddress({ locations }: ReachedListing): boolean {
  return locations.some(
    (one) => one.visibility === 'public' && (one.address !== undefined || one.latitude !== undefined),
  );
}

function contactOf(channel: Channel, { organization, sample }: ReachedListing): string | undefined {
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
