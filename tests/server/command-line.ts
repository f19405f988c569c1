import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// The command line in a folder of its own, with a desk that is one page.

export interface Deployed {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

export function deployIn(folder: string, options: { isDemo: boolean; env?: NodeJS.ProcessEnv }): Deployed {
  for (const name of ['guide', 'casework', 'desk']) {
    mkdirSync(join(folder, 'dist', name), { recursive: true });
    writeFileSync(join(folder, 'dist', name, 'index.html'), `<title>${name}</title>`);
  }
  mkdirSync(join(folder, 'data'));
  for (const name of ['regions', 'places', 'rights', 'exit-sites.json'])
    symlinkSync(resolve('data', name), join(folder, 'data', name));
  symlinkSync(resolve('locales'), join(folder, 'locales'));
  const deployment = JSON.parse(readFileSync('data/deployment.json', 'utf8')) as object;
  const root = options.isDemo ? {} : { root: 'data/root.1.json', origin: 'https://guide.example' };
  writeFileSync(join(folder, 'data/deployment.json'), JSON.stringify({ ...deployment, ...root }));
  mkdirSync(join(folder, 'temporary'));
  return {
    folder,
    env: {
      PATH: process.env.PATH,
      WAYPOST_HOME: join(folder, 'home'),
      TMPDIR: join(folder, 'temporary'),
      ...options.env,
    },
  };
}

const WORDS = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')];

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function run({ folder, env }: Deployed, ...words: string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [...WORDS, ...words], { cwd: folder, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

export interface Serving {
  readonly child: ChildProcess;
  /** Everything that it wrote, to either. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

export function serve({ folder, env }: Deployed): Serving {
  const child = spawn(process.execPath, [...WORDS, 'serve'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  return { child, said: () => said, ended: new Promise((done) => child.once('exit', done)) };
}
