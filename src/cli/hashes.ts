import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { RootFile, SignatureFile } from '../pack/signed-index.ts';
import { developmentKey } from './development-key.ts';
import { nodePlatform, sha256 } from './node-platform.ts';
import { rootNumbers } from './publish/root-chain.ts';

// What was published, so that anybody who builds the same source can see whether a host sends it (NW-16).

const text = new TextEncoder();

/** Every file of a folder in the form of sha256sum, by name. */
export function hashList(folder: string): string {
  return filesIn(folder)
    .map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`)
    .join('');
}

/**
 * Writes `<folder>.sha256` and, for a demo, `<folder>.sha256.sig`. Real keys are not on this machine: people sign the list
 * of a real deployment with `waypost sign`, and signatures over an older list are taken away.
 */
export function writeHashes(folder: string): void {
  const list = hashList(folder);
  const path = `${folder}.sha256`;
  const root = readRoot(folder);
  const isSame = existsSync(path) && readFileSync(path, 'utf8') === list;
  writeFileSync(path, list);
  if (root.dev) signForDemo(path, list, root);
  else if (!isSame) rmSync(`${path}.sig`, { force: true });
}

function signForDemo(path: string, list: string, { roles }: RootFile): void {
  const key = developmentKey();
  if (!roles.index.keyids.includes(key.keyid))
    throw new Error('cli: the lists were signed with another key than this machine has; sign there');
  const signature: SignatureFile = { sigs: [{ keyid: key.keyid, sig: key.sign(text.encode(list)) }] };
  writeFileSync(`${path}.sig`, `${JSON.stringify(signature)}\n`);
}

/** What is not as it was published: one line each, none where all is well. */
export async function hashFaults(folder: string): Promise<string[]> {
  const list = readFileSync(`${folder}.sha256`, 'utf8');
  const root = readRoot(folder);
  const { sigs } = JSON.parse(readFileSync(`${folder}.sha256.sig`, 'utf8')) as SignatureFile;
  const signers = new Set<string>();
  for (const { keyid, sig } of sigs) {
    const key = root.roles.index.keyids.includes(keyid) ? root.keys[keyid] : undefined;
    if (key && (await nodePlatform.verifyEd25519(fromHex(key), fromHex(sig), text.encode(list))))
      signers.add(keyid);
  }
  const unsigned = signers.size < root.roles.index.threshold ? ['the list is not signed by enough keys'] : [];
  return [...unsigned, ...differences(list, hashList(folder))];
}

/** Between what was published and what is there. */
export function differences(published: string, found: string): string[] {
  const [before, now] = [byName(published), byName(found)];
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((name) => {
    if (!now.has(name)) return [`${name} is missing`];
    if (!before.has(name)) return [`${name} was not published`];
    return before.get(name) === now.get(name) ? [] : [`${name} is another file`];
  });
}

function byName(list: string): Map<string, string> {
  return new Map(
    list
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** The volunteers' desk has no lists of its own: who may sign is what the guide beside it says. */
function readRoot(folder: string): RootFile {
  const own = join(folder, 'data');
  const data = existsSync(own) ? own : join(folder, '../guide/data');
  const last = Math.max(1, ...rootNumbers(data));
  return JSON.parse(readFileSync(join(data, `root.${last}.json`), 'utf8')) as RootFile;
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
