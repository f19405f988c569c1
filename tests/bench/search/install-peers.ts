import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

/** The peers have a lock file of their own: nothing of them is installed with the project (settled 43). */
export function installPeers(): void {
  const missing = Object.keys(versionsOfPeers()).filter(
    (name) => !existsSync(join(PEERS, 'node_modules', name, 'package.json')),
  );
  if (missing.length === 0) return;
  console.log(`Installing what is compared: ${missing.join(', ')}`);
  const { status } = spawnSync('npm', ['ci'], {
    cwd: PEERS,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(
    'bench: the peers could not be installed. They are fetched once, so this needs a network: run "npm ci" in tests/bench/peers when there is one',
  );
}

/** Exact versions, by the name of the package. */
function versionsOfPeers(): Readonly<Record<string, string>> {
  return dependenciesIn(join(PEERS, 'package.json'));
}

/** Dexie is there with the project, whose own database it is. */
export function versionsOfAll(): Readonly<Record<string, string>> {
  return { ...dependenciesIn('package.json'), ...versionsOfPeers() };
}

function dependenciesIn(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8')).dependencies;
}
