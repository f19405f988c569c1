import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../core/dates.ts';
import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import { type RegionSummary, summaryOf } from '../core/publishing-points.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { RegionRights } from '../core/rights.ts';
import type { Listing } from '../core/schema.ts';
import { compactListing, isShown } from '../core/shown-listing.ts';
import { buildPack, PackTooLarge } from '../pack/build-pack.ts';
import { APP, LIMITS } from '../pack/format.ts';
import { type MapEntry, mapPath } from '../pack/maps.ts';
import { encodeRights } from '../pack/rights.ts';
import type { IndexFile, RegionEntry, RootFile, SignatureFile } from '../pack/signed-index.ts';
import { buildSearchFiles } from '../search/build-index.ts';
import { type BuiltMap, builtMaps } from './built-maps.ts';
import type { ChecklistItem } from './checklist.ts';
import { firstScreenCountries } from './countries.ts';
import { DEPLOYMENT_FILE } from './deployment.ts';
import { developmentKey, rootOfOneKey, type SigningKey } from './development-key.ts';
import { earlierPacks, keepPack } from './earlier-packs.ts';
import { homePath } from './home.ts';
import { type OpenInputs, openInputs, readRegions } from './inputs.ts';
import { nodePlatform, sha256 } from './node-platform.ts';
import { contentOfBuilt, type OfferedDelta, offerDeltas } from './offer-deltas.ts';
import { openPoints } from './open-points.ts';
import { Progress } from './progress.ts';
import { type NamedRoot, readNamedRoot } from './publish/named-root.ts';
import type { Withdrawn } from './publish/revoked.ts';
import {
  DATA_FOLDERS,
  forgetOlderSite,
  isPublishedForApp,
  removeOtherPacks,
  writePacks,
  writeUnsigned,
} from './publish/unsigned-release.ts';
import type { InputProblem, Region } from './regions.ts';
import { lastRelease, type Release, recordRelease, regionVersion } from './release.ts';
import { regionRights } from './rights/region-rights.ts';
import { thoroughPlatform } from './thorough-deflate.ts';
import { buildErrors } from './validate/build-errors.ts';
import { Validation } from './validate/validate-regions.ts';
import { writeWhole } from './whole-file.ts';

/** What the app's build takes in besides its source (settled 4): the root, the seed pack, the urgent block. */
export interface BuildInputs {
  readonly root: string;
  readonly index: string;
  readonly indexSignature: string;
  readonly seedPath: string;
  readonly countries: readonly FirstScreenCountry[];
}

const SCHEMA_VERSION = 1;
const VALID_DAYS = 180;
const DEMO_ROOT_EXPIRES = '2036-01-01T00:00:00.000Z';
const LICENCE = 'CC BY 4.0';
const text = new TextEncoder();

export interface BuildOptions {
  /** Where the unsigned files go; WAYPOST_HOME/release where nothing is said. */
  readonly out?: string | undefined;
  /** A new version though nothing has changed, before the last one expires. */
  readonly renews?: boolean;
  /** The export of the volunteers' server, put over data/regions. */
  readonly from?: string | undefined;
}

/**
 * Builds every region of the deployment; returns what must be mended instead. A demo is signed at once, with the
 * development key, into WAYPOST_HOME/site. Where a root is named, people sign and publish what is written here.
 */
export async function buildRegions(now: Date, options: BuildOptions = {}): Promise<InputProblem[]> {
  const inputs = openInputs({ from: options.from });
  if (!inputs.ok) return inputs.problem;
  const { deployment, revoked } = inputs.value;
  if (!deployment.root && (options.out || options.renews)) return [ONLY_WITH_ROOT];
  const packed = await packRegions(inputs.value, now);
  if (!packed.ok) return packed.problem;
  const maps = builtMaps(['world', ...deployment.regions]);
  if (!maps.ok) return maps.problem;
  const { built, summaries, errors } = packed.value;
  const points = openPoints(deployment, summaries);
  const blocking = points.filter(({ blocks }) => blocks);
  const stops = [...errors, ...(deployment.root ? blocking.map(problemOf) : [])];
  if (stops.length > 0) return stops;
  if (deployment.root)
    return writeRelease(deployment.root, { built, revoked, maps: maps.value }, now, options);
  const world = summaries[0]?.lines ?? [];
  const countries = firstScreenCountries(world.filter(isShown));
  writeSite({ built, revoked, maps: maps.value, countries }, now);
  if (points.length > 0)
    console.log(
      `Checklist: ${points.length} points are open, ${blocking.length} of them before anybody may rely on this; "npm run waypost -- checklist" names them`,
    );
  return [];
}

interface Packed {
  readonly built: readonly BuiltRegion[];
  readonly summaries: readonly RegionSummary[];
  /** What `validate` finds that no list may be made with. */
  readonly errors: readonly InputProblem[];
}

/**
 * Reads, checks and packs region by region, so that no more than one region's listings are held. The packs stay in
 * memory until all are checked: nothing may be written that could carry a hidden place with it.
 */
async function packRegions(inputs: OpenInputs, now: Date): Promise<Result<Packed, InputProblem[]>> {
  const last = lastRelease();
  const validation = new Validation(inputs.deployment, inputs.frames, now);
  const progress = new Progress();
  const problems = [...inputs.problems];
  const built: BuiltRegion[] = [];
  const summaries: RegionSummary[] = [];
  for (const { region, problems: own } of readRegions(inputs, () => progress.step('read'))) {
    problems.push(...own);
    validation.add(region, () => progress.step('validate'));
    summaries.push(summaryOf(region.file, region.listings, dayOf(now.getTime())));
    // What cannot be read, or is more than a pack takes, is told of below.
    if (problems.length > 0 || countShown(region) > LIMITS.records) continue;
    const packed = await packOrProblem(region, regionRights(inputs.rights, region.file.country), last);
    if (packed.ok) built.push(packed.value);
    else problems.push(packed.problem);
  }
  progress.end();
  if (problems.length > 0) return fail(problems);
  return succeed({ built, summaries, errors: buildErrors(validation.problems()) });
}

async function packOrProblem(
  region: Region,
  rights: RegionRights | null,
  last: Release,
): Promise<Result<BuiltRegion, InputProblem>> {
  try {
    return succeed(await packRegion(region, rights, last));
  } catch (error) {
    if (!(error instanceof PackTooLarge)) throw error;
    return fail({
      file: region.folder,
      field: '(listings)',
      reason: `cannot be one list (${error.message}): move the listings of a part of it into a region of their own`,
    });
  }
}

function countShown({ listings }: Region): number {
  return listings.filter(isShown).length;
}

const ONLY_WITH_ROOT: InputProblem = {
  file: DEPLOYMENT_FILE,
  field: 'root',
  reason: 'is not there: --out and --renew are for lists that people sign',
};

function problemOf({ id, what, nextStep }: ChecklistItem): InputProblem {
  return { file: 'checklist', field: id, reason: `${what} ${nextStep}` };
}

function writeSite({ countries, ...lists }: Lists & Pick<BuildInputs, 'countries'>, now: Date): void {
  const key = developmentKey();
  const site = homePath('site', 'data');
  const made = makeRelease(lists, { signers: key.keyid, now, renews: false });
  const packs = filesOf(made.built, lists.maps);
  writePacks(site, packs);
  const root = fileText(rootOfOneKey(key, DEMO_ROOT_EXPIRES));
  const files = {
    'root.1.json': root,
    'root.1.json.sig': signatureText(root, key),
    'index.json.sig': signatureText(made.index, key),
    'index.json': made.index,
  };
  for (const [name, body] of Object.entries(files)) writeWhole(join(site, name), body);
  removeOtherPacks(site, packs);
  // Roots of a list that was published from here before.
  for (const name of readdirSync(site))
    if (!DATA_FOLDERS.includes(name) && !Object.hasOwn(files, name))
      rmSync(join(site, name), { recursive: true });
  const forApp: BuildInputs = {
    root,
    index: made.index,
    indexSignature: signatureText(made.index, key),
    seedPath: made.built[0]?.entry.path ?? '',
    countries,
  };
  writeWhole(homePath('inputs.json'), JSON.stringify(forApp));
  keepBuilt(made.built, made.release);
  sayBuilt(made.built);
}

/** Stops before signing: the keys are not on the machine that builds. */
function writeRelease(
  rootPath: string,
  lists: Lists,
  now: Date,
  { out, renews = false }: BuildOptions,
): InputProblem[] {
  const root = readNamedRoot(rootPath, now.getTime());
  if (!root.ok) return root.problem;
  const { built, index, release } = makeRelease(lists, {
    signers: signersOf(root.value),
    now,
    renews,
  });
  if (index.length > LIMITS.indexBytes)
    return [{ file: 'index.json', field: '(file)', reason: `is larger than ${LIMITS.indexBytes} bytes` }];
  const folder = out ?? homePath('release');
  writeUnsigned(folder, { root: root.value, index, packs: filesOf(built, lists.maps) });
  keepBuilt(built, release);
  sayBuilt(built);
  if (isPublishedForApp(index)) {
    console.log(`Version ${release.version} is signed and published; the app can be built`);
    return [];
  }
  forgetOlderSite(root.value);
  console.log(
    `Version ${release.version} is in ${folder}, unsigned. Next: "waypost sign" by ${root.value.root.roles.index.threshold} people, then "waypost publish"`,
  );
  return [];
}

function signersOf({ text: rootText }: NamedRoot): string {
  return sha256(text.encode(rootText));
}

interface BuiltRegion {
  readonly entry: RegionEntry;
  readonly deltas: readonly OfferedDelta[];
  readonly bytes: Uint8Array;
  readonly contentHash: string;
}

/** What a list is made of, once every listing has been checked. */
interface Lists {
  readonly built: readonly BuiltRegion[];
  readonly revoked: readonly Withdrawn[];
  readonly maps: readonly BuiltMap[];
}

/** Packs, deltas and maps, each named by the hash of its bytes. */
function filesOf(
  built: readonly BuiltRegion[],
  maps: readonly BuiltMap[],
): { path: string; bytes: Uint8Array }[] {
  const packs = built.flatMap(({ entry, bytes, deltas }) => [
    { path: entry.path, bytes },
    ...deltas.map((delta) => ({ path: `packs/${delta.entry.sha256}.bin`, bytes: delta.bytes })),
  ]);
  return [...packs, ...maps.map(({ entry, bytes }) => ({ path: mapPath(entry), bytes }))];
}

/** Also as what later versions are made from. */
function keepBuilt(built: readonly BuiltRegion[], release: Release): void {
  for (const { entry, bytes } of built) keepPack(entry.id, entry.version, bytes);
  recordRelease(release);
}

interface MadeRelease {
  readonly built: readonly BuiltRegion[];
  readonly index: string;
  readonly release: Release;
}

function makeRelease(
  { built, revoked, maps }: Lists,
  { signers, now, renews }: { readonly signers: string; readonly now: Date; readonly renews: boolean },
): MadeRelease {
  const last = lastRelease();
  const entries = built.map(({ entry }) => entry);
  // Nothing withdrawn is written as nothing, as before there was such a list.
  const withdrawn = revoked.length > 0 ? JSON.stringify(revoked) : '';
  const listedMaps = maps.map(({ entry }) => entry);
  const drawn = maps.length > 0 ? JSON.stringify(listedMaps) : '';
  const content = sha256(text.encode(JSON.stringify(entries) + signers + withdrawn + drawn));
  const isSame = last.content === content && !renews;
  const release: Release = {
    version: isSame ? last.version : last.version + 1,
    issued: isSame ? last.issued : now.toISOString(),
    content,
    regions: Object.fromEntries(
      built.map(({ entry, contentHash }) => [entry.id, { version: entry.version, content: contentHash }]),
    ),
  };
  return { built, index: fileText(withMaps(indexFile(entries, release, revoked), listedMaps)), release };
}

function sayBuilt(built: readonly BuiltRegion[]): void {
  for (const { entry } of built)
    console.log(`${entry.id}: ${entry.records} services, version ${entry.version}, ${entry.length} bytes`);
}

async function packRegion(region: Region, rights: RegionRights | null, last: Release): Promise<BuiltRegion> {
  const { file, towns } = region;
  const listings = region.listings.filter(isShown);
  const { index, cards } = buildSearchFiles(listings);
  const records = listings.map(compactListing);
  // Of what a phone gets: a change that does not reach it is no new version.
  const contentHash = sha256(
    text.encode(
      JSON.stringify([
        { ...file, covers: undefined },
        records,
        towns,
        sha256(index),
        sha256(cards),
        // Nothing at all where there are none, as before there were any.
        ...(rights ? [sha256(encodeRights(rights))] : []),
      ]),
    ),
  );
  const version = regionVersion(last, file.id, contentHash);
  const meta = {
    region: file.id,
    version,
    records: listings.length,
    schema: SCHEMA_VERSION,
    built_on: newestDate(listings),
    licence: LICENCE,
  };
  const platform = file.kind === 'world' ? thoroughPlatform : nodePlatform;
  const bytes = await buildPack({ meta, index, cards, towns, rights, listings: records }, platform);
  const hash = sha256(bytes);
  const deltas = await offerDeltas(earlierPacks(file.id, version), bytes, meta);
  const entry: RegionEntry = {
    id: file.id,
    kind: file.kind,
    name: file.name,
    country: file.country ?? 'ZZ',
    timezone: file.timezone ?? 'UTC',
    version,
    path: `packs/${hash}.bin`,
    length: bytes.length,
    sha256: hash,
    records: listings.length,
    schema: SCHEMA_VERSION,
    content: await contentOfBuilt(bytes),
    ...(deltas.length > 0 ? { deltas: deltas.map((delta) => delta.entry) } : {}),
  };
  return { entry, bytes, deltas, contentHash };
}

function newestDate(listings: readonly Listing[]): string {
  return listings.reduce((newest, { verification }) => {
    const date = verification.checked_on ?? verification.read_on ?? '';
    return date > newest ? date : newest;
  }, '');
}

function indexFile(
  regions: readonly RegionEntry[],
  release: Release,
  revoked: readonly Withdrawn[],
): IndexFile {
  const expires = new Date(Date.parse(release.issued) + VALID_DAYS * 86_400_000).toISOString();
  return {
    type: 'index',
    spec: 1,
    version: release.version,
    issued: release.issued,
    expires,
    regions,
    revoked: revoked.map(({ service_id, from }) => ({ service_id, from })),
    min_app: APP,
  };
}

/** A field that readers of before there were maps pass over. */
function withMaps(index: IndexFile, maps: readonly MapEntry[]): IndexFile {
  return maps.length > 0 ? Object.assign(index, { maps }) : index;
}

function fileText(file: RootFile | IndexFile): string {
  // Without spaces: the index is fetched every day, and built into the app.
  return `${JSON.stringify(file)}\n`;
}

function signatureText(body: string, key: SigningKey): string {
  const signature: SignatureFile = { sigs: [{ keyid: key.keyid, sig: key.sign(text.encode(body)) }] };
  return `${JSON.stringify(signature)}\n`;
}
