import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Listing } from '../core/schema.ts';
import { judgeNumber } from '../server/edits/judge-number.ts';
import type { InputProblem } from './regions.ts';

type Channel = Listing['channels'][number];

/**
 * The listing with each number written as people in that country group its digits, so that it can be copied by hand.
 * Always from the number that would be dialled: two numbers, one shown and one rung, must never be possible.
 */
export function withPhoneDisplay(listing: Listing): Listing {
  return { ...listing, channels: listing.channels.map(displayOf) };
}

function displayOf(channel: Channel): Channel {
  if (
    channel.type !== 'phone' &&
    channel.type !== 'sms' &&
    channel.type !== 'whatsapp' &&
    channel.type !== 'relay'
  )
    return channel;
  if (typeof channel.value !== 'string') return { ...channel, display: channel.value.code };
  const parsed = parsePhoneNumberFromString(channel.value);
  return { ...channel, display: parsed ? parsed.formatNational() : channel.value };
}

/** Numbers that cannot be real. Reserved numbers of made-up listings are allowed there and nowhere else. */
export function checkPhones(listing: Listing, shortCodes: ReadonlySet<string>, file: string): InputProblem[] {
  return listing.channels.flatMap((channel, index): InputProblem[] => {
    if (
      channel.type !== 'phone' &&
      channel.type !== 'sms' &&
      channel.type !== 'whatsapp' &&
      channel.type !== 'relay'
    )
      return [];
    const field = `channels.${index}.value`;
    if (typeof channel.value !== 'string') {
      const isKnown = listing.sample || shortCodes.has(`${channel.value.country} ${channel.value.code}`);
      return isKnown
        ? []
        : [
            {
              file,
              field,
              reason: 'is a short code that is not in data/taxonomies/short-codes: add it with its source',
            },
          ];
    }
    const isReal = listing.sample || judgeNumber(channel.value) !== 'impossible';
    return isReal
      ? []
      : [{ file, field, reason: 'is not a number that can be dialled: check it at its source' }];
  });
}
