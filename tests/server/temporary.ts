import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function newName(start: string): string {
  return start + randomBytes(6).toString('hex');
}

/** A folder that is gone afterwards. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
