import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What only the bench needs has a folder and a lock file of its own: nothing of it is installed with the project (settled
 * 43). It is fetched the first time that it is wanted.
 */
export function installApart(folder: string): void {
  const missing = Object.keys(dependenciesIn(join(folder, 'package.json'))).filter(
    (name) => !existsSync(join(folder, 'node_modules', name, 'package.json')),
  );
  if (missing.length === 0) return;
  console.log(`Installing what is compared with: ${missing.join(', ')}`);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(
    `bench: ${missing.join(', ')} could not be installed. That needs a network, once: run "npm ci" in ${folder} when there is one`,
  );
}

/** Exact versions, by the name of the package. */
export function dependenciesIn(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8')).dependencies;
}
