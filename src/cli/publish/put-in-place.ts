import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIMITS } from '../../pack/format.ts';
import { removeUnfinished, writeWhole } from '../whole-file.ts';
import { readFileUpTo } from './read-file.ts';
import { entriesOf, signatureBytes, validEntries } from './signature-file.ts';
import { INDEX, INDEX_SIGNATURE, type Packs, type SignedIndex } from './signed-set.ts';
import { DATA_FOLDERS } from './unsigned-release.ts';

/** What an index names, read and verified. */
interface NamedFiles {
  readonly packs: Packs;
  /** Deltas and maps, by path. */
  readonly others: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes a verified set into the folder of a host that is read meanwhile; yields after every file. Packs, deltas and maps come first,
 * then roots, and the index last, so that nothing is named before it is there.
 */
export async function* putInPlace(
  set: SignedIndex,
  { packs, others }: NamedFiles,
  target: string,
  published: SignedIndex | null,
): AsyncGenerator<string> {
  for (const folder of [target, ...DATA_FOLDERS.map((inner) => join(target, inner))])
    if (existsSync(folder)) removeUnfinished(folder);
  for (const { id, path } of set.index.regions) yield* write(target, path, packs.get(id));
  for (const [path, bytes] of others) yield* write(target, path, bytes);
  for (const { root, bytes, signature } of set.chain) {
    yield* write(target, `root.${root.version}.json.sig`, signature);
    yield* write(target, `root.${root.version}.json`, bytes);
  }
  yield* write(target, INDEX_SIGNATURE, await bothSignatures(set, published));
  yield* write(target, INDEX, set.bytes);
}

/**
 * Two files cannot be renamed at one moment. So the signatures of the list that is there stay beside the new ones: a
 * phone that reads one file before and the other after finds a signature that fits, whichever list it has.
 */
async function bothSignatures(set: SignedIndex, published: SignedIndex | null): Promise<Uint8Array> {
  if (!published) return set.signature;
  const fresh = entriesOf(set.signature);
  const isSameList = Buffer.compare(set.bytes, published.bytes) === 0;
  const keys = Object.assign({}, ...published.chain.map(({ root }) => root.keys)) as Record<string, string>;
  const known = isSameList
    ? entriesOf(published.signature)
    : await validEntries(published.signature, published.bytes, keys);
  const old = known.filter(
    (entry) => !fresh.some(({ keyid, sig }) => keyid === entry.keyid && sig === entry.sig),
  );
  const both = signatureBytes([...fresh, ...old]);
  return old.length === 0 || both.length > LIMITS.signatureBytes ? set.signature : both;
}

function* write(target: string, name: string, bytes: Uint8Array | undefined): Generator<string> {
  const path = join(target, name);
  if (!bytes || isThere(path, bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, bytes);
  yield name;
}

function isThere(path: string, bytes: Uint8Array): boolean {
  const found = readFileUpTo(path, bytes.length);
  return found.ok && Buffer.compare(found.value, bytes) === 0;
}
