import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** In this process: after a restart in a container a process may have the number of the one before. */
const held = new Set<string>();

/** The embedded database is one process's alone: a second one in the same folder would destroy it. Answers with how to let go. */
export function lockFolder(folder: string): () => void {
  const path = `${folder}.lock`;
  if (held.has(path) || !(take(path) || (isStale(path) && takeAgain(path))))
    throw new Error(
      `server: ${folder} is in use by a running server; stop that first, or move to PostgreSQL (docs/SERVER.md)`,
    );
  held.add(path);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function takeAgain(path: string): boolean {
  rmSync(path, { force: true });
  return take(path);
}

function isStale(path: string): boolean {
  const pid = Number(readFileSync(path, 'utf8'));
  return !Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
