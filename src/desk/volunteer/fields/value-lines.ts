import type { JsonValue } from '../../../core/edits/edit.ts';
import { dayMinutes } from '../../../core/opening-hours.ts';
import type { Channel, Hours, Listing, Location } from '../../../core/schema.ts';
import { phoneForPeople } from './phone-text.ts';
import type { FieldSay } from './use-field-words.ts';

/** One line of a value as it is shown. */
export interface ValueLine {
  readonly text: string;
  /** In the language of the listing, not of the page. */
  readonly isForeign?: boolean;
  /** A number or an address of the web: left to right everywhere. */
  readonly isDigits?: boolean;
}

const foreign = (text: string): ValueLine => ({ text, isForeign: true });
const digits = (text: string): ValueLine => ({ text, isDigits: true });

type Languages = Listing['languages'];
type OnContact = NonNullable<Listing['on_contact']>;
type Claim = {
  readonly value: 'yes' | 'no' | 'unknown';
  readonly note?: string;
  readonly conditions?: string;
};

/** A field's value in words; none where nothing is known. */
export function valueLines(field: string, value: JsonValue, say: FieldSay): ValueLine[] {
  if (value === null) return [];
  if (field.startsWith('channels.') && field !== 'channels.order')
    return channelLines(value as unknown as Channel, say);
  switch (field) {
    case 'hours':
      return hoursLines(value as unknown as Hours, say);
    case 'languages':
      return (value as unknown as Languages).map(({ code, mode }) => ({
        text: `${say.names.language(code)} · ${say.word('modes', mode)}`,
      }));
    case 'locations':
      return (value as unknown as Location[]).flatMap((one) => locationLines(one, say));
    case 'needs':
      return codes(value, say.names.need, say);
    case 'groups_served':
    case 'groups_excluded':
      return codes(value, say.names.group, say);
    case 'features':
      return codes(value, say.names.feature, say);
    case 'situations':
      return codes(value, say.names.situation, say);
    case 'availability':
      return [{ text: say.word('availability', (value as { value: string }).value) }];
    case 'cost':
      return [{ text: say.word('costs', (value as { value: string }).value) }, ...noteOf(value)];
    case 'on_contact':
      return onContactLines(value as unknown as OnContact, say);
    case 'status':
      return [{ text: say.word('statuses', String(value)) }];
    default:
      return plainLines(value, say);
  }
}

function plainLines(value: JsonValue, say: FieldSay): ValueLine[] {
  if (typeof value === 'string') return [/^https:/.test(value) ? digits(value) : foreign(value)];
  if (typeof value === 'number') return [digits(String(value))];
  if (Array.isArray(value)) return value.flatMap((one) => plainLines(one, say));
  if (isClaim(value))
    return [
      { text: say.word('answers', value.value) },
      ...(value.conditions ? [foreign(value.conditions)] : []),
      ...noteOf(value as unknown as JsonValue),
    ];
  return Object.entries(value ?? {}).flatMap(([, inner]) => plainLines(inner as JsonValue, say));
}

function isClaim(value: unknown): value is Claim {
  const { value: answer } = (value ?? {}) as { value?: unknown };
  return answer === 'yes' || answer === 'no' || answer === 'unknown';
}

function noteOf(value: JsonValue): ValueLine[] {
  const { note } = value as { readonly note?: string };
  return note ? [foreign(note)] : [];
}

function onContactLines(
  { who_answers: who, anonymous, can_hang_up: hangUp }: OnContact,
  say: FieldSay,
): ValueLine[] {
  const words = { yes: 'anonymousYes', no: 'anonymousNo', unknown: 'anonymousUnknown' } as const;
  return [
    ...(who ? [foreign(who)] : []),
    { text: say.service(`onContact.${words[anonymous]}`) },
    { text: say.service(hangUp === 'yes' ? 'onContact.hangUpYes' : 'onContact.hangUpUnknown') },
  ];
}

function codes(value: JsonValue, name: (code: string) => string, { names }: FieldSay): ValueLine[] {
  return [{ text: names.listed((value as readonly string[]).map(name)) }];
}

function channelLines({ value, display, label, note }: Channel, say: FieldSay): ValueLine[] {
  const shown =
    display ??
    (typeof value === 'string' ? phoneForPeople(value) : `${value.code} (${say.country(value.country)})`);
  return [digits(shown), ...(label ? [foreign(label)] : []), ...(note ? [foreign(note)] : [])];
}

function locationLines(location: Location, say: FieldSay): ValueLine[] {
  if (location.visibility === 'none') return [{ text: say.word('places', 'none') }];
  if (location.visibility === 'area-only')
    return [{ text: say.word('places', 'area-only') }, foreign(location.area_name)];
  const { name, address, area_name: area } = location;
  const parts = [name, address?.address_1, address?.postal_code, address?.city ?? area];
  return [foreign(parts.filter((part) => part !== undefined).join(', '))];
}

function hoursLines(hours: Hours, say: FieldSay): ValueLine[] {
  const own = [
    ...(hours.always_open ? [say.service('opening.always')] : []),
    ...(hours.by_appointment ? [say.service('opening.appointment')] : []),
    ...hours.schedules.map(({ byday, opens_at, closes_at }) => {
      const { opens, closes } = dayMinutes(opens_at, closes_at);
      const range = { from: opens_at, to: closes_at };
      const at =
        opens === 0 && closes === 1440
          ? say.service('opening.allDay')
          : say.service(closes > 1440 ? 'opening.nextDay' : 'opening.range', range);
      return `${daysIn(byday, say)}: ${at}`;
    }),
  ].map((text) => ({ text }));
  return own.length === 0 && hours.source_text ? [foreign(hours.source_text)] : own;
}

/** `MO,TU` as days of the week; `2TU` keeps its number, as in "2. Tuesday". */
function daysIn(byday: string, say: FieldSay): string {
  const days = byday.split(',').map((day) => {
    const name = say.service(`days.${day.slice(-2)}` as 'days.MO');
    return day.length > 2 ? `${day.slice(0, -2)}. ${name}` : name;
  });
  return say.names.listed(days);
}
