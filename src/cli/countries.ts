import type { FirstScreenCountry, FirstScreenLine } from '../core/first-screen-country.ts';
import type { Listing } from '../core/schema.ts';
import { readJson } from './regions.ts';

type CountryFile = Omit<FirstScreenCountry, 'lines'>;

/**
 * The urgent block of the first screen, from the same listings that are signed: a changed or removed number changes it.
 * Ordered by the English name, so that no country is guessed or put first.
 */
export function firstScreenCountries(world: readonly Listing[], data = 'data'): FirstScreenCountry[] {
  const files = readJson(`${data}/regions/world/countries.json`) as CountryFile[];
  return files
    .map((country) => ({ ...country, lines: linesOf(world, country.code) }))
    .filter((country) => country.emergency.length > 0 || country.lines.length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function linesOf(world: readonly Listing[], code: string): FirstScreenLine[] {
  return world
    .filter((listing) => listing.country === code && listing.first_screen !== undefined)
    .sort((a, b) => (a.first_screen ?? 9) - (b.first_screen ?? 9) || (a.name < b.name ? -1 : 1))
    .flatMap((listing) => {
      const phone = listing.channels.find((channel) => channel.type === 'phone');
      const sms = listing.channels.find((channel) => channel.type === 'sms');
      if (!phone) return [];
      const value = typeof phone.value === 'string' ? phone.value : phone.value.code;
      return [
        {
          id: listing.id,
          name: listing.name,
          display: phone.display ?? value,
          href: `tel:${value}`,
          isFree: phone.cost === 'free',
          hoursText: listing.hours?.always_open ? '24' : (listing.hours?.source_text ?? null),
          text: sms
            ? {
                display: sms.display ?? (typeof sms.value === 'string' ? sms.value : sms.value.code),
                keyword: sms.type === 'sms' ? (sms.keyword ?? null) : null,
              }
            : null,
        },
      ];
    });
}
