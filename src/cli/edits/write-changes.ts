import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { InputProblem } from '../regions.ts';
import { writeWhole } from '../whole-file.ts';
import type { FileChange } from './listing-files.ts';

const OF_OWNER = 0o700;

/** What changes, as `git apply` takes it. */
export function patchOf(changes: readonly FileChange[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-patch-'));
  try {
    for (const { path, before, after } of changes) {
      if (before !== null) writeInto(join(folder, 'a', path), before);
      writeInto(join(folder, 'b', path), after);
    }
    mkdirSync(join(folder, 'a'), { recursive: true, mode: OF_OWNER });
    const options = ['--no-index', '--no-prefix', '--no-color', '--no-ext-diff', '--no-renames'];
    const made = spawnSync('git', ['diff', ...options, 'a', 'b'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: MOST,
    });
    // 1 says that they differ.
    if (made.error || (made.status ?? 2) > 1) throw new Error('git could not be run, and it makes the patch');
    return made.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MOST = 256 * 1024 * 1024;

/** Into a file where its name ends with `.patch`, else the changed files into a new folder. Nothing is changed in place. */
export function writeChanges(out: string, changes: readonly FileChange[]): Result<string, InputProblem[]> {
  if (out.endsWith('.patch')) {
    writeWhole(out, patchOf(changes));
    return succeed(`${out}: look at it, then "git apply ${out}"`);
  }
  if (existsSync(out) && readdirSync(out).length > 0)
    return fail([{ file: out, field: '(folder)', reason: 'is not empty: name a new folder' }]);
  for (const { path, after } of changes) writeInto(join(out, path), after);
  return succeed(`${out}: ${changes.length} changed files; look at them before they go to data/`);
}

function writeInto(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
