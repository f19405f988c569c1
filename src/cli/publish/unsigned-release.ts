import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, makeFolder } from '../home.ts';
import type { NamedRoot } from './named-root.ts';
import { INDEX, INDEX_SIGNATURE } from './signed-set.ts';

export interface Unsigned {
  readonly root: NamedRoot;
  readonly index: string;
  readonly packs: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Writes what people will sign. Signatures over the same bytes stay, so that building again loses nobody's work. */
export function writeUnsigned(folder: string, { root, index, packs }: Unsigned): void {
  makeFolder(join(folder, 'packs'));
  for (const name of readdirSync(join(folder, 'packs')))
    if (/^[0-9a-f]{64}\.bin$/.test(name)) rmSync(join(folder, 'packs', name));
  for (const { path, bytes } of packs) writeFileSync(join(folder, path), bytes);
  for (const [name, bytes] of root.files) writeFileSync(join(folder, name), bytes);
  if (isAlready(join(folder, INDEX), index)) return;
  rmSync(join(folder, INDEX_SIGNATURE), { force: true });
  writeFileSync(join(folder, INDEX), index);
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
