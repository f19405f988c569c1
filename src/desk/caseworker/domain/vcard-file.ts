import { contentLines, escapedText } from '../../../core/export/content-lines.ts';
import type { ExportedFile } from '../../../core/export/exported-file.ts';
import { parseEmail, parseWebLink } from '../../../core/links.ts';
import { parsePhone } from '../../../core/phones.ts';
import type { Channel } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';

const TEL_TYPES = { phone: 'WORK,VOICE', sms: 'WORK,MSG', whatsapp: 'WORK,CELL' } as const;

/**
 * vCard 3.0 (RFC 2426), because the contacts of Android refuse 4.0. Where a service has an alias, its card has the alias
 * and the numbers, and nothing that says what it is.
 */
export function vcardFile(
  listings: readonly ShownListing[],
  aliases: Readonly<Record<string, string>> = {},
): ExportedFile {
  const cards = listings.map((listing) => cardLines(listing, aliases[listing.id]?.trim()));
  return { path: 'contacts.vcf', text: cards.map(contentLines).join('') };
}

function cardLines(listing: ShownListing, alias: string | undefined): string[] {
  const name = escapedText(alias || listing.name);
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${name};;;;`,
    `FN:${name}`,
    ...listing.channels.flatMap((channel) => numberLine(channel)),
    ...(alias ? [] : openLines(listing)),
    'END:VCARD',
  ];
}

function numberLine(channel: Channel): string[] {
  if (channel.type !== 'phone' && channel.type !== 'sms' && channel.type !== 'whatsapp') return [];
  const { value } = channel;
  if (!parsePhone(value).ok) return [];
  return [`TEL;TYPE=${TEL_TYPES[channel.type]}:${typeof value === 'string' ? value : value.code}`];
}

function openLines(listing: ShownListing): string[] {
  return [
    `ORG:${escapedText(listing.organization.name)}`,
    ...listing.channels.flatMap((channel) => {
      if (channel.type === 'email' && parseEmail(channel.value).ok)
        return [`EMAIL;TYPE=INTERNET:${escapedText(channel.value)}`];
      if (channel.type === 'web' && parseWebLink(channel.value).ok) return [`URL:${channel.value}`];
      return [];
    }),
    ...addressLines(listing),
    `NOTE:${escapedText(listing.description)}`,
  ];
}

/** Of public places alone, each field by its name. */
function addressLines({ locations }: ShownListing): string[] {
  return locations.flatMap((place) => {
    if (place.visibility !== 'public' || !place.address) return [];
    const { address_1, city, state_province = '', postal_code = '', country } = place.address;
    const parts = ['', '', address_1, city, state_province, postal_code, country];
    return [`ADR;TYPE=WORK:${parts.map(escapedText).join(';')}`];
  });
}
