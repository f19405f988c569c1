import { readdirSync } from 'node:fs';
import { fail, type Result, succeed } from '../core/result.ts';
import type { Listing } from '../core/schema.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { checkPhones, withPhoneDisplay } from './phone-display.ts';
import { type Revoked, readRevoked } from './publish/revoked.ts';
import { type InputProblem, type Region, readJson, readRegion } from './regions.ts';
import { type Rights, readRights } from './rights/read-rights.ts';

/** What people wrote and nobody has signed yet: the deployment and its regions, `world` first. */
export interface Inputs {
  readonly deployment: Deployment;
  /** Without the listings that were withdrawn. */
  readonly regions: readonly Region[];
  readonly revoked: readonly Revoked[];
  readonly rights: Rights;
}

/** Reads and checks all of it. With any problem nothing may be built. */
export function readInputs(): Result<Inputs, InputProblem[]> {
  const read = readEverything();
  if (!read.ok) return read;
  return read.value.problems.length > 0 ? fail([...read.value.problems]) : succeed(read.value.inputs);
}

/** What can be read, and what is wrong with the rest; fails where the deployment itself cannot be. */
export function readEverything(): Result<
  { readonly inputs: Inputs; readonly problems: readonly InputProblem[] },
  InputProblem[]
> {
  const deployment = readDeployment();
  if (!deployment.ok) return deployment;
  const revoked = readRevoked(new Date());
  if (!revoked.ok) return revoked;
  const isRevoked = new Set(revoked.value.map(({ service_id }) => service_id));
  const shortCodes = readShortCodes();
  const regions: Region[] = [];
  const problems: InputProblem[] = [];
  for (const id of ['world', ...deployment.value.regions]) {
    const read = readRegion(id);
    const listings = read.region.listings.map(withPhoneDisplay);
    problems.push(
      ...read.problems,
      ...listings.flatMap((one) => checkPhones(one, shortCodes, read.region.files.get(one.id) ?? id)),
    );
    regions.push({ ...read.region, listings });
  }
  problems.push(...findTwins(regions));
  const rights = readRights();
  problems.push(...rights.problems);
  const shown = regions.map((region) => ({
    ...region,
    listings: region.listings.filter(({ id }) => !isRevoked.has(id)),
  }));
  return succeed({
    inputs: {
      deployment: deployment.value,
      regions: shown,
      revoked: revoked.value,
      rights: rights.rights,
    },
    problems,
  });
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

/** The same id twice would make one listing hide another. */
function findTwins(regions: readonly Region[]): InputProblem[] {
  const seen = new Map<string, string>();
  return regions.flatMap(({ file, files, listings }) =>
    listings.flatMap((listing): InputProblem[] => {
      const before = seen.get(listing.id);
      seen.set(listing.id, file.id);
      return before
        ? [
            {
              file: files.get(listing.id) ?? file.id,
              field: 'id',
              reason: `stands in ${before} too: take one out`,
            },
          ]
        : [];
    }),
  );
}
