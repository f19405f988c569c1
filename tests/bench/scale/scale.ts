import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growthOf, type Run } from './growth.ts';
import { USAGE_FILE, type Usage } from './tell-usage.ts';
import { Workshop } from './workshop.ts';

// What the command line takes for lists of growing length, each command in a process of its own. Why: ../README.md.

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const PRELOADS = [import.meta.resolve('tsx'), new URL('./tell-usage.ts', import.meta.url).href];
const PASSPHRASE = 'six words that only the bench knows';
const HOLDERS = ['anna', 'ben'];
const INDEX = '.waypost/release/index.json';

export async function benchScale(sizes: readonly number[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const listings of sizes) {
    const workshop = new Workshop();
    try {
      for await (const run of runsOf(workshop, listings)) {
        const before = runs.findLast(({ command }) => command === run.command);
        runs.push(run);
        console.log(lineOf(run, before));
      }
    } finally {
      workshop.remove();
    }
  }
  return runs;
}

async function* runsOf(workshop: Workshop, listings: number): AsyncGenerator<Run> {
  const run = async (...words: string[]) => ({
    command: words[0] ?? '',
    listings,
    ...(await usageOf(workshop, words)),
  });
  await makeKeys(workshop);
  await workshop.writeTable(listings);
  yield await run('import', 'made-up.csv', '--out', 'review');
  workshop.deploy(workshop.acceptReview('review'), 'data/root.1.json');
  yield await run('validate');
  yield await run('report');
  yield await run('build');
  const [first = '', ...others] = HOLDERS.map((holder) => `${holder}.key`);
  yield await run('sign', INDEX, ...withKey(first));
  for (const key of others) await usageOf(workshop, ['sign', INDEX, ...withKey(key)]);
  yield await run('publish');
  yield await run('diff', '.waypost/site/data', '.waypost/release');
}

async function makeKeys(workshop: Workshop): Promise<void> {
  writeFileSync(join(workshop.folder, 'passphrase'), `${PASSPHRASE}\n`);
  const take = (...words: string[]) => usageOf(workshop, words);
  for (const holder of HOLDERS)
    await take('keys', 'new', holder, '--out', `${holder}.key`, '--passphrase-file', 'passphrase');
  const publicHalves = HOLDERS.flatMap((holder) => ['--key', `${holder}.key.pub.json`]);
  const expires = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  const root = 'data/root.1.json';
  await take('keys', 'root', ...publicHalves, '--threshold', '2', '--expires', expires, '--out', root);
  for (const holder of HOLDERS) await take('sign', root, ...withKey(`${holder}.key`));
}

function withKey(key: string): string[] {
  return ['--key', key, '--passphrase-file', 'passphrase'];
}

/** Throws with the end of what the command said, where it did not end well. */
async function usageOf({ folder }: Workshop, words: readonly string[]) {
  const [usage, log] = [join(folder, 'usage.json'), join(folder, 'log.txt')];
  appendFileSync(log, `\n$ waypost ${words.join(' ')}\n`);
  const out = openSync(log, 'a');
  const since = performance.now();
  const child = spawn(process.execPath, [...PRELOADS.flatMap((one) => ['--import', one]), MAIN, ...words], {
    cwd: folder,
    env: { ...process.env, WAYPOST_HOME: join(folder, '.waypost'), [USAGE_FILE]: usage },
    stdio: ['ignore', out, out],
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (ended, signal) => resolve(ended ?? signal));
  });
  closeSync(out);
  const seconds = (performance.now() - since) / 1000;
  if (code !== 0)
    throw new Error(
      `bench: waypost ${words.join(' ')} ended with ${code}\n${readFileSync(log, 'utf8').slice(-2000)}`,
    );
  return { seconds, ...(JSON.parse(readFileSync(usage, 'utf8')) as Usage) };
}

function lineOf(run: Run, before: Run | undefined): string {
  const { command, listings, seconds, cpuSeconds, peakMiB } = run;
  return [
    command.padEnd(9),
    `${listings}`.padStart(8),
    `${seconds.toFixed(1)} s`.padStart(10),
    `${cpuSeconds.toFixed(1)} s`.padStart(10),
    `${Math.round(peakMiB)} MiB`.padStart(10),
    (before ? growthOf(before, run).toFixed(2) : '-').padStart(6),
  ].join(' ');
}
