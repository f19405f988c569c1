import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, makeFolder } from '../home.ts';
import { removeUnfinished, writeWhole } from '../whole-file.ts';
import type { NamedRoot } from './named-root.ts';
import { INDEX, INDEX_SIGNATURE } from './signed-set.ts';

export interface Unsigned {
  readonly root: NamedRoot;
  readonly index: string;
  readonly packs: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Writes what people will sign. Signatures over the same bytes stay, so that building again loses nobody's work. */
export function writeUnsigned(folder: string, { root, index, packs }: Unsigned): void {
  writePacks(folder, packs);
  for (const [name, bytes] of root.files) writeWhole(join(folder, name), bytes);
  if (!isAlready(join(folder, INDEX), index)) {
    rmSync(join(folder, INDEX_SIGNATURE), { force: true });
    writeWhole(join(folder, INDEX), index);
  }
  removeOtherPacks(folder, packs);
}

/** What the files that an index names lie in, each by its hash. */
export const DATA_FOLDERS: readonly string[] = ['packs', 'maps'];

/** Before the index that names them, so that whoever is stopped between leaves a list with all its packs. */
export function writePacks(folder: string, packs: Unsigned['packs']): void {
  removeUnfinished(makeFolder(folder));
  for (const inner of DATA_FOLDERS) removeUnfinished(makeFolder(join(folder, inner)));
  for (const { path, bytes } of packs) writeWhole(join(folder, path), bytes);
}

/** After the index no longer names them. */
export function removeOtherPacks(folder: string, packs: Unsigned['packs']): void {
  const named = new Set(packs.map(({ path }) => path));
  for (const inner of DATA_FOLDERS)
    for (const name of readdirSync(join(folder, inner)))
      if (/^[0-9a-f]{64}\.(bin|pmtiles)$/.test(name) && !named.has(`${inner}/${name}`))
        rmSync(join(folder, inner, name));
}

/** Whether these lists are the ones that the app is built with now. */
export function isPublishedForApp(index: string): boolean {
  return existsSync(homePath('inputs.json')) && isAlready(homePath('site', 'data', INDEX), index);
}

/** The app must not be built with yesterday's lists by mistake, nor real lists be put among those of a demo. */
export function forgetOlderSite(root: NamedRoot): void {
  rmSync(homePath('inputs.json'), { force: true });
  const first = root.files.get('root.1.json');
  const there = homePath('site', 'data', 'root.1.json');
  if (first && !isAlready(there, new TextDecoder().decode(first)))
    rmSync(homePath('site'), { recursive: true, force: true });
}

function isAlready(path: string, text: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}
