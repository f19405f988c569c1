import { type HsdsOrganization, type HsdsService, hsdsOfListing } from '../hsds/hsds-of-listing.ts';
import { HSDS_VERSION } from '../hsds/names.ts';
import { hsdsTaxonomies, hsdsTerms } from '../hsds/terms.ts';
import type { Listing } from '../schema.ts';
import type { ExportedFile } from './exported-file.ts';

// The GET answers of HSDS 3.1's web interface as plain files. `/services` and `/services/{id}` cannot be a file and a
// folder of one name, so each answer is the index.json of its path: every static host serves it there.

// What a list leaves out: its services "only have one-to-one fields" (openapi.json), and those of the profile.
const NESTED = [
  'additional_urls',
  'attributes',
  'cost_options',
  'languages',
  'phones',
  'required_documents',
  'schedules',
  'service_areas',
  'service_at_locations',
];

interface Entity {
  readonly id: string;
}

export function hsdsFiles(listings: readonly Listing[], profile?: string): ExportedFile[] {
  const services = listings.map(hsdsOfListing).sort(byId);
  const places = services.flatMap(placesOf);
  return [
    file('', { version: HSDS_VERSION, ...(profile && { profile }) }),
    ...entity('services', services, withoutNested),
    ...entity('organizations', organizationsOf(services), ({ services: _, ...one }) => one),
    ...entity('service_at_locations', places),
    ...entity('taxonomies', hsdsTaxonomies()),
    ...entity('taxonomy_terms', hsdsTerms()),
  ];
}

/** Everything in one file: the page of services, each of them whole. */
export function hsdsFile(listings: readonly Listing[]): ExportedFile {
  const services = listings.map(hsdsOfListing).sort(byId);
  return { path: 'services.json', text: textOf({ version: HSDS_VERSION, ...pageOf(services) }) };
}

function entity<One extends Entity>(
  name: string,
  all: readonly One[],
  brief: (one: One) => object = (one) => one,
): ExportedFile[] {
  return [file(name, pageOf(all.map(brief))), ...all.map((one) => file(`${name}/${one.id}`, one))];
}

/** The whole list as one page: a file cannot be asked for the next. */
function pageOf(contents: readonly object[]): object {
  return {
    total_items: contents.length,
    total_pages: 1,
    page_number: 1,
    size: contents.length,
    first_page: true,
    last_page: true,
    empty: contents.length === 0,
    contents,
  };
}

function withoutNested(service: HsdsService): object {
  return Object.fromEntries(Object.entries(service).filter(([name]) => !NESTED.includes(name)));
}

function placesOf(service: HsdsService): Entity[] {
  return (service.service_at_locations ?? []) as Entity[];
}

type WithServices = HsdsOrganization & { readonly services: readonly object[] };

function organizationsOf(services: readonly HsdsService[]): WithServices[] {
  const byOrganization = new Map<string, HsdsService[]>();
  for (const service of services) {
    const { id } = service.organization;
    byOrganization.set(id, [...(byOrganization.get(id) ?? []), service]);
  }
  return [...byOrganization.values()].map(organizationOf).sort(byId);
}

function organizationOf(own: readonly HsdsService[]): WithServices {
  const all = own.map(({ organization }) => organization);
  // Two of its services may tell more or less of it: the one that names its website does best.
  const fullest = all.find(({ website }) => website) ?? (all[0] as HsdsOrganization);
  return { ...fullest, services: own.map(({ id, name, status }) => ({ id, name, status })) };
}

function byId(one: Entity, other: Entity): number {
  return one.id < other.id ? -1 : 1;
}

function file(path: string, answer: object): ExportedFile {
  return { path: path ? `${path}/index.json` : 'index.json', text: textOf(answer) };
}

function textOf(answer: object): string {
  return `${JSON.stringify(answer, null, 1)}\n`;
}
