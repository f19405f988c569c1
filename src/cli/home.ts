import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where keys, release numbers and built packs are kept: never in the repository, never in dist. */
export function homeFolder(): string {
  return resolve(process.env.WAYPOST_HOME ?? '.waypost');
}

export function homePath(...parts: string[]): string {
  return join(homeFolder(), ...parts);
}

export function makeFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
