import { dirname, join } from 'node:path';
import { isRecord } from '../../core/is-record.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import { readJson } from '../../pack/read-json.ts';
import { readRoot } from '../../pack/read-root.ts';
import type { RootFile } from '../../pack/signed-index.ts';
import type { OpenedKey } from '../keys/locked-key.ts';
import { sha256 } from '../node-platform.ts';
import { productionRootFault } from '../production-root.ts';
import { writeWhole } from '../whole-file.ts';
import { readFileUpTo } from './read-file.ts';
import { diffLists, type Lists, readLists } from './read-lists.ts';
import { rootNumbers } from './root-chain.ts';
import { diffCounts } from './show-diff.ts';
import { withSignature } from './signature-file.ts';
import { refusalWords } from './words.ts';

/** Something that people sign, once it has been read and found whole. */
export interface Signable {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What whoever signs should read first. */
  readonly lines: readonly string[];
  readonly isForDevelopment: boolean;
  /** Keys whose signature counts for something. */
  readonly keyids: ReadonlySet<string>;
}

export interface SignQuestion {
  readonly path: string;
  /** Folder of the lists that phones have now. */
  readonly against?: string | undefined;
}

/** Reads what is to be signed: a root, an index with its packs beside it, or the hash list of the app. */
export async function readSignable(question: SignQuestion): Promise<Result<Signable, string>> {
  const { path } = question;
  const file = readFileUpTo(path, LIMITS.indexBytes);
  if (!file.ok) return fail(`${path} cannot be read (${file.problem.kind})`);
  const json = readJson(file.value);
  const type = json.ok && isRecord(json.value) ? json.value.type : undefined;
  if (type === 'root') return rootToSign(path, file.value);
  if (type === 'index') return indexToSign(question, file.value);
  if (isHashList(file.value)) return hashesToSign(path, file.value);
  return fail(`${path} is neither a root, nor an index, nor a list of hashes: only those are signed`);
}

/** Adds the key's signature to the file beside it; false where it stood there already. */
export function addSignature({ path, bytes, isForDevelopment, keyids }: Signable, opened: OpenedKey) {
  const { key } = opened;
  if (opened.isForDevelopment !== isForDevelopment)
    return fail(
      isForDevelopment
        ? `${path} belongs to a root for development: keep real keys away from it`
        : 'this key lies unlocked on a disk, as one for development does: nobody may rely on what it signs',
    );
  if (!keyids.has(key.keyid))
    return fail(`the key ${key.keyid} is not one of those that count here: ${[...keyids].join(', ')}`);
  const beside = `${path}.sig`;
  const found = readFileUpTo(beside, LIMITS.signatureBytes);
  if (!found.ok && found.problem.kind !== 'file-missing')
    return fail(`${beside} cannot be read (${found.problem.kind})`);
  const before = found.ok ? found.value : null;
  const after = withSignature(before, bytes, key);
  if (before && Buffer.compare(before, after) === 0) return succeed(false);
  writeWhole(beside, after);
  return succeed(true);
}

function rootToSign(path: string, bytes: Uint8Array): Result<Signable, string> {
  const read = readRoot(bytes);
  if (!read.ok) return fail(`${path} is not a whole root (${read.problem.kind})`);
  const root = read.value;
  const previousPath = join(dirname(path), `root.${root.version - 1}.json`);
  const previous = root.version > 1 ? readRootFile(previousPath) : null;
  if (previous && !previous.ok)
    return fail(`${previousPath} must lie beside it, so that you see whose keys are changed`);
  const old = previous?.ok ? previous.value : null;
  return signable(path, bytes, root, {
    keyids: [...root.roles.root.keyids, ...(old?.roles.root.keyids ?? [])],
    lines: [`root, version ${root.version}, good until ${root.expires}`, ...rootLines(root, old)],
  });
}

function rootLines(root: RootFile, old: RootFile | null): string[] {
  const [before, now] = [Object.keys(old?.keys ?? {}), Object.keys(root.keys)];
  return [
    ...(['root', 'index'] as const).map(
      (role) => `${role}: ${root.roles[role].threshold} of ${root.roles[role].keyids.join(', ')}`,
    ),
    ...now.filter((id) => old && !before.includes(id)).map((id) => `new key: ${id}`),
    ...before.filter((id) => !now.includes(id)).map((id) => `no longer trusted: ${id}`),
  ];
}

async function indexToSign(
  { path, against }: SignQuestion,
  bytes: Uint8Array,
): Promise<Result<Signable, string>> {
  const folder = dirname(path);
  const root = latestRoot(folder);
  if (!root.ok) return root;
  const lists = await readLists(folder);
  if (!lists.ok) return fail(`${folder}/${refusalWords(lists.problem)}`);
  const old = against === undefined ? null : await readLists(against);
  if (old && !old.ok) return fail(`${against}/${refusalWords(old.problem)}`);
  const lines = [...indexLines(lists.value), ...(old ? await changeLines(old.value, lists.value) : [])];
  return signable(path, bytes, root.value, { keyids: root.value.roles.index.keyids, lines });
}

function indexLines({ index }: Lists): string[] {
  const { version, issued, expires, regions, revoked } = index;
  return [
    `index, version ${version}, issued ${issued}, good until ${expires}`,
    ...regions.map(({ id, version: of, records }) => `${id}: version ${of}, ${records} listings`),
    `${revoked.length} listings withdrawn from every phone`,
  ];
}

async function changeLines(old: Lists, now: Lists): Promise<string[]> {
  return (await diffLists(old, now)).map(
    (diff) => `against version ${old.index.version}, ${diffCounts(diff)}`,
  );
}

function hashesToSign(path: string, bytes: Uint8Array): Result<Signable, string> {
  const root = latestRoot(join(path.replace(/\.sha256$/, ''), 'data'));
  if (!root.ok) return root;
  const count = new TextDecoder().decode(bytes).trimEnd().split('\n').length;
  return signable(path, bytes, root.value, {
    keyids: root.value.roles.index.keyids,
    lines: [`hashes of ${count} files of the app`],
  });
}

function isHashList(bytes: Uint8Array): boolean {
  return /^([0-9a-f]{64} {2}[^\n]+\n)+$/.test(new TextDecoder().decode(bytes));
}

function signable(
  path: string,
  bytes: Uint8Array,
  root: RootFile,
  { keyids, lines }: { readonly keyids: readonly string[]; readonly lines: readonly string[] },
): Result<Signable, string> {
  const fault = root.dev ? null : productionRootFault(JSON.stringify(root));
  if (fault) return fail(fault);
  return succeed({
    path,
    bytes,
    isForDevelopment: root.dev,
    keyids: new Set(keyids),
    lines: [...lines, `SHA-256 ${sha256(bytes)}`],
  });
}

/** The last root of a folder. It may not be signed enough yet: it only says whose signatures can count. */
function latestRoot(folder: string): Result<RootFile, string> {
  const last = Math.max(0, ...rootNumbers(folder));
  return last === 0
    ? fail(`${folder} has no root.N.json, so nobody knows whose keys count`)
    : readRootFile(join(folder, `root.${last}.json`));
}

function readRootFile(path: string): Result<RootFile, string> {
  const bytes = readFileUpTo(path, LIMITS.indexBytes);
  const root = bytes.ok ? readRoot(bytes.value) : bytes;
  return root.ok ? root : fail(`${path} is no root (${root.problem.kind})`);
}
