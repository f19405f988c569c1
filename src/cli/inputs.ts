import { readdirSync } from 'node:fs';
import type { DeskExport } from '../core/desk-export.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { withoutMachineText } from '../core/translations.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { readDeskFile, strangeRegions, withDeskListings } from './desk-listings.ts';
import { checkPhones, withPhoneDisplay } from './phone-display.ts';
import { readRevoked, type Withdrawn, withHidden } from './publish/revoked.ts';
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
  readonly revoked: readonly Withdrawn[];
}

/** The same before any listing is read: hundreds of thousands are read region by region, and not held together. */
export interface OpenInputs {
  readonly deployment: Deployment;
  readonly frames: readonly RegionFrame[];
  readonly revoked: readonly Withdrawn[];
  readonly rights: Rights;
  /** What volunteers approved, where the build was told of it. */
  readonly desk: DeskExport | null;
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

/** Fails where the deployment itself cannot be read, or the desk's export named in `from`. */
export function openInputs({
  from,
}: {
  readonly from?: string | undefined;
} = {}): Result<OpenInputs, InputProblem[]> {
  const deployment = readDeployment();
  if (!deployment.ok) return deployment;
  const revoked = readRevoked(new Date());
  if (!revoked.ok) return revoked;
  const { rights, problems } = readRights();
  const frames = ['world', ...deployment.value.regions].map((id) => readFrame(id));
  const opened = {
    deployment: deployment.value,
    frames,
    revoked: revoked.value,
    rights,
    desk: null,
    problems,
  };
  return from === undefined ? succeed(opened) : openWithDesk(opened, from);
}

function openWithDesk(opened: OpenInputs, from: string): Result<OpenInputs, InputProblem[]> {
  const desk = readDeskFile(from);
  if (!desk.ok) return desk;
  return succeed({
    ...opened,
    desk: desk.value,
    revoked: withHidden(opened.revoked, desk.value.revoked),
    problems: [...opened.problems, ...strangeRegions(from, desk.value, opened.frames)],
  });
}

/** Each region in turn, with what is wrong with its files. `onFile` is told of every file that was read. */
export function* readRegions(
  { frames, revoked, desk }: OpenInputs,
  onFile?: () => void,
): Generator<ReadRegion> {
  const isRevoked = new Set(revoked.map(({ service_id }) => service_id));
  const shortCodes = readShortCodes();
  const seen = new Map<string, string>();
  for (const frame of frames) {
    const { region: read, problems } = readListings(frame, onFile);
    const region = withDeskListings(read, desk);
    const { file, files } = region;
    const bad = region.listings.flatMap((one) => checkPhones(one, shortCodes, files.get(one.id) ?? file.id));
    yield {
      region: {
        ...region,
        listings: region.listings
          .filter(({ id }) => !isRevoked.has(id))
          .map((one) => withPhoneDisplay(withoutMachineText(one))),
      },
      problems: [...problems, ...bad, ...findTwins(region, seen)],
    };
  }
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
