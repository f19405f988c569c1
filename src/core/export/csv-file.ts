import type { IsoDate } from '../dates.ts';
import { type Claim, claimOn } from '../facts.ts';
import type { Channel, Hours, Listing } from '../schema.ts';
import { type CsvOptions, csvText } from './csv-text.ts';
import type { ExportedFile } from './exported-file.ts';

type Column = readonly [
  name: string,
  cell: (listing: Listing, today: IsoDate) => string | number | null | undefined,
];

const BETWEEN = '; ';

// Names as in data/template.csv where the template has them. The dates stand beside what they are the dates of.
const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['organisation', ({ organization }) => organization.name],
  ['status', ({ status }) => status],
  ['verification', ({ verification }) => verification.state],
  ['checked_with_the_service_on', ({ verification }) => verification.checked_on ?? 'never'],
  ['read_on_a_public_page_on', ({ verification }) => verification.read_on],
  ['description', ({ description }) => description],
  ['country', ({ country }) => country],
  ['serves', ({ service_areas: areas }) => areas.join(BETWEEN)],
  ['needs', ({ needs }) => needs.join(BETWEEN)],
  ['situations', ({ situations }) => situations.join(BETWEEN)],
  ['groups', ({ groups_served: groups }) => groups.join(BETWEEN)],
  ['groups_turned_away', ({ groups_excluded: groups }) => groups.join(BETWEEN)],
  ['phone', ({ channels }) => reached(channels, 'phone')],
  ['sms', ({ channels }) => reached(channels, 'sms')],
  ['whatsapp', ({ channels }) => reached(channels, 'whatsapp')],
  ['relay', ({ channels }) => reached(channels, 'relay')],
  ['email', ({ channels }) => reached(channels, 'email')],
  ['website', ({ channels }) => reached(channels, 'web')],
  ['chat', ({ channels }) => reached(channels, 'chat')],
  [
    'other_ways',
    ({ channels }) =>
      [reached(channels, 'in-person'), reached(channels, 'ussd')].filter(Boolean).join(BETWEEN),
  ],
  [
    'languages',
    ({ languages }) =>
      languages.map(({ code, mode }) => `${code === '*' ? 'any' : code} (${mode})`).join(BETWEEN),
  ],
  ['hours', ({ hours }) => (hours ? hoursWords(hours) : '')],
  ['timezone', ({ hours }) => hours?.timezone],
  ['places', ({ locations }) => locations.map(placeWords).filter(Boolean).join(BETWEEN)],
  ['cost', ({ cost }) => [cost.value, cost.note].filter(Boolean).join(': ')],
  ['minimum_age', ({ minimum_age: age }) => age],
  ['maximum_age', ({ maximum_age: age }) => age],
  ['eligibility', ({ eligibility_description: words }) => words],
  ['how_to_apply', ({ application_process: words }) => words],
  ['documents', ({ required_documents: papers }) => papers.join(BETWEEN)],
  [
    'helps_whatever_the_immigration_status',
    ({ immigration_eligibility: claim }, today) => claimOn(claim, today).value,
  ],
  ['which_holds_until', ({ immigration_eligibility: claim }, today) => holdsUntil(claim, today)],
  ['immigration_conditions', ({ immigration_eligibility: claim }) => claim.conditions],
  ['asks_for_id', ({ id_required: barrier }) => barrier.value],
  ['asks_for_a_police_report', ({ police_report_required: barrier }) => barrier.value],
  ['asks_for_a_referral', ({ referral_required: barrier }) => barrier.value],
  ['must_report_to_an_authority', ({ mandatory_reporting: barrier }) => barrier.value],
  ['alert', ({ alert }) => (alert ? `${alert.text} (${alert.from} to ${alert.until})` : '')],
  ['notes', ({ notes }) => notes.join('\n')],
  ['source', ({ verification }) => verification.source_url],
  ['made_up', ({ sample }) => (sample ? 'yes' : '')],
];

/**
 * One row a service; places only as far as they are public, or the name of their area. A table has no room for evidence,
 * so a claim that is disputed, or no longer holds on the day, is unknown in it.
 */
export function csvFile(
  listings: readonly Listing[],
  today: IsoDate,
  options: CsvOptions = {},
): ExportedFile {
  const rows = listings.map((listing) => COLUMNS.map(([, cell]) => String(cell(listing, today) ?? '')));
  return { path: 'listings.csv', text: csvText([COLUMNS.map(([name]) => name), ...rows], options) };
}

function holdsUntil(claim: Claim, today: IsoDate): IsoDate | undefined {
  const { value, expires } = claimOn(claim, today);
  return value === 'unknown' ? undefined : expires;
}

function reached(channels: readonly Channel[], type: Channel['type']): string {
  return channels
    .filter((channel) => channel.type === type)
    .map(channelWords)
    .join(BETWEEN);
}

function channelWords(channel: Channel): string {
  const { value } = channel;
  const number = typeof value === 'string' ? value : `${value.code} (only inside ${value.country})`;
  const keyword = channel.type === 'sms' && channel.keyword ? ` (text ${channel.keyword})` : '';
  return number + keyword;
}

function hoursWords({ always_open: always, schedules, source_text: words }: Hours): string {
  if (always) return 'day and night';
  const weekly = schedules.map(({ byday, opens_at, closes_at }) => `${byday} ${opens_at}-${closes_at}`);
  return [weekly.join(BETWEEN), words ?? ''].filter(Boolean).join(' | ');
}

function placeWords(place: Listing['locations'][number]): string {
  if (place.visibility === 'none') return '';
  if (place.visibility === 'area-only') return `${place.area_name} (area only)`;
  const { name, address } = place;
  const parts = [name, address?.address_1, address?.postal_code, address?.city];
  return parts.filter(Boolean).join(', ') || (place.area_name ?? '');
}
