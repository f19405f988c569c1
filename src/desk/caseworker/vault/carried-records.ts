import { isVaultRecord, type VaultRecord } from './vault-record.ts';

// What is inside an exported file, before age seals it: JSON, then spaces up to a whole step.

const FORMAT = 'desk-records';
const VERSION = 1;
/** age adds the same to every length, so that without this a file would tell how many records it has. */
const STEP = 65_536;

export function writeCarried(records: readonly VaultRecord[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ format: FORMAT, version: VERSION, records }));
  const bytes = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(0x20);
  bytes.set(text);
  return bytes;
}

/** Null where anything of it is not as we write it: a later version, or not ours. */
export function readCarried(bytes: Uint8Array): readonly VaultRecord[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { format, version, records } = JSON.parse(text) as Record<string, unknown>;
    const isOurs = format === FORMAT && version === VERSION && Array.isArray(records);
    if (!isOurs || !records.every(isVaultRecord)) return null;
    return newestOfEach(records);
  } catch {
    return null;
  }
}

function newestOfEach(records: readonly VaultRecord[]): VaultRecord[] {
  const newest = new Map<string, VaultRecord>();
  for (const one of records)
    if (one.changedAt >= (newest.get(one.id)?.changedAt ?? Number.NEGATIVE_INFINITY)) newest.set(one.id, one);
  return [...newest.values()];
}
