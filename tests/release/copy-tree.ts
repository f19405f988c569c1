import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { homeFolder } from '../../src/cli/home.ts';

// What is made here, and what no build reads.
const NOT_COPIED = [
  'node_modules',
  'dist',
  '.git',
  '.waypost',
  '.cache',
  'test-results',
  'playwright-report',
];

/** A clean copy of this tree in a folder, as a clone has it, with the packages that are installed here. */
export function copySources(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync('.', folder, {
    recursive: true,
    filter: (path) => !NOT_COPIED.includes(path) && resolve(path) !== homeFolder(),
  });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

/** The same with what it was built from beside it; returns its WAYPOST_HOME. */
export function copyTree(folder: string): string {
  copySources(folder);
  const home = join(folder, 'home');
  cpSync(homeFolder(), home, { recursive: true });
  return home;
}
