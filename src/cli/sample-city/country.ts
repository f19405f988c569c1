import { landline } from './numbers.ts';

// A made-up country for lists of any length: a county for every full region, each with towns of its own.

/** As many as a region may hold (settled 21), so that an import's parts and the counties are the same. */
export const SERVICES_PER_COUNTY = 20_000;
const SERVICES_PER_ORGANISATION = 5;
// 11 ranges of 900 numbers that ring nobody: a longer list gives them again, as a switchboard serves many services.
const NUMBERS = 9_900;

const BEGINNINGS = [
  'Ash',
  'Bram',
  'Cold',
  'Dun',
  'Elm',
  'Fern',
  'Gors',
  'Hazel',
  'Ivy',
  'Jay',
  'Kel',
  'Lark',
];
const MIDDLES = [
  '',
  'an',
  'en',
  'er',
  'in',
  'low',
  'on',
  'ster',
  'wick',
  'ac',
  'el',
  'id',
  'or',
  'ul',
  'bal',
  'grim',
];
const ENDINGS = [
  'bury',
  'combe',
  'den',
  'field',
  'ford',
  'ham',
  'ley',
  'mere',
  'stead',
  'ton',
  'wold',
  'worth',
];

export interface SampleTown {
  readonly name: string;
  readonly county: string;
}

/** The county of the n-th service, and its town there. Letters only: a name with a digit is no area's to an import. */
export function townOf(serial: number): SampleTown {
  const county = Math.floor(serial / SERVICES_PER_COUNTY);
  const town = serial % (BEGINNINGS.length * ENDINGS.length);
  return { name: townName(county, town), county: countyName(county) };
}

export function townsOfCounty(county: number): SampleTown[] {
  const towns = BEGINNINGS.length * ENDINGS.length;
  return Array.from({ length: towns }, (_, town) => townOf(county * SERVICES_PER_COUNTY + town));
}

export function countyName(county: number): string {
  return `Sample ${at(BEGINNINGS, county)}${at(MIDDLES, Math.floor(county / BEGINNINGS.length))}shire`;
}

/** Five services in a row belong to one organisation and share its number. */
export function organisationOf(serial: number): { readonly serial: number; readonly phone: string } {
  const organisation = Math.floor(serial / SERVICES_PER_ORGANISATION);
  const phone = landline(organisation % NUMBERS);
  if (!phone) throw new Error('sample-city: the reserved numbers are fewer than they were');
  return { serial: organisation, phone };
}

// The middle tells the counties apart, so that no town is in two of the first sixteen: 320,000 services.
function townName(county: number, town: number): string {
  const [beginning, ending] = [town % BEGINNINGS.length, Math.floor(town / BEGINNINGS.length)];
  return at(BEGINNINGS, beginning) + at(MIDDLES, county) + at(ENDINGS, ending);
}

function at(list: readonly string[], turn: number): string {
  return list[turn % list.length] ?? '';
}
