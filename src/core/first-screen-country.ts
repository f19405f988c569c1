import { parsePhone } from './phones.ts';
import type { Channel } from './schema.ts';
import type { ShownListing } from './shown-listing.ts';
import type { Group } from './taxonomy.ts';

/** One country of the urgent block, as `waypost build` writes it from the signed listings. */
export interface FirstScreenCountry {
  readonly code: string;
  /** Its name in its own languages. */
  readonly own: readonly { readonly lang: string; readonly name: string }[];
  readonly emergency: readonly EmergencyNumber[];
  readonly lines: readonly FirstScreenLine[];
}

export interface EmergencyNumber {
  readonly number: string;
  readonly for: 'all' | 'police' | 'ambulance';
  readonly source_name: string;
  readonly read_on: string;
  /** The day somebody who knows confirmed it; absent where nobody has. */
  readonly checked_on?: string;
}

export interface FirstScreenLine {
  readonly name: string;
  readonly display: string;
  readonly href: string;
  readonly isFree: boolean;
  /** Whom the line says it is for, where that is not everyone. */
  readonly serves: readonly Group[];
  /** In which languages, by code; `*` is any through an interpreter. Empty where it is not known. */
  readonly languages: readonly string[];
  readonly hoursText: string | null;
  readonly text: { readonly display: string; readonly keyword: string | null } | null;
}

/** Whether a name is in Latin letters; spaces and marks are in none. */
export function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\P{Letter}]+$/u.test(name);
}

type LineSource = Pick<
  ShownListing,
  'id' | 'name' | 'country' | 'channels' | 'hours' | 'first_screen' | 'groups_served' | 'languages'
>;

/** The lines of a country that were chosen by hand for the first screen, in their order; only those with a number. */
export function firstScreenLines(world: readonly LineSource[], code: string): FirstScreenLine[] {
  return world
    .filter((listing) => listing.country === code && listing.first_screen !== undefined)
    .sort((a, b) => (a.first_screen ?? 0) - (b.first_screen ?? 0) || (a.name < b.name ? -1 : 1))
    .flatMap((listing) => firstScreenLine(listing) ?? []);
}

function firstScreenLine({
  name,
  channels,
  hours,
  groups_served,
  languages,
}: LineSource): FirstScreenLine | null {
  const phone = channels.find((channel) => channel.type === 'phone');
  const link = phone ? parsePhone(phone.value) : null;
  if (!phone || !link?.ok) return null;
  const sms = channels.find((channel) => channel.type === 'sms');
  return {
    name,
    display: shownNumber(phone),
    href: link.value.href,
    isFree: phone.cost === 'free',
    serves: groups_served.includes('everyone') ? [] : groups_served,
    languages: [...new Set(languages.filter(({ mode }) => mode !== 'written').map(({ code }) => code))],
    hoursText: hours?.always_open ? '24' : (hours?.source_text ?? null),
    text: sms ? { display: shownNumber(sms), keyword: sms.keyword ?? null } : null,
  };
}

function shownNumber({ value, display }: Extract<Channel, { type: 'phone' | 'sms' }>): string {
  return display ?? (typeof value === 'string' ? value : value.code);
}
