import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line as phones have it. */
export interface Line {
  /** Before an answer begins, in milliseconds. */
  readonly delayMs: number;
  /** Of all answers together. */
  readonly bytesPerSecond: number;
}

/** What Lighthouse calls a slow fourth generation: 1.6 Mbit/s, 150 ms there and back. */
export const SLOW_LINE: Line = { delayMs: 150, bytesPerSecond: 200_000 };

const CHUNK = 4096;

export interface SlowHost {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * The same host behind a slow line. Slowed here and not by the browser's tools, which slow a page and neither its workers nor
 * what a service worker asks for.
 */
export async function behindLine(origin: string, line: Line): Promise<SlowHost> {
  let free = 0;
  /** Waits for this chunk's turn on the line. */
  const send = async (bytes: number) => {
    const now = performance.now();
    free = Math.max(now, free) + (bytes / line.bytesPerSecond) * 1000;
    await wait(free - now);
  };
  const answer = async (asked: IncomingMessage, response: ServerResponse) => {
    const [given, body] = await ask(origin, asked);
    await wait(line.delayMs);
    response.writeHead(given.statusCode ?? 500, given.rawHeaders);
    for (let at = 0; at < body.length; at += CHUNK) {
      const chunk = body.subarray(at, at + CHUNK);
      await send(chunk.length);
      response.write(chunk);
    }
    response.end();
  };
  const server = createServer((asked, response) => {
    answer(asked, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function ask(origin: string, { url = '/', method, headers }: IncomingMessage) {
  return new Promise<[IncomingMessage, Buffer]>((resolve, reject) => {
    request(origin + url, { method, headers }, (given) => {
      const parts: Buffer[] = [];
      given.on('data', (part: Buffer) => parts.push(part));
      given.on('end', () => resolve([given, Buffer.concat(parts)]));
      given.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
