import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DatabasePlace } from '../../../src/server/database/database.ts';

export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** Without a word to it: nothing is finished or closed. */
  readonly kill: () => Promise<void>;
}

const PLAIN = 'tests/server/faults/serve.ts';

export async function startProcess(
  place: DatabasePlace,
  script = PLAIN,
  more: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(place), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [origin] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    once(child, 'exit').then(([code]) => {
      throw new Error(`tests: the server ended with ${code}`);
    }),
  ]);
  return { origin, pid: child.pid ?? 0, kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
