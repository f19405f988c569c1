import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE = '.new';

/** Writes beside and renames, so that whoever is stopped half way leaves the old file or the new one, never a part. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const beside = `${path}${BESIDE}`;
  writeFileSync(beside, bytes);
  // A rename that outlives a power cut while the bytes do not would leave an empty file under a good name.
  const file = openSync(beside, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, path);
}

/** What somebody who was stopped half way left beside. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith(BESIDE)) rmSync(join(folder, name));
}
