import { ANSWERS, COSTS, isOneOf, LANGUAGE_MODES } from '../codes.ts';
import type { JsonValue } from '../edits/edit.ts';
import { jsonOf } from '../edits/fields.ts';
import { fail } from '../result.ts';
import type { Listing } from '../schema.ts';
import { channels } from './channel-columns.ts';
import { CLAIM_COLUMNS } from './claim-columns.ts';
import { PLACE_COLUMN } from './place-column.ts';
import { BETWEEN, fitting, keeping, listOrNull, type SheetColumn, shown, whole } from './sheet-column.ts';
import { translationColumns } from './translation-columns.ts';

// What a sheet says of a listing. Sources and who checked what have no column, and what has no column is never taken away
// by a sheet.

export const REGION_COLUMN = 'region';
export const ID_COLUMN = 'id';

/** The columns of a sheet, with those of the words in these languages. */
export function sheetColumns(languages: readonly string[]): readonly SheetColumn[] {
  return [...COLUMNS, ...translationColumns(languages)];
}

const COLUMNS: readonly SheetColumn[] = [
  words('name', 'name'),
  words('alternate_name', 'alternate_name'),
  part('organisation', 'name'),
  part('organisation_website', 'website'),
  words('status', 'status'),
  shown('checked_with_the_service_on', ({ verification }) => verification.checked_on ?? 'never'),
  words('description', 'description'),
  words('text_language', 'text_language'),
  words('country', 'country'),
  codes('serves', 'service_areas', '\n'),
  codes('needs', 'needs'),
  codes('situations', 'situations'),
  codes('groups', 'groups_served'),
  codes('groups_turned_away', 'groups_excluded'),
  codes('features', 'features'),
  channels('phone', 'phone'),
  channels('sms', 'sms'),
  channels('whatsapp', 'whatsapp'),
  channels('relay', 'relay'),
  channels('email', 'email'),
  channels('website', 'web'),
  channels('chat', 'chat'),
  languages(),
  PLACE_COLUMN,
  shown('hours', ({ hours }) => hoursWords(hours)),
  cost(),
  age('minimum_age'),
  age('maximum_age'),
  words('eligibility', 'eligibility_description'),
  words('how_to_apply', 'application_process'),
  codes('documents', 'required_documents', '\n'),
  answer('asks_for_id', 'id_required'),
  answer('asks_for_a_police_report', 'police_report_required'),
  answer('asks_for_a_referral', 'referral_required'),
  answer('asks_for_a_parent', 'parental_consent_required'),
  answer('must_report_to_an_authority', 'mandatory_reporting'),
  ...CLAIM_COLUMNS,
  words('what_stays_confidential', 'confidentiality_note'),
  codes('notes', 'notes', '\n'),
];

type Words =
  | 'name'
  | 'alternate_name'
  | 'status'
  | 'description'
  | 'text_language'
  | 'country'
  | 'eligibility_description'
  | 'application_process'
  | 'confidentiality_note';
type Lists =
  | 'needs'
  | 'situations'
  | 'groups_served'
  | 'groups_excluded'
  | 'features'
  | 'service_areas'
  | 'required_documents'
  | 'notes';
type Barriers =
  | 'id_required'
  | 'police_report_required'
  | 'referral_required'
  | 'parental_consent_required'
  | 'mandatory_reporting';

function words(name: string, field: Words): SheetColumn {
  return {
    name,
    place: field,
    cell: (listing) => fitting(listing[field] ?? ''),
    read: (text) => whole(field, text || null),
  };
}

function part(name: string, field: 'name' | 'website'): SheetColumn {
  const path = `organization.${field}`;
  return {
    name,
    place: path,
    cell: ({ organization }) => organization[field] ?? '',
    read: (text) => whole(path, text || null),
  };
}

function codes(name: string, field: Lists, between = BETWEEN): SheetColumn {
  const cell = (listing: Listing) => fitting(listing[field].join(between));
  return {
    name,
    place: field,
    cell,
    read: (text, listing) => {
      const held: readonly string[] = listing?.[field] ?? [];
      // What holds the sign that stands between two cannot be taken apart again.
      if (held.some((one) => one.includes(between.trim() || between))) return fail('not-here');
      const keep = keeping(held, (one) => one);
      const parts = text.split(between === BETWEEN ? /;/ : between).map((one) => one.trim());
      return whole(field, listOrNull(parts.filter((one) => one !== '').map((one) => keep(one) ?? one)));
    },
  };
}

function age(field: 'minimum_age' | 'maximum_age'): SheetColumn {
  return {
    name: field,
    place: field,
    cell: (listing) => String(listing[field] ?? ''),
    read: (text) => {
      if (text === '') return whole(field, null);
      const years = /^\d{1,3}(?=([.,]0+)?$)/.exec(text)?.[0];
      return years === undefined ? fail('not-understood') : whole(field, Number(years));
    },
  };
}

/** Its note explained the answer of before, so it goes with it. */
function answer(name: string, field: Barriers): SheetColumn {
  return {
    name,
    place: field,
    cell: (listing) => listing[field].value,
    read: (text) => {
      const value = text.toLowerCase() || 'unknown';
      return isOneOf(ANSWERS, value)
        ? whole(field, value === 'unknown' ? null : { value })
        : fail('not-understood');
    },
  };
}

function cost(): SheetColumn {
  return {
    name: 'cost',
    place: 'cost',
    cell: ({ cost: { value, note } }) => (note ? `${value}: ${note}` : value),
    read: (text) => {
      const [, value = '', note = ''] = /^([^:]*):?\s*([\s\S]*)$/.exec(text) ?? [];
      const plain = value.trim().toLowerCase() || 'unknown';
      if (!isOneOf(COSTS, plain)) return fail('not-understood');
      return whole('cost', note ? { value: plain, note } : plain === 'unknown' ? null : { value: plain });
    },
  };
}

function languages(): SheetColumn {
  return {
    name: 'languages',
    place: 'languages',
    cell: (listing) => listing.languages.map(languageCell).join(BETWEEN),
    read: (text, listing) => {
      const parts = text.split(';').flatMap((one) => one.trim() || []);
      const read = parts.map((one) => languageOf(one, listing?.languages ?? []));
      return read.includes(null) ? fail('not-understood') : whole('languages', listOrNull(read));
    },
  };
}

function languageCell({ code, mode }: Pick<Listing['languages'][number], 'code' | 'mode'>): string {
  return `${code === '*' ? 'any' : code} (${mode})`;
}

function languageOf(text: string, held: Listing['languages']): JsonValue {
  const same = held.find((one) => languageCell(one) === text);
  if (same) return jsonOf(same);
  const [, code = '', mode = ''] = /^([A-Za-z0-9*-]+) *\(([a-z]+)\)$/.exec(text) ?? [];
  return isOneOf(LANGUAGE_MODES, mode) ? { code: code === 'any' ? '*' : code, mode } : null;
}

function hoursWords(hours: Listing['hours']): string {
  if (!hours) return '';
  if (hours.always_open) return 'day and night';
  const weekly = hours.schedules.map(({ byday, opens_at, closes_at }) => `${byday} ${opens_at}-${closes_at}`);
  return [weekly.join(BETWEEN), hours.source_text ?? ''].filter(Boolean).join(' | ');
}
