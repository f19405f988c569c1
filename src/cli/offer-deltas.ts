import { isChunk } from '../pack/chunk-of.ts';
import { contentOf } from '../pack/content-of.ts';
import { makeDelta } from '../pack/delta.ts';
import type { PackMeta } from '../pack/format.ts';
import { openPack } from '../pack/open-pack.ts';
import { type PackSections, recordsOf, sectionsOf } from '../pack/remake-pack.ts';
import type { DeltaEntry } from '../pack/signed-index.ts';
import { nodePlatform, sha256 } from './node-platform.ts';

export interface OfferedDelta {
  readonly entry: DeltaEntry;
  readonly bytes: Uint8Array;
}

/**
 * What has changed since each of the earlier packs, in their order: offered where nothing but records and the index made
 * from them is another, and where it is smaller than half of the whole.
 */
export async function offerDeltas(
  earlier: readonly Uint8Array[],
  pack: Uint8Array,
  meta: PackMeta,
): Promise<OfferedDelta[]> {
  if (earlier.length === 0) return [];
  const after = await wholePack(pack);
  if (!after) throw new Error('cli: a pack of our own cannot be read');
  const offered: OfferedDelta[] = [];
  for (const one of earlier) {
    // One of an older version of the format is of no use to the app that reads this one.
    const before = await wholePack(one);
    if (!before || before.rest !== after.rest || offered.some(({ entry }) => entry.from === before.content))
      continue;
    const bytes = await makeDelta(before.records, after.records, meta, nodePlatform);
    if (bytes.length * 2 > pack.length) continue;
    offered.push({ entry: { from: before.content, sha256: sha256(bytes), length: bytes.length }, bytes });
  }
  return offered;
}

/** What a pack says, in hexadecimal; phones that make it themselves compare it with this. */
export async function contentOfBuilt(pack: Uint8Array): Promise<string> {
  const opened = openPack(pack);
  const content = opened.ok ? await contentOf(pack, opened.value.sections, nodePlatform) : opened;
  if (!content.ok) throw new Error('cli: a pack of our own cannot be read');
  return content.value;
}

/** null where it cannot be read. */
async function wholePack(pack: Uint8Array) {
  const sections = sectionsOf(pack, nodePlatform);
  const records = sections && (await recordsOf(sections));
  if (!records) return null;
  return { records, rest: await restOf(sections), content: await contentOfBuilt(pack) };
}

/** What a delta says, or what is made again from that. */
function isMade(name: string): boolean {
  return ['meta', 'indx', 'card'].includes(name) || isChunk(name);
}

/** Hashes of what a delta does not carry. */
async function restOf({ names, section }: PackSections): Promise<string> {
  let rest = '';
  for (const name of names.filter((one) => !isMade(one))) {
    const raw = await section(name);
    if (raw.ok) rest += `${name} ${sha256(raw.value)}\n`;
  }
  return rest;
}
