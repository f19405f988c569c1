import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homePath } from './home.ts';

/** What was last built here, so that a version rises when, and only when, the bytes change. */
export interface Release {
  readonly version: number;
  readonly issued: string;
  readonly content: string;
  readonly regions: Readonly<Record<string, { readonly version: number; readonly content: string }>>;
}

const FIRST: Release = { version: 0, issued: '', content: '', regions: {} };

export function lastRelease(): Release {
  const path = homePath('release.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Release) : FIRST;
}

export function recordRelease(release: Release): void {
  writeFileSync(homePath('release.json'), `${JSON.stringify(release, null, 2)}\n`);
}

/** The version for a region whose listings hash to `content`: the last one if nothing changed, else one more. */
export function regionVersion(last: Release, id: string, content: string): number {
  const before = last.regions[id];
  return before ? (before.content === content ? before.version : before.version + 1) : 1;
}
