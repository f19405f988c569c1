import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../browsers.ts';

/** What a browser did on the network while it was used, seen from below the page. */
export interface Below {
  /** Every host that its network stack was asked to look up, connect to or fetch from. */
  readonly hosts: readonly string[];
  /** What strangers' connections began with, as far as a name can be read in them; '' where none can. */
  readonly knocks: readonly string[];
}

// Flags that Playwright adds stop Chromium from connecting early, which is just what must be seen here (H-2). So the
// browser is started by hand: every name but our own leads to a sink on this machine.
export async function listenBelow(use: (page: Page) => Promise<void>): Promise<Below> {
  const folder = mkdtempSync(join(tmpdir(), 'below-'));
  const log = join(folder, 'net.json');
  const sink = await openSink();
  const { process: chrome, endpoint } = await startChromium(folder, log, sink.port);
  const ended = new Promise((resolve) => chrome.once('exit', resolve));
  let browser: Browser | undefined;
  try {
    browser = await chromium.connectOverCDP(endpoint);
    const [context] = browser.contexts();
    const page = await context?.newPage();
    if (!page) throw new Error('tests: the browser has no window');
    await use(page);
    const session = await browser.newBrowserCDPSession();
    // A browser that is asked to close writes its log to the end.
    await session.send('Browser.close').catch(() => undefined);
    await ended;
    return { hosts: hostsIn(readFileSync(log, 'utf8')), knocks: sink.knocks };
  } finally {
    chrome.kill('SIGKILL');
    await ended;
    await sink.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function startChromium(
  folder: string,
  log: string,
  sinkPort: number,
): Promise<{ process: ChildProcess; endpoint: string }> {
  const { executablePath, args } = await findChromium();
  const chrome = spawn(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--log-net-log=${log}`,
      '--net-log-capture-mode=Everything',
      `--host-resolver-rules=MAP * 127.0.0.1:${sinkPort}, EXCLUDE localhost`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const lines = createInterface({ input: chrome.stderr as NodeJS.ReadableStream });
  for await (const line of lines) {
    const endpoint = /^DevTools listening on (\S+)/.exec(line)?.[1];
    if (endpoint) {
      chrome.stderr?.resume();
      return { process: chrome, endpoint };
    }
  }
  throw new Error('tests: the browser did not start');
}

/** Takes every connection, notes whom it was meant for, and answers nothing. */
async function openSink(): Promise<{ port: number; knocks: string[]; close: () => Promise<void> }> {
  const knocks: string[] = [];
  const server: Server = createServer((socket) => {
    const place = knocks.push('') - 1;
    socket.once('data', (bytes) => {
      knocks[place] = hostWanted(bytes);
      socket.destroy();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    knocks,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A TLS hello names its host in clear, in the extension of type 0 (RFC 6066); an HTTP request in its Host line. */
function hostWanted(bytes: Buffer): string {
  const plain = /^[A-Z]+ [^\r]*\r\n(?:[^\r]+\r\n)*?Host: ([^\r:]+)/i.exec(bytes.toString('latin1'))?.[1];
  if (plain) return plain;
  for (let at = 0; at + 9 < bytes.length; at++) {
    const length = bytes.readUInt16BE(at + 7);
    const isName =
      bytes.readUInt16BE(at) === 0 &&
      bytes.readUInt16BE(at + 2) === length + 5 &&
      bytes.readUInt16BE(at + 4) === length + 3 &&
      bytes[at + 6] === 0;
    if (isName) return bytes.toString('latin1', at + 9, at + 9 + length);
  }
  return '';
}

/** Every host that an event of Chromium's network log names, whatever kind of event it is. */
export function hostsIn(log: string): string[] {
  const hosts = new Set<string>();
  const { events } = JSON.parse(log) as { events: { params?: Record<string, unknown> }[] };
  for (const { params = {} } of events) {
    for (const name of ['url', 'host', 'group_id', 'origin', 'destination', 'server']) {
      const value = params[name];
      if (typeof value !== 'string') continue;
      const host = /^(?:pm\/)?(?:(?:https?|wss?):\/\/)?([a-z0-9.-]+)(?::\d+)?(?:[/ ?]|$)/i.exec(value)?.[1];
      if (host) hosts.add(host.toLowerCase());
    }
  }
  return [...hosts].sort();
}
