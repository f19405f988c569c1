import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import { mapPath, readMaps } from '../../pack/maps.ts';
import { type IndexLimits, type IndexProblem, readIndex } from '../../pack/read-index.ts';
import type { IndexFile, RegionEntry } from '../../pack/signed-index.ts';
import { type ListedPackProblem, verifyListedPack } from '../../pack/verify-listed-pack.ts';
import { nodePlatform } from '../node-platform.ts';
import { type FileProblem, readFileUpTo } from './read-file.ts';
import { type ChainProblem, lastOf, type Refusal, type RootChain } from './root-chain.ts';

export interface SignedIndex {
  readonly chain: RootChain;
  readonly index: IndexFile;
  readonly isExpired: boolean;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

export type SetProblem = ChainProblem | IndexProblem | ListedPackProblem | FileProblem;
type SetRefusal = Refusal<SetProblem>;

/** Bytes of the packs by region. */
export type Packs = ReadonlyMap<string, Uint8Array>;

export const INDEX = 'index.json';
export const INDEX_SIGNATURE = 'index.json.sig';

/** Reads index.json of a folder as a phone would that trusts the last root of this chain. */
export async function readSignedIndex(
  folder: string,
  chain: RootChain,
  limits: IndexLimits,
): Promise<Result<SignedIndex, SetRefusal>> {
  const bytes = readFileUpTo(join(folder, INDEX), LIMITS.indexBytes);
  if (!bytes.ok) return refuse(INDEX, bytes.problem);
  const signature = readFileUpTo(join(folder, INDEX_SIGNATURE), LIMITS.signatureBytes);
  if (!signature.ok) return refuse(INDEX_SIGNATURE, signature.problem);
  const { root } = lastOf(chain);
  const read = await readIndex(bytes.value, signature.value, root, limits, nodePlatform);
  if (!read.ok) return refuse(INDEX, read.problem);
  return succeed({ chain, ...read.value, bytes: bytes.value, signature: signature.value });
}

/** Reads every pack that the entries name, each whole and as listed. */
export async function readPacks(
  folder: string,
  entries: readonly RegionEntry[],
): Promise<Result<Packs, SetRefusal>> {
  const packs = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const bytes = readFileUpTo(join(folder, entry.path), LIMITS.packBytes);
    if (!bytes.ok) return refuse(entry.path, bytes.problem);
    const verified = await verifyListedPack(bytes.value, entry, nodePlatform);
    if (!verified.ok) return refuse(entry.path, verified.problem);
    packs.set(entry.id, bytes.value);
  }
  return succeed(packs);
}

/** Every delta that the entries name, by its path: whole and as named. What it says is judged by the phone that uses it. */
export async function readDeltas(
  folder: string,
  entries: readonly RegionEntry[],
): Promise<Result<ReadonlyMap<string, Uint8Array>, SetRefusal>> {
  const deltas = new Map<string, Uint8Array>();
  for (const { sha256, length } of entries.flatMap(({ deltas: named = [] }) => named)) {
    const path = `packs/${sha256}.bin`;
    const bytes = readFileUpTo(join(folder, path), length);
    if (!bytes.ok) return refuse(path, bytes.problem);
    if ((await nodePlatform.sha256(bytes.value)) !== sha256)
      return refuse(path, { kind: 'pack-not-as-listed', field: 'sha256' });
    deltas.set(path, bytes.value);
  }
  return succeed(deltas);
}

/** Every map that a verified index names, by its path. */
export async function readMapFiles(
  folder: string,
  index: Uint8Array,
): Promise<Result<ReadonlyMap<string, Uint8Array>, SetRefusal>> {
  const named = readMaps(index);
  if (!named.ok) return refuse(INDEX, { kind: 'index-malformed', place: named.problem });
  const maps = new Map<string, Uint8Array>();
  for (const { length, sha256 } of named.value) {
    const path = mapPath({ sha256 });
    const bytes = readFileUpTo(join(folder, path), length);
    if (!bytes.ok) return refuse(path, bytes.problem);
    const isAsListed = bytes.value.length === length && (await nodePlatform.sha256(bytes.value)) === sha256;
    if (!isAsListed) return refuse(path, { kind: 'pack-not-as-listed', field: 'sha256' });
    maps.set(path, bytes.value);
  }
  return succeed(maps);
}

function refuse(file: string, problem: SetProblem) {
  return fail({ file, problem });
}
