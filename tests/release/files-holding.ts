import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder in which these bytes stand, by their path in it. */
export function filesHolding(folder: string, marker: string | Buffer): string[] {
  return filesIn(folder).filter((name) => readFileSync(join(folder, name)).includes(marker));
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
