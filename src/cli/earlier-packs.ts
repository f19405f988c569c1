import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, makeFolder } from './home.ts';

// The packs that were built here before: what has changed since is offered to phones that still have one of them.

/** So many versions back an update costs what has changed; from an older one the whole region. */
const KEPT = 4;
const NAME = /^(\d{1,9})\.bin$/;

/** The newest first. */
export function earlierPacks(region: string, version: number): Uint8Array[] {
  return versionsKept(region)
    .filter((one) => one < version)
    .map((one) => new Uint8Array(readFileSync(pathOf(region, one))));
}

/** Keeps this version, and drops those that no delta is made from any more. */
export function keepPack(region: string, version: number, pack: Uint8Array): void {
  makeFolder(homePath('earlier', region));
  writeFileSync(pathOf(region, version), pack);
  for (const one of versionsKept(region).slice(KEPT + 1)) rmSync(pathOf(region, one));
}

function versionsKept(region: string): number[] {
  const folder = homePath('earlier', region);
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  return versions.map(Number).sort((one, other) => other - one);
}

function pathOf(region: string, version: number): string {
  return join(homePath('earlier', region), `${version}.bin`);
}
