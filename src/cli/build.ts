import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import type { Listing } from '../core/schema.ts';
import { compactListing } from '../core/shown-listing.ts';
import { buildPack } from '../pack/build-pack.ts';
import type { IndexFile, RegionEntry, RootFile, SignatureFile } from '../pack/signed-index.ts';
import { buildIndex } from '../search/build-index.ts';
import type { ChecklistItem } from './checklist.ts';
import { firstScreenCountries } from './countries.ts';
import { developmentKey, type SigningKey } from './development-key.ts';
import { homePath, makeFolder } from './home.ts';
import { isShown, readInputs } from './inputs.ts';
import { nodePlatform, sha256 } from './node-platform.ts';
import { openPoints } from './open-points.ts';
import type { InputProblem, Region } from './regions.ts';
import { lastRelease, type Release, recordRelease, regionVersion } from './release.ts';
import { thoroughPlatform } from './thorough-deflate.ts';
import { buildErrors } from './validate/build-errors.ts';

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
const LICENCE = 'CC BY 4.0';
const text = new TextEncoder();

/** Builds and signs every region of the deployment into WAYPOST_HOME/site; returns what must be mended instead. */
export async function buildRegions(now: Date): Promise<InputProblem[]> {
  const inputs = readInputs();
  if (!inputs.ok) return inputs.problem;
  const { deployment, regions } = inputs.value;
  const errors = buildErrors(inputs.value, now);
  if (errors.length > 0) return errors;
  const points = openPoints(inputs.value);
  const blocking = points.filter(({ blocks }) => blocks);
  if (deployment.root && blocking.length > 0) return blocking.map(problemOf);
  await writeSite(regions, developmentKey(), now);
  if (points.length > 0)
    console.log(
      `Checklist: ${points.length} points are open, ${blocking.length} of them before anybody may rely on this; "npm run waypost -- checklist" names them`,
    );
  return [];
}

function problemOf({ id, what, nextStep }: ChecklistItem): InputProblem {
  return { file: 'checklist', field: id, reason: `${what} ${nextStep}` };
}

async function writeSite(regions: readonly Region[], key: SigningKey, now: Date): Promise<void> {
  const site = homePath('site', 'data');
  rmSync(site, { recursive: true, force: true });
  makeFolder(join(site, 'packs'));
  const last = lastRelease();
  const built = await Promise.all(regions.map((region) => packRegion(region, last)));
  for (const { entry, bytes } of built) writeFileSync(join(site, entry.path), bytes);

  const content = sha256(text.encode(JSON.stringify(built.map(({ entry }) => entry)) + key.keyid));
  const release: Release = {
    version: last.content === content ? last.version : last.version + 1,
    issued: last.content === content ? last.issued : now.toISOString(),
    content,
    regions: Object.fromEntries(
      built.map(({ entry, contentHash }) => [entry.id, { version: entry.version, content: contentHash }]),
    ),
  };
  const root = rootFile(key);
  const index = indexFile(
    built.map(({ entry }) => entry),
    release,
  );
  const signed = { root: signedText(root, key), index: signedText(index, key) };
  writeFileSync(join(site, 'root.1.json'), signed.root.text);
  writeFileSync(join(site, 'root.1.json.sig'), signed.root.signature);
  writeFileSync(join(site, 'index.json'), signed.index.text);
  writeFileSync(join(site, 'index.json.sig'), signed.index.signature);
  const world = regions[0];
  const inputs: BuildInputs = {
    root: signed.root.text,
    index: signed.index.text,
    indexSignature: signed.index.signature,
    seedPath: built[0]?.entry.path ?? '',
    countries: firstScreenCountries((world?.listings ?? []).filter(isShown)),
  };
  writeFileSync(homePath('inputs.json'), JSON.stringify(inputs));
  recordRelease(release);
  for (const { entry } of built)
    console.log(`${entry.id}: ${entry.records} services, version ${entry.version}, ${entry.length} bytes`);
}

async function packRegion(
  region: Region,
  last: Release,
): Promise<{ entry: RegionEntry; bytes: Uint8Array; contentHash: string }> {
  const { file, towns } = region;
  const listings = region.listings.filter(isShown);
  const index = buildIndex(listings, {});
  const records = listings.map(compactListing);
  // Of what a phone gets: a change that does not reach it is no new version.
  const contentHash = sha256(
    text.encode(JSON.stringify([{ ...file, covers: undefined }, records, towns, sha256(index)])),
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
  const bytes = await buildPack({ meta, index, towns, listings: records }, platform);
  const hash = sha256(bytes);
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
  };
  return { entry, bytes, contentHash };
}

function newestDate(listings: readonly Listing[]): string {
  return listings.reduce((newest, { verification }) => {
    const date = verification.checked_on ?? verification.read_on ?? '';
    return date > newest ? date : newest;
  }, '');
}

function rootFile(key: SigningKey): RootFile {
  const role = { keyids: [key.keyid], threshold: 1 };
  return {
    type: 'root',
    spec: 1,
    version: 1,
    expires: '2036-01-01T00:00:00.000Z',
    dev: true,
    keys: { [key.keyid]: key.publicKey },
    roles: { root: role, index: role },
  };
}

function indexFile(regions: readonly RegionEntry[], release: Release): IndexFile {
  const expires = new Date(Date.parse(release.issued) + VALID_DAYS * 86_400_000).toISOString();
  return {
    type: 'index',
    spec: 1,
    version: release.version,
    issued: release.issued,
    expires,
    regions,
    revoked: [],
    min_app: 1,
  };
}

function signedText(file: RootFile | IndexFile, key: SigningKey): { text: string; signature: string } {
  const body = `${JSON.stringify(file, null, 1)}\n`;
  const signature: SignatureFile = { sigs: [{ keyid: key.keyid, sig: key.sign(text.encode(body)) }] };
  return { text: body, signature: `${JSON.stringify(signature)}\n` };
}
