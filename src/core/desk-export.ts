import { tellingErrors } from './confidential/confidential-findings.ts';
import { type IsoDate, isIsoDate } from './dates.ts';
import { canonicalJson } from './edits/canonical-json.ts';
import { isRecord } from './is-record.ts';
import { fail, type Result, succeed } from './result.ts';
import { isUuid, type Listing, parseListing } from './schema.ts';

// What the volunteers' server hands to whoever builds the lists: approved listings, and what is hidden for now. It has no
// field that could hold a person, a comment or an account (SV-17), and the same database gives the same bytes (SV-9).

/** Hidden by a reviewer (SV-19), and since when; why stays at the desk. */
export interface HiddenListing {
  readonly service_id: string;
  readonly from: IsoDate;
}

export interface DeskRelease {
  /**
   * The entry of the log with which a listing last changed, from 1 on. Of two exports that differ the later has the higher
   * one; numbers between are of entries that changed no listing.
   */
  readonly number: number;
  /** The instant of that change, ISO 8601 in UTC. */
  readonly at: string;
}

export interface DeskExport {
  readonly type: 'waypost-listings';
  readonly version: 1;
  /** Closed ones too: whoever builds leaves them out, and a file of before does not bring them back. */
  readonly regions: Readonly<Record<string, readonly Listing[]>>;
  readonly revoked: readonly HiddenListing[];
  readonly release: DeskRelease;
}

/** What must be mended at the desk. It names a place, never a value: the value may be where a refuge is. */
export interface ExportFault {
  /** Empty where it is no listing's. */
  readonly region: string;
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

export type DeskExportInput = Pick<DeskExport, 'revoked' | 'release'> & {
  /** Listings as they are kept: each is read as if a stranger had sent it. */
  readonly regions: Readonly<Record<string, readonly unknown[]>>;
};

const REGION = /^[a-z][a-z0-9-]{0,39}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** The export, or everything that keeps it from being made: a listing that tells where a hidden place is stops all (SV-10). */
export function deskExport({
  regions,
  revoked,
  release,
}: DeskExportInput): Result<DeskExport, ExportFault[]> {
  const faults: ExportFault[] = [];
  const read = Object.keys(regions)
    .sort()
    .map((region) => [region, readRegion(region, regions[region] ?? [], faults)] as const);
  faults.push(...twins(read), ...revokedFaults(revoked), ...releaseFaults(release));
  if (faults.length > 0) return fail(faults);
  return succeed({
    type: 'waypost-listings',
    version: 1,
    regions: Object.fromEntries(read),
    revoked: revoked
      .map(({ service_id, from }) => ({ service_id, from }))
      .sort(by(({ service_id }) => service_id)),
    release: { number: release.number, at: release.at },
  });
}

/** One text for one content, byte for byte. */
export function deskExportText(content: DeskExport): string {
  return `${canonicalJson(content)}\n`;
}

/** Reads an export from untrusted text. Unknown fields are refused: one of them could hold a name. */
export function readDeskExport(text: string): Result<DeskExport, ExportFault[]> {
  const input = parsed(text);
  if (!isRecord(input) || input.type !== 'waypost-listings')
    return fail([fault('type', 'is no export of the volunteers’ desk: name the file that its server wrote')]);
  if (input.version !== 1)
    return fail([fault('version', 'is one that this program does not know: bring it up to date')]);
  const shape = shapeFaults(input);
  return shape.length > 0 ? fail(shape) : deskExport(input as unknown as DeskExportInput);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the file.
    return null;
  }
}

const FIELDS = ['type', 'version', 'regions', 'revoked', 'release'];

function shapeFaults(input: Readonly<Record<string, unknown>>): ExportFault[] {
  const { regions, revoked, release } = input;
  const areLists = isRecord(regions) && Object.values(regions).every(Array.isArray);
  return [
    ...Object.keys(input).flatMap((key) => (FIELDS.includes(key) ? [] : [fault('(file)', UNKNOWN)])),
    ...(areLists ? [] : [fault('regions', 'is not a list of listings for each region')]),
    ...(Array.isArray(revoked) && revoked.every((one) => hasOnly(one, ['service_id', 'from']))
      ? []
      : [fault('revoked', 'is not a list of ids, each with its day')]),
    ...(hasOnly(release, ['number', 'at']) ? [] : [fault('release', 'is not a number and an instant')]),
  ];
}

const UNKNOWN = 'has a field that may not stand here: take it out';

function hasOnly(value: unknown, fields: readonly string[]): boolean {
  return isRecord(value) && Object.keys(value).every((key) => fields.includes(key));
}

function readRegion(region: string, inputs: readonly unknown[], faults: ExportFault[]): Listing[] {
  if (!REGION.test(region))
    faults.push(fault('regions', 'has a region whose name is none, like gb or new-york'));
  return inputs
    .flatMap((input, place) => {
      const read = parseListing(input);
      const id = isRecord(input) && isUuid(input.id) ? input.id : `(${place})`;
      if (!read.ok) {
        faults.push(...read.problem.map(({ field, reason }) => ({ region, id, field, reason })));
        return [];
      }
      faults.push(...tellingFaults(region, read.value));
      return [withoutPeople(read.value)];
    })
    .sort(by(({ id }) => id));
}

function tellingFaults(region: string, listing: Listing): ExportFault[] {
  return tellingErrors(listing).map(({ field, reason, remedy }) => ({
    region,
    id: listing.id,
    field,
    reason: `${reason}: ${remedy}`,
  }));
}

/** Who checked is a role by rule, and a name by mistake. Nobody is shown it, so nobody is sent it (SV-17). */
function withoutPeople(listing: Listing): Listing {
  return JSON.parse(JSON.stringify(listing, (key, value) => (key === 'checked_by' ? undefined : value)));
}

function twins(read: readonly (readonly [string, readonly Listing[]])[]): ExportFault[] {
  const seen = new Set<string>();
  return read.flatMap(([region, listings]) =>
    listings.flatMap(({ id }) => {
      const isTwin = seen.has(id);
      seen.add(id);
      return isTwin ? [{ region, id, field: 'id', reason: 'stands there twice: take one out' }] : [];
    }),
  );
}

function revokedFaults(revoked: readonly HiddenListing[]): ExportFault[] {
  const ids = revoked.map(({ service_id }) => service_id);
  return revoked.flatMap(({ service_id, from }, place) => [
    ...(isUuid(service_id) ? [] : [fault(`revoked.${place}.service_id`, 'is not the id of a listing')]),
    ...(typeof from === 'string' && isIsoDate(from)
      ? []
      : [fault(`revoked.${place}.from`, 'is not a day like 2026-11-21')]),
    ...(ids.indexOf(service_id) < place ? [fault(`revoked.${place}.service_id`, 'stands there twice')] : []),
  ]);
}

function releaseFaults({ number, at }: DeskRelease): ExportFault[] {
  return [
    ...(Number.isSafeInteger(number) && number > 0
      ? []
      : [fault('release.number', 'is not a number from 1 on')]),
    ...(INSTANT.test(String(at)) ? [] : [fault('release.at', 'is not an instant like 2026-11-21T09:00:00Z')]),
  ];
}

function fault(field: string, reason: string): ExportFault {
  return { region: '', id: '', field, reason };
}

function by<Value>(keyOf: (value: Value) => string): (one: Value, other: Value) => number {
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : 1);
}
