import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { FoundWebKit } from './find-webkit.ts';

/** A screen that nobody sees and a driver on a free port. Both end with `stop`. */
export interface RunningWebKit {
  readonly address: string;
  readonly browser: string;
  /** What a browser needs of the environment to be seen on that screen. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const START_MS = 10_000;
// Told in words, as a phone would: without it the browser says that its language is "C".
const LANGUAGE = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: '' };

export async function startWebKit({ driver, browser, screen }: FoundWebKit): Promise<RunningWebKit> {
  const display = await startScreen(screen);
  const environment = { ...process.env, ...LANGUAGE, DISPLAY: `:${display.number}` };
  const port = await freePort();
  // A group of its own: browsers that a broken test left behind end with the driver.
  const running = spawn(driver, [`--port=${port}`], { env: environment, stdio: 'ignore', detached: true });
  const endGroup = () => killGroup(running);
  process.once('exit', endGroup);
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  return {
    address,
    browser,
    environment,
    stop: async () => {
      endGroup();
      process.off('exit', endGroup);
      await end(display.screen);
    },
  };
}

/** The screen's number is its own choice, so several may run side by side. */
async function startScreen(command: string): Promise<{ screen: ChildProcess; number: string }> {
  const screen = spawn(command, ['-displayfd', '3', '-screen', '0', '1024x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('tests: the screen for WebKit did not start')));
  });
  return { screen, number };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('tests: no free port');
  return address.port;
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error('tests: the WebKit driver did not start', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/** A process that leads a group, and everything that it has started, at once. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // All gone already.
  }
}
