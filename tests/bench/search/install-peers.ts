import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesIn, installApart } from '../install-apart.ts';

export const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

export function installPeers(): void {
  installApart(PEERS);
}

/** Dexie is there with the project, whose own database it is. */
export function versionsOfAll(): Readonly<Record<string, string>> {
  return { ...dependenciesIn('package.json'), ...dependenciesIn(join(PEERS, 'package.json')) };
}
