import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import { readIndex } from '../../pack/read-index.ts';
import type { IndexFile } from '../../pack/signed-index.ts';
import { rootOfOneKey, signingKey } from '../development-key.ts';
import { nodePlatform } from '../node-platform.ts';
import { diffListings, type RegionDiff } from './diff-listings.ts';
import { listingsOf } from './listings-of.ts';
import { readFileUpTo } from './read-file.ts';
import type { Refusal } from './root-chain.ts';
import { withSignature } from './signature-file.ts';
import { INDEX, type Packs, readPacks, type SetProblem } from './signed-set.ts';

/** The lists of a folder, whole and as its index names them. Who signed them, if anybody did, is not looked at. */
export interface Lists {
  readonly index: IndexFile;
  readonly packs: Packs;
}

/** For somebody who looks before signing: everything is checked but the signatures. */
export async function readLists(folder: string): Promise<Result<Lists, Refusal<SetProblem>>> {
  const bytes = readFileUpTo(join(folder, INDEX), LIMITS.indexBytes);
  if (!bytes.ok) return fail({ file: INDEX, problem: bytes.problem });
  const index = await readUnsignedIndex(bytes.value);
  if (!index.ok) return index;
  const packs = await readPacks(folder, index.value.regions);
  return packs.ok ? succeed({ index: index.value, packs: packs.value }) : packs;
}

/** By region, those of before first. */
export async function diffLists(before: Lists, after: Lists): Promise<RegionDiff[]> {
  const diffs: RegionDiff[] = [];
  for (const region of new Set([...before.packs.keys(), ...after.packs.keys()])) {
    const [old, now] = [before.packs.get(region), after.packs.get(region)];
    diffs.push(diffListings(region, old ? await listingsOf(old) : [], now ? await listingsOf(now) : []));
  }
  return diffs;
}

/** `readIndex` reads nothing that is not signed, so a key of the moment signs it: the checks stay in one place. */
async function readUnsignedIndex(bytes: Uint8Array): Promise<Result<IndexFile, Refusal<SetProblem>>> {
  const key = signingKey(generateKeyPairSync('ed25519').privateKey);
  const root = rootOfOneKey(key, '2000-01-01T00:00:00Z');
  const signature = withSignature(null, bytes, key);
  const read = await readIndex(bytes, signature, root, { floor: 0, minTime: 0 }, nodePlatform);
  return read.ok ? succeed(read.value.index) : fail({ file: INDEX, problem: read.problem });
}
