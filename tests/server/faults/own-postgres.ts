import { join } from 'node:path';
import { programs, run, untilItAnswers } from '../postgres.ts';

export interface OwnPostgres {
  readonly url: string;
  /** As when its machine loses power: nothing is finished. */
  readonly crash: () => void;
  readonly start: () => Promise<void>;
  readonly remove: () => void;
}

/** A PostgreSQL that a test stops and starts. It writes through to the disk, as a real one does. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const bin = programs();
  if (!bin) throw new Error('tests: there is no PostgreSQL');
  const folder = run('mktemp', '-d', '--tmpdir', 'desk-faults-XXXXXX').trim();
  const control = (...words: string[]) => run(join(bin, 'pg_ctl'), '-D', folder, '-s', '-w', ...words);
  run(join(bin, 'initdb'), '-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8');
  const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
  const start = async () => {
    control('-l', join(folder, 'out'), '-o', `-k ${folder} -c listen_addresses=`, 'start');
    await untilItAnswers(url);
  };
  await start();
  return {
    url,
    start,
    crash: () => void control('-m', 'immediate', 'stop'),
    remove: () => {
      control('-m', 'immediate', 'stop');
      run('rm', '-rf', folder);
    },
  };
}
