import { basename, dirname, join } from 'node:path';
import type { Instant } from '../../core/dates.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import { readRoot } from '../../pack/read-root.ts';
import type { RootFile } from '../../pack/signed-index.ts';
import { DEPLOYMENT_FILE } from '../deployment.ts';
import { productionRootFault } from '../production-root.ts';
import type { InputProblem } from '../regions.ts';
import { readFileUpTo } from './read-file.ts';

/** The root that a deployment names, with every root before it: a phone follows them one by one. */
export interface NamedRoot {
  readonly root: RootFile;
  readonly text: string;
  /** As they will lie on the host, signatures where there are some already. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads what `root` in data/deployment.json names. Whether it is signed enough is for `publish` to say. */
export function readNamedRoot(path: string, now: Instant): Result<NamedRoot, InputProblem[]> {
  const bytes = readFileUpTo(path, LIMITS.indexBytes);
  if (!bytes.ok) return refuse(`names ${path}, which cannot be read (${bytes.problem.kind})`);
  const read = readRoot(bytes.value);
  if (!read.ok) return refuse(`names ${path}, which is no root (${read.problem.kind})`);
  const root = read.value;
  const text = new TextDecoder().decode(bytes.value);
  const fault = productionRootFault(text);
  if (fault) return refuse(`names ${path}: ${fault}`);
  const name = `root.${root.version}.json`;
  if (basename(path) !== name) return refuse(`names ${path}: call that file ${name}, after its version`);
  if (Date.parse(root.expires) <= now)
    return refuse(`names ${path}, which has expired: make the next one with "waypost keys root --previous"`);
  const files = new Map<string, Uint8Array>();
  for (let version = 1; version <= root.version; version += 1) {
    const one = `root.${version}.json`;
    const file = readFileUpTo(join(dirname(path), one), LIMITS.indexBytes);
    if (!file.ok) return refuse(`names ${path}, but ${one} is not beside it: phones need every root`);
    files.set(one, file.value);
    const signature = readFileUpTo(join(dirname(path), `${one}.sig`), LIMITS.signatureBytes);
    if (signature.ok) files.set(`${one}.sig`, signature.value);
  }
  return succeed({ root, text, files });
}

function refuse(reason: string) {
  return fail([{ file: DEPLOYMENT_FILE, field: 'root', reason }]);
}
