import { isRecord } from '../core/is-record.ts';
import { type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import {
  type PackMeta,
  type PackProblem,
  type Platform,
  RECORDS_PER_CHUNK,
  type SectionInfo,
} from './format.ts';
import { openPack } from './open-pack.ts';
import { readMeta } from './read-meta.ts';
import { readRecords } from './read-records.ts';
import { readSection } from './read-section.ts';
import { decodeRights } from './rights.ts';
import { decodeTowns } from './towns.ts';

export interface VerifiedPack {
  readonly meta: PackMeta;
  readonly sections: readonly SectionInfo[];
}

/**
 * Whether a pack is whole: every section has its hash and inflates to its length, meta, towns and rights can be read, and
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
  const found: Found = { meta: null, records: 0, lastId: null };
  // One at a time: a phone holds one inflated section, not all of them.
  for (const info of sections) {
    const raw = await readSection(bytes, info, platform);
    if (!raw.ok) return raw;
    const judged = judge(info.name, raw.value, found);
    if (!judged.ok) return judged;
  }
  const { meta, records } = found;
  if (meta?.records !== records) return damaged(`${records} records`);
  return succeed({ meta, sections });
}

interface Found {
  meta: PackMeta | null;
  records: number;
  lastId: string | null;
}

function judge(name: string, raw: Uint8Array, found: Found): Result<unknown, PackProblem> {
  switch (name) {
    case 'meta': {
      const meta = readMeta(raw);
      if (meta.ok) found.meta = meta.value;
      return meta;
    }
    case 'indx':
    case 'card':
      return succeed(null);
    case 'town':
      return decodeTowns(raw);
    case 'rght':
      return decodeRights(raw);
    default:
      return countChunk(raw, name, found);
  }
}

function countChunk(raw: Uint8Array, name: string, found: Found): Result<null, PackProblem> {
  if (found.records % RECORDS_PER_CHUNK !== 0) return damaged(`the chunk before ${name} is not full`);
  const chunk = readRecords(raw);
  if (!chunk.ok) return chunk;
  for (const record of chunk.value) {
    if (!isRecord(record) || typeof record.id !== 'string')
      return damaged(`${name} has a record without an id`);
    if (found.lastId !== null && record.id <= found.lastId)
      return damaged(`records of ${name} are out of order`);
    found.lastId = record.id;
  }
  found.records += chunk.value.length;
  return succeed(null);
}
