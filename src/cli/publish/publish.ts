import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../core/dates.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { planUpdate } from '../../pack/plan-update.ts';
import { sha256 } from '../node-platform.ts';
import { diffListings, type RegionDiff } from './diff-listings.ts';
import { listingsOf } from './listings-of.ts';
import { goneOrChanged, massChanges } from './mass-change.ts';
import { putInPlace } from './put-in-place.ts';
import { type Refusal, type RootChain, readRootChain, rootNumbers } from './root-chain.ts';
import {
  INDEX,
  type Packs,
  readDeltas,
  readMapFiles,
  readPacks,
  readSignedIndex,
  type SetProblem,
  type SignedIndex,
} from './signed-set.ts';

export type PublishProblem =
  | SetProblem
  /** What is on the host cannot be verified, so nothing can be compared with it. */
  | { readonly kind: 'target-damaged'; readonly why: Refusal<SetProblem> }
  | { readonly kind: 'root-rolled-back'; readonly version: number }
  | { readonly kind: 'root-forked' }
  | { readonly kind: 'root-expired'; readonly expires: string }
  | { readonly kind: 'index-expired'; readonly expires: string }
  /** Phones judge expiry by the newest `issued` they know: one from the future would make every later list look old. */
  | { readonly kind: 'index-from-the-future'; readonly issued: string }
  | { readonly kind: 'region-rolled-back'; readonly region: string }
  | { readonly kind: 'region-forked'; readonly region: string }
  | { readonly kind: 'mass-change'; readonly regions: readonly RegionDiff[]; readonly number: number };

export type PublishRefusal = Refusal<PublishProblem>;

export interface PublishOptions {
  readonly from: string;
  readonly to: string;
  readonly now: Instant;
  /** How many listings somebody has looked at, where very many are gone or changed. */
  readonly looked?: number | undefined;
}

export interface Published {
  readonly set: SignedIndex;
  readonly diffs: readonly RegionDiff[];
  /** Files that were written; none where it had been published before. */
  readonly written: readonly string[];
}

// Clocks of two machines differ a little.
const CLOCK_DIFFERENCE = 3_600_000;

/** Verifies everything that a phone would, and more; only then writes. What is refused leaves the target as it was. */
export async function publish(options: PublishOptions): Promise<Result<Published, PublishRefusal>> {
  const { from, to, now } = options;
  const published = await readTarget(to);
  if (!published.ok) return published;
  const set = await readSource(from, published.value, now);
  if (!set.ok) return set;
  const packs = await readPacks(from, set.value.index.regions);
  if (!packs.ok) return packs;
  const deltas = await readDeltas(from, set.value.index.regions);
  if (!deltas.ok) return deltas;
  const maps = await readMapFiles(from, set.value.bytes);
  if (!maps.ok) return maps;
  const diffs = await diffsTo(options, published.value, set.value, packs.value);
  if (!diffs.ok) return diffs;
  const written: string[] = [];
  const named = { packs: packs.value, others: new Map([...deltas.value, ...maps.value]) };
  for await (const name of putInPlace(set.value, named, to, published.value)) written.push(name);
  return succeed({ set: set.value, diffs: diffs.value, written });
}

/** What the host has now; null where nothing was ever published there. */
async function readTarget(folder: string): Promise<Result<SignedIndex | null, PublishRefusal>> {
  if (rootNumbers(folder).length === 0 && !existsSync(join(folder, INDEX))) return succeed(null);
  const chain = await readRootChain(folder);
  const read = chain.ok ? await readUnderAnyRoot(folder, chain.value) : chain;
  return read.ok ? read : fail({ file: folder, problem: { kind: 'target-damaged', why: read.problem } });
}

/** Publishing may have been cut off between a new root and its index: then the index is still of the root before. */
async function readUnderAnyRoot(folder: string, chain: RootChain) {
  const limits = { floor: 0, minTime: 0 };
  let read = await readSignedIndex(folder, chain, limits);
  for (let length = chain.length - 1; !read.ok && length > 0; length -= 1) {
    const shorter = chain.slice(0, length) as unknown as RootChain;
    const earlier = await readSignedIndex(folder, shorter, limits);
    if (earlier.ok) read = succeed({ ...earlier.value, chain });
  }
  return read;
}

async function readSource(
  folder: string,
  published: SignedIndex | null,
  now: Instant,
): Promise<Result<SignedIndex, PublishRefusal>> {
  const chain = await readRootChain(folder);
  if (!chain.ok) return chain;
  const rootRefusal = rootChange(chain.value, published?.chain ?? null, now);
  if (rootRefusal) return fail(rootRefusal);
  const set = await readSignedIndex(folder, chain.value, limitsAfter(published, now));
  if (!set.ok) return set;
  const refusal = indexChange(set.value, published, now);
  return refusal ? fail(refusal) : set;
}

/** Judged as by a phone that has what is published, on a day that is never before its last list. */
function limitsAfter(published: SignedIndex | null, now: Instant) {
  if (!published) return { floor: 0, minTime: now };
  const { version, issued } = published.index;
  return {
    floor: version,
    minTime: Math.max(now, Date.parse(issued)),
    seen: { version, sha256: sha256(published.bytes) },
  };
}

function rootChange(chain: RootChain, published: RootChain | null, now: Instant): PublishRefusal | null {
  for (const [place, { root, bytes }] of (published ?? []).entries()) {
    const file = `root.${root.version}.json`;
    const offered = chain[place];
    if (!offered) return { file, problem: { kind: 'root-rolled-back', version: root.version } };
    if (Buffer.compare(offered.bytes, bytes) !== 0) return { file, problem: { kind: 'root-forked' } };
  }
  const { expires, version } = (chain.at(-1) ?? chain[0]).root;
  return Date.parse(expires) <= now
    ? { file: `root.${version}.json`, problem: { kind: 'root-expired', expires } }
    : null;
}

function indexChange(
  { index, isExpired }: SignedIndex,
  published: SignedIndex | null,
  now: Instant,
): PublishRefusal | null {
  const { issued, expires } = index;
  if (isExpired) return { file: INDEX, problem: { kind: 'index-expired', expires } };
  if (Date.parse(issued) > now + CLOCK_DIFFERENCE)
    return { file: INDEX, problem: { kind: 'index-from-the-future', issued } };
  const installed = new Map((published?.index.regions ?? []).map((entry) => [entry.id, entry]));
  for (const [region, step] of planUpdate(installed, index)) {
    if (step.kind !== 'refuse') continue;
    const kind = step.why === 'older' ? 'region-rolled-back' : 'region-forked';
    return { file: INDEX, problem: { kind, region } };
  }
  return null;
}

async function diffsTo(
  { to, looked }: PublishOptions,
  published: SignedIndex | null,
  { index }: SignedIndex,
  packs: Packs,
): Promise<Result<RegionDiff[], PublishRefusal>> {
  const now = new Map(index.regions.map((entry) => [entry.id, entry]));
  const touched = (published?.index.regions ?? []).filter(
    ({ id, sha256: before }) => now.get(id)?.sha256 !== before,
  );
  const old = await readPacks(to, touched);
  // Without yesterday's list nobody can say how much has changed.
  if (!old.ok) return fail({ file: to, problem: { kind: 'target-damaged', why: old.problem } });
  const diffs: RegionDiff[] = [];
  for (const id of new Set([...old.value.keys(), ...now.keys()])) {
    if (published?.index.regions.some((entry) => entry.id === id) && !old.value.has(id)) continue;
    diffs.push(diffListings(id, await listingsIn(old.value, id), await listingsIn(packs, id)));
  }
  const massive = massChanges(diffs);
  const number = goneOrChanged(massive);
  return massive.length > 0 && looked !== number
    ? fail({ file: INDEX, problem: { kind: 'mass-change', regions: massive, number } })
    : succeed(diffs);
}

async function listingsIn(packs: Packs, region: string) {
  const pack = packs.get(region);
  return pack ? listingsOf(pack) : [];
}
