import type { Draft } from './draft.ts';
import type { ReadingNotes, RecognisedSource } from './format.ts';
import { listed } from './format.ts';
import { draftOfService, type Tree, textIn } from './hsds-service.ts';
import type { SourceFile } from './source-files.ts';
import { tableFile, tableRows, wholeTable } from './tables.ts';
import type { Tally } from './tally.ts';

// HSDS as tables: 3.0, 2.0, 1.x, and Ohana, its ancestor. The tables around the services are kept in memory, by the
// id they point to; the services themselves go through one by one.

type Version = '3' | '2.0' | '1.x' | 'Ohana';

/** Tables that services and locations own rows of, and the name under which a tree has them. */
const OWNED: readonly (readonly [table: string, name: string])[] = [
  ['phones', 'phones'],
  ['schedules', 'schedules'],
  ['regular_schedules', 'regular_schedules'],
  ['languages', 'languages'],
  ['addresses', 'addresses'],
  ['physical_addresses', 'physical_addresses'],
  ['postal_addresses', 'postal_addresses'],
  ['mail_addresses', 'mail_addresses'],
  ['contacts', 'contacts'],
  ['service_areas', 'service_areas'],
  ['required_documents', 'required_documents'],
  ['cost_options', 'cost_options'],
  ['url', 'additional_urls'],
];
const OWNERS = [
  'service_id',
  'location_id',
  'service_at_location_id',
  'organization_id',
  'contact_id',
] as const;

/** Undefined where the files are no such tables. */
export function recogniseTables(files: readonly SourceFile[]): RecognisedSource | undefined {
  if (!tableFile(files, 'services')) return undefined;
  const version = versionOf(files);
  const format = version === 'Ohana' ? 'Ohana tables' : `HSDS ${version} tables`;
  return {
    format,
    encoding: 'each table by itself',
    drafts: (notes) => tabularDrafts(files, version, notes),
  };
}

function versionOf(files: readonly SourceFile[]): Version {
  const has = (name: string) => tableFile(files, name) !== undefined;
  if (has('mail_addresses')) return 'Ohana';
  if (has('service_at_location')) return '3';
  if (has('regular_schedules') || (has('eligibility') && !has('schedules'))) return '1.x';
  return has('physical_addresses') ? '2.0' : '3';
}

type Owned = Map<string, Record<string, Tree[]>>;

interface Around {
  readonly owned: Owned;
  readonly organizations: ReadonlyMap<string, Tree>;
  readonly locations: ReadonlyMap<string, Tree>;
  /** By service. */
  readonly links: ReadonlyMap<string, Tree[]>;
  readonly terms: ReadonlyMap<string, Tree>;
  readonly termsOfService: ReadonlyMap<string, string[]>;
  readonly eligibility: ReadonlyMap<string, string>;
}

async function* tabularDrafts(
  files: readonly SourceFile[],
  version: Version,
  { tally }: ReadingNotes,
): AsyncGenerator<Draft> {
  const around = await readAround(files, tally);
  for await (const { row, tree } of tableRows(files, 'services', tally)) {
    const service = assembled(tree, around, version, (reason) => tally.add('left', reason, row));
    yield draftOfService(service, row, { keepsPoints: true });
  }
}

async function readAround(files: readonly SourceFile[], tally: Tally): Promise<Around> {
  const whole = (name: string) => wholeTable(files, name, tally);
  const locations = byId(await whole('locations'));
  const owned: Owned = new Map();
  for (const [table, name] of OWNED) own(owned, name, await whole(table));
  const links = new Map<string, Tree[]>();
  for (const link of [...(await whole('service_at_location')), ...(await whole('services_at_location'))])
    push(links, textIn(link, 'service_id') ?? '', link);
  const terms = byId([...(await whole('taxonomy_terms')), ...(await whole('taxonomy'))]);
  const termsOfService = new Map<string, string[]>();
  for (const link of [
    ...(await whole('attributes')),
    ...(await whole('service_attributes')),
    ...(await whole('services_taxonomy')),
  ])
    push(
      termsOfService,
      textIn(link, 'service_id', 'link_id') ?? '',
      textIn(link, 'taxonomy_term_id', 'taxonomy_id') ?? '',
    );
  const eligibility = new Map<string, string>();
  for (const [index, one] of (await whole('eligibility')).entries()) {
    const service = textIn(one, 'service_id');
    if (service) eligibility.set(service, textIn(one, 'eligibility') ?? '');
    else tally.add('dropped', 'an eligibility row without its service', index + 2);
  }
  const organizations = byId(await whole('organizations'));
  return { owned, organizations, locations, links, terms, termsOfService, eligibility };
}

function assembled(service: Tree, around: Around, version: Version, left: (reason: string) => void): Tree {
  const id = textIn(service, 'id') ?? '';
  const links = around.links.get(id) ?? [];
  const direct = version === 'Ohana' ? textIn(service, 'location_id') : undefined;
  const locationIds = [...links.map((link) => textIn(link, 'location_id')), direct].filter(
    (one) => one !== undefined,
  );
  const locations = locationIds.flatMap((location) => {
    const found = around.locations.get(location);
    if (!found) left('a location that is not in the source');
    return found ? [{ ...found, ...around.owned.get(`location_id ${location}`) }] : [];
  });
  const organizationId = textIn(service, 'organization_id') ?? textIn(locations[0] ?? {}, 'organization_id');
  const organization = organizationId ? around.organizations.get(organizationId) : undefined;
  if (!organization) left('an organisation that is not in the source: the service’s own name stands there');
  const eligibility = around.eligibility.get(id);
  const ofService = around.owned.get(`service_id ${id}`) ?? {};
  return {
    ...service,
    ...(version === 'Ohana' ? ohanaLists(service) : {}),
    ...(eligibility ? { eligibility } : {}),
    ...ofService,
    organization: { ...organization, ...around.owned.get(`organization_id ${organizationId ?? ''}`) },
    service_at_locations: links.map(
      (link) => around.owned.get(`service_at_location_id ${textIn(link, 'id') ?? ''}`) ?? {},
    ),
    locations,
    taxonomy_terms: termsFor(service, around),
  };
}

function termsFor(service: Tree, { terms, termsOfService }: Around): Tree[] {
  const linked = termsOfService.get(textIn(service, 'id') ?? '') ?? [];
  // Ohana lists them in a cell of the service.
  const ids = [...linked, ...listed(textIn(service, 'taxonomy_ids'), /[,;]/)];
  return ids.map((id): Tree => terms.get(id) ?? { code: id });
}

/** Ohana keeps lists in cells of the service. */
function ohanaLists(service: Tree): Tree {
  const comma = /[,;]/;
  return {
    languages: listed(textIn(service, 'languages'), comma).map((name) => ({ name })),
    required_documents: listed(textIn(service, 'required_documents'), comma).map((document) => ({
      document,
    })),
    service_areas: listed(textIn(service, 'service_areas'), comma).map((name) => ({ name })),
  };
}

/** A phone may name a service, a location and an organisation at once: the nearest owner has it. */
function own(owned: Owned, name: string, rows: readonly Tree[]): void {
  for (const row of rows) {
    const owner = OWNERS.find((one) => textIn(row, one));
    if (!owner) continue;
    const key = `${owner} ${textIn(row, owner)}`;
    const lists = owned.get(key) ?? {};
    lists[name] = [...(lists[name] ?? []), row];
    owned.set(key, lists);
  }
}

function byId(trees: readonly Tree[]): Map<string, Tree> {
  return new Map(
    trees.flatMap((tree) => {
      const id = textIn(tree, 'id', 'taxonomy_id');
      return id ? [[id, tree] as const] : [];
    }),
  );
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
