import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import { killGroup } from '../webkit/start-webkit.ts';
import type { EngineHost } from './engine-host.ts';
import type { Command } from './surface.ts';

const STEP = '/step.js';
const DONE = '/done';
const WAIT_MS = 60_000;

interface Waiting {
  settle(reply: { value?: unknown; error?: string }): void;
}

/**
 * A browser that no driver holds, so that it may be killed at any moment and started again with what it had kept. Under
 * a driver WebKitGTK keeps everything in memory. It is asked by a script that the host puts before the guide's own: that
 * imports one module after another, runs it, and sends back what came of it.
 */
export class OwnProfile {
  readonly #command: Command;
  readonly #host: EngineHost;
  readonly #folder = mkdtempSync(join(tmpdir(), 'profile-'));
  #browser: ChildProcess | null = null;
  #asking: ServerResponse | null = null;
  #step: string | null = null;
  #waiting: Waiting | null = null;

  constructor(command: Command, host: EngineHost) {
    this.#command = command;
    this.#host = host;
    host.runFirst(askTheHost, ['guide']);
    host.site.answer(STEP, (_request, response) => {
      this.#asking = response;
      this.#send();
    });
    host.site.answer(DONE, (request, response) => {
      let reply = '';
      request.setEncoding('utf8').on('data', (part) => {
        reply += part;
      });
      request.once('end', () => {
        response.writeHead(204, SECURITY_HEADERS).end();
        this.#waiting?.settle(JSON.parse(reply));
      });
    });
  }

  /** Starts the browser at the guide. */
  start(): void {
    this.#browser = spawn(this.#command.path, [...this.#command.args(this.#folder), this.#host.guide], {
      env: this.#command.environment(this.#folder),
      stdio: 'ignore',
      detached: true,
    });
    const browser = this.#browser;
    process.once('exit', () => killGroup(browser));
  }

  /** All of it is gone at once, as when a phone's battery is taken out. */
  async kill(): Promise<void> {
    const browser = this.#browser;
    if (!browser) return;
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    killGroup(browser);
    // One that had ended by itself is waited for in vain.
    if (!this.#hasEnded) await ended;
    this.#browser = this.#asking = this.#step = this.#waiting = null;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Runs a function in the page, which must not use anything from outside itself. */
  async evaluate<Value, Given>(run: (given: Given) => Value | Promise<Value>, given: Given): Promise<Value> {
    this.#step = `export default () => (${run})(${JSON.stringify(given) ?? 'undefined'});`;
    const reply = await new Promise<{ value?: unknown; error?: string }>((resolve, reject) => {
      const late = setTimeout(() => {
        const why = this.#hasEnded ? ': the browser had ended by itself' : '';
        reject(new Error(`tests: the page did not answer${why}`));
      }, WAIT_MS);
      this.#waiting = {
        settle: (answer) => {
          clearTimeout(late);
          resolve(answer);
        },
      };
      this.#send();
    });
    if (reply.error) throw new Error(`in the page: ${reply.error}`);
    return reply.value as Value;
  }

  get #hasEnded(): boolean {
    return this.#browser?.exitCode !== null || this.#browser.signalCode !== null;
  }

  #send(): void {
    if (this.#step === null || !this.#asking || this.#asking.destroyed) return;
    const type = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' };
    this.#asking.writeHead(200, { ...SECURITY_HEADERS, ...type }).end(this.#step);
    this.#step = this.#asking = null;
  }
}

/** Runs in the page, before anything of its own. */
async function askTheHost(): Promise<void> {
  const start = Date.now();
  for (let number = 0; ; number++) {
    // A module is loaded once for each address.
    const { default: step } = await import(`${location.origin}/step.js?${start}-${number}`);
    const reply = await Promise.resolve()
      .then(step)
      .then(
        (value) => ({ value }),
        (error) => ({ error: String(error) }),
      );
    await fetch('/done', { method: 'POST', body: JSON.stringify(reply) });
  }
}
