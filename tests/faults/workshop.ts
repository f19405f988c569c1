import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Outcome, storyOutcomes, unitOutcomes } from './outcomes.ts';

const PORT = process.env.STORIES_PORT ?? '4193';
// Far more than any of them takes (a story may take ten minutes): a fault may make a test go round for ever, and that is not red.
const MOST_MS = { unit: 120_000, server: 600_000, story: 660_000 } as const;

/** Who runs the test. Those of the server take databases, and a process each, as `npm run server` gives them. */
export type Kind = keyof typeof MOST_MS;
const WORDS = { unit: [], server: ['--pool=forks', '--testTimeout=180000'] } as const;

/** A copy of the tree to break: with its own keys, build and reports, and the packages of this one. */
export class Workshop {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #running: ChildProcess | null = null;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'faults-'));
    this.#env = { ...process.env, WAYPOST_HOME: join(this.#folder, '.waypost'), STORIES_PORT: PORT };
    // With what is not committed yet: a fault is tried against what its writer sees.
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      encoding: 'utf8',
    });
    for (const name of listed.split('\0').filter((one) => one !== '' && existsSync(one))) {
      mkdirSync(dirname(join(this.#folder, name)), { recursive: true });
      cpSync(name, join(this.#folder, name));
    }
    symlinkSync(resolve('node_modules'), join(this.#folder, 'node_modules'), 'junction');
    // In a repository of its own, `git apply` looks at no other one.
    execFileSync('git', ['init', '--quiet'], { cwd: this.#folder });
  }

  close(): void {
    if (this.#running) stop(this.#running);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Puts a fault in, or takes it out; false where the lines that it changes are not there any more. */
  apply(patch: string, direction: 'in' | 'out'): boolean {
    const words = direction === 'out' ? ['--reverse'] : [];
    try {
      execFileSync('git', ['apply', ...words, resolve(patch)], { cwd: this.#folder, stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  }

  /** Null where it was built, else the last words of what went wrong. */
  async build(): Promise<string | null> {
    const { code, said } = await this.#run('npm', ['run', 'build'], MOST_MS.story);
    return code === 0 ? null : (said.trim().split('\n').at(-1) ?? '');
  }

  /** Runs the tests of these files whose titles hold one of these words. */
  async test(kind: Kind, files: readonly string[], titles: readonly string[]): Promise<Outcome[]> {
    const report = join(this.#folder, 'test-results', `faults-${kind}.json`);
    rmSync(report, { force: true });
    const words = titles.map((title) => title.replaceAll(/[^\p{L}\p{N} ]/gu, '.')).join('|');
    if (kind !== 'story') {
      const runner = ['node_modules/vitest/vitest.mjs', 'run', ...files, '-t', words, ...WORDS[kind]];
      const output = ['--reporter=json', `--outputFile=${report}`];
      await this.#run(process.execPath, [...runner, ...output], MOST_MS[kind] * files.length);
      return unitOutcomes(report);
    }
    const runner = ['node_modules/@playwright/test/cli.js', 'test', '--project=chromium', '--project=guide'];
    runner.push(...files.map(asPattern), '-g', words);
    const more = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    await this.#run(process.execPath, [...runner, '--reporter=json'], MOST_MS.story * files.length, more);
    return storyOutcomes(report);
  }

  #run(command: string, words: readonly string[], most: number, more: NodeJS.ProcessEnv = {}) {
    return new Promise<{ code: number | null; said: string }>((done) => {
      const child = spawn(command, [...words], {
        cwd: this.#folder,
        env: { ...this.#env, ...more },
        shell: process.platform === 'win32' && command === 'npm',
        // A group of its own: a runner's helpers must not outlive it.
        detached: process.platform !== 'win32',
      });
      this.#running = child;
      const timer = setTimeout(() => stop(child), most);
      let said = '';
      const note = (bytes: Buffer) => {
        said = `${said}${bytes}`.slice(-4000);
      };
      child.stdout.on('data', note);
      child.stderr.on('data', note);
      child.on('error', ({ message }) => done({ code: null, said: message }));
      child.on('close', (code) => {
        clearTimeout(timer);
        this.#running = null;
        done({ code, said });
      });
    });
  }
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

/** Playwright takes file names as patterns: without a beginning, "exit.story.ts" would be "page-exit.story.ts" too. */
function asPattern(file: string): string {
  return `/${file.split('/').at(-1)?.replaceAll('.', '\\.')}$`;
}
