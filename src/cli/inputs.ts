import { readdirSync } from 'node:fs';
import { fail, type Result, succeed } from '../core/result.ts';
import type { Listing } from '../core/schema.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { checkPhones, withPhoneDisplay } from './phone-display.ts';
import { type Revoked, readRevoked } from './publish/revoked.ts';
import {
  type InputProblem,
  type ReadRegion,
  type Region,
  type RegionFrame,
  readFrame,
  readJson,
  readListings,
} from './regions.ts';
import { type Rights, readRights } from './rights/read-rights.ts';

/** What people wrote and nobody has signed yet: the deployment and its regions, `world` first. */
export interface Inputs {
  readonly deployment: Deployment;
  /** Without the listings that were withdrawn. */
  readonly regions: readonly Region[];
  readonly revoked: readonly Revoked[];
}

/** The same before any listing is read: hundreds of thousands are read region by region, and not held together. */
export interface OpenInputs {
  readonly deployment: Deployment;
  readonly frames: readonly RegionFrame[];
  readonly revoked: readonly Revoked[];
  readonly rights: Rights;
  /** What is wrong beside the regions. */
  readonly problems: readonly InputProblem[];
}

/** Reads and checks all of it, for what needs every listing at once. With any problem nothing may be built. */
export function readInputs(): Result<Inputs, InputProblem[]> {
  const opened = openInputs();
  if (!opened.ok) return opened;
  const read = [...readRegions(opened.value)];
  const problems = [...read.flatMap((one) => one.problems), ...opened.value.problems];
  const { deployment, revoked } = opened.value;
  return problems.length > 0
    ? fail(problems)
    : succeed({ deployment, revoked, regions: read.map(({ region }) => region) });
}

/** Fails where the deployment itself cannot be read. */
export function openInputs(): Result<OpenInputs, InputProblem[]> {
  const deployment = readDeployment();
  if (!deployment.ok) return deployment;
  const revoked = readRevoked(new Date());
  if (!revoked.ok) return revoked;
  const { rights, problems } = readRights();
  const frames = ['world', ...deployment.value.regions].map((id) => readFrame(id));
  return succeed({ deployment: deployment.value, frames, revoked: revoked.value, rights, problems });
}

/** Each region in turn, with what is wrong with its files. `onFile` is told of every file that was read. */
export function* readRegions({ frames, revoked }: OpenInputs, onFile?: () => void): Generator<ReadRegion> {
  const isRevoked = new Set(revoked.map(({ service_id }) => service_id));
  const shortCodes = readShortCodes();
  const seen = new Map<string, string>();
  for (const frame of frames) {
    const { region, problems } = readListings(frame, onFile);
    const { file, files } = region;
    const bad = region.listings.flatMap((one) => checkPhones(one, shortCodes, files.get(one.id) ?? file.id));
    yield {
      region: {
        ...region,
        listings: region.listings.filter(({ id }) => !isRevoked.has(id)).map(withPhoneDisplay),
      },
      problems: [...problems, ...bad, ...findTwins(region, seen)],
    };
  }
}

/** A service that is closed, for good or for now, is not sent to a phone: nobody may travel to it. */
export function isShown({ status, verification }: Listing): boolean {
  return status === 'active' && verification.state !== 'closed';
}

function readShortCodes(): Set<string> {
  const files = readdirSync('data/taxonomies').filter((name) => name.startsWith('short-codes.'));
  const rows = files.flatMap(
    (name) => readJson(`data/taxonomies/${name}`) as { code: string; country: string }[],
  );
  return new Set(rows.map(({ code, country }) => `${country} ${code}`));
}

/** The same id twice would make one listing hide another. `seen` holds the region of each id that came before. */
function findTwins({ file, files, listings }: Region, seen: Map<string, string>): InputProblem[] {
  return listings.flatMap(({ id }): InputProblem[] => {
    const before = seen.get(id);
    seen.set(id, file.id);
    return before
      ? [{ file: files.get(id) ?? file.id, field: 'id', reason: `stands in ${before} too: take one out` }]
      : [];
  });
}
