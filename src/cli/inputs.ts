import { readdirSync } from 'node:fs';
import type { Listing } from '../core/schema.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { checkPhones, withPhoneDisplay } from './phone-display.ts';
import { type InputProblem, type Region, readJson, readRegion } from './regions.ts';

/** What people wrote and nobody has signed yet: the deployment and its regions, `world` first. */
export interface Inputs {
  readonly deployment: Deployment;
  readonly regions: readonly Region[];
}

/** Reads and checks all of it. With any problem nothing may be built. */
export function readInputs():
  | { readonly ok: true; readonly value: Inputs }
  | { readonly ok: false; readonly problem: InputProblem[] } {
  const deployment = readDeployment();
  if (!deployment.ok) return deployment;
  const shortCodes = readShortCodes();
  const regions: Region[] = [];
  const problems: InputProblem[] = [];
  for (const id of ['world', ...deployment.value.regions]) {
    const read = readRegion(id);
    const listings = read.region.listings.map(withPhoneDisplay);
    problems.push(
      ...read.problems,
      ...listings.flatMap((one) => checkPhones(one, shortCodes, `${id}: ${one.name}`)),
    );
    regions.push({ ...read.region, listings });
  }
  problems.push(...findTwins(regions));
  if (problems.length > 0) return { ok: false, problem: problems };
  return { ok: true, value: { deployment: deployment.value, regions } };
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
  return regions.flatMap(({ file, listings }) =>
    listings.flatMap((listing): InputProblem[] => {
      const before = seen.get(listing.id);
      seen.set(listing.id, file.id);
      return before
        ? [{ file: `${file.id}: ${listing.name}`, field: 'id', reason: `stands in ${before} too` }]
        : [];
    }),
  );
}
