import { type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import {
  type PackMeta,
  type PackProblem,
  type Platform,
  RECORDS_PER_CHUNK,
  type SectionInfo,
} from './format.ts';
import { isRecord } from './is-record.ts';
import { openPack } from './open-pack.ts';
import { readMeta } from './read-meta.ts';
import { readRecords } from './read-records.ts';
import { readSection } from './read-section.ts';
import { decodeTowns } from './towns.ts';

export interface VerifiedPack {
  readonly meta: PackMeta;
  readonly sections: readonly SectionInfo[];
}

/**
 * Whether a pack is whole: every section has its hash and inflates to its length, meta and towns can be read, and
 * there are as many records as meta says, in order, each once. Not whether it is the pack that the index names: that
 * is `verifyListedPack`.
 */
export async function verifyPack(
  bytes: Uint8Array,
  platform: Platform,
): Promise<Result<VerifiedPack, PackProblem>> {
  const opened = openPack(bytes);
  if (!opened.ok) return opened;
  const { sections } = opened.value;
  let meta: PackMeta | null = null;
  const tally: Tally = { records: 0, lastId: null };
  // One at a time: a phone holds one inflated section, not all of them.
  for (const info of sections) {
    const raw = await readSection(bytes, info, platform);
    if (!raw.ok) return raw;
    if (info.name === 'meta') {
      const read = readMeta(raw.value);
      if (!read.ok) return read;
      meta = read.value;
    } else if (info.name === 'town') {
      const towns = decodeTowns(raw.value);
      if (!towns.ok) return towns;
    } else if (info.name !== 'indx') {
      const counted = countChunk(raw.value, info.name, tally);
      if (!counted.ok) return counted;
    }
  }
  if (meta?.records !== tally.records) return damaged(`${tally.records} records, not as many as meta says`);
  return succeed({ meta, sections });
}

interface Tally {
  records: number;
  lastId: string | null;
}

function countChunk(raw: Uint8Array, name: string, tally: Tally): Result<null, PackProblem> {
  if (tally.records % RECORDS_PER_CHUNK !== 0) return damaged(`the chunk before ${name} is not full`);
  const chunk = readRecords(raw);
  if (!chunk.ok) return chunk;
  for (const record of chunk.value) {
    if (!isRecord(record) || typeof record.id !== 'string')
      return damaged(`${name} has a record without an id`);
    if (tally.lastId !== null && record.id <= tally.lastId)
      return damaged(`records of ${name} are out of order`);
    tally.lastId = record.id;
  }
  tally.records += chunk.value.length;
  return succeed(null);
}
