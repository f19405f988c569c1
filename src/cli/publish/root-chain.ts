import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import type { RootFile } from '../../pack/signed-index.ts';
import { type NextRootProblem, verifyNextRoot, verifyOwnRoot } from '../../pack/verify-next-root.ts';
import { nodePlatform } from '../node-platform.ts';
import { productionRootFault } from '../production-root.ts';
import { type FileProblem, readFileUpTo } from './read-file.ts';

export type ChainProblem =
  | FileProblem
  | NextRootProblem
  | { readonly kind: 'root-missing' }
  | { readonly kind: 'root-of-development'; readonly detail: string };

const MISSING = { kind: 'root-missing' } as const;

/** A problem, and the file that it is about. */
export interface Refusal<Problem> {
  readonly file: string;
  readonly problem: Problem;
}

export interface ChainLink {
  readonly root: RootFile;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** The first root, then each that followed; the last is the one that counts. */
export type RootChain = readonly [ChainLink, ...ChainLink[]];

/** Reads root.1.json to root.N.json of a folder, each vouched for by the one before. */
export async function readRootChain(folder: string): Promise<Result<RootChain, Refusal<ChainProblem>>> {
  const highest = Math.max(0, ...rootNumbers(folder));
  if (highest === 0) return fail({ file: 'root.1.json', problem: MISSING });
  const chain: ChainLink[] = [];
  for (let number = 1; number <= highest; number += 1) {
    const link = await readLink(folder, number, chain.at(-1)?.root ?? null);
    if (!link.ok) return link;
    chain.push(link.value);
  }
  return succeed(chain as unknown as RootChain);
}

export function lastOf(chain: RootChain): ChainLink {
  return chain.at(-1) ?? chain[0];
}

/** The numbers of the roots in a folder, in no order; none where there is no folder. */
export function rootNumbers(folder: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => Number(/^root\.([1-9]\d{0,5})\.json$/.exec(name)?.[1] ?? Number.NaN) || []);
}

async function readLink(
  folder: string,
  number: number,
  previous: RootFile | null,
): Promise<Result<ChainLink, Refusal<ChainProblem>>> {
  const file = `root.${number}.json`;
  const bytes = readFileUpTo(join(folder, file), LIMITS.indexBytes);
  if (!bytes.ok)
    return fail({ file, problem: bytes.problem.kind === 'file-missing' ? MISSING : bytes.problem });
  const signature = readFileUpTo(join(folder, `${file}.sig`), LIMITS.signatureBytes);
  if (!signature.ok) return fail({ file: `${file}.sig`, problem: signature.problem });
  const read = await verifyRoot(bytes.value, signature.value, previous);
  if (!read.ok) return fail({ file, problem: read.problem });
  const { version } = read.value;
  if (version !== number)
    return fail({ file, problem: { kind: 'root-misnumbered', version, expected: number } });
  return succeed({ root: read.value, bytes: bytes.value, signature: signature.value });
}

async function verifyRoot(
  bytes: Uint8Array,
  signature: Uint8Array,
  previous: RootFile | null,
): Promise<Result<RootFile, ChainProblem>> {
  const root = previous
    ? await verifyNextRoot(bytes, signature, previous, nodePlatform)
    : await verifyOwnRoot(bytes, signature, nodePlatform);
  if (!root.ok) return root;
  const fault = productionRootFault(JSON.stringify(root.value));
  return fault ? fail({ kind: 'root-of-development', detail: fault }) : root;
}
