import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};
// Isolated from every other origin: only then does Chromium tell time to 5 microseconds, and memory at all.
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};
const HTML =
  '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>';

/** Serves the bench's page and worker, bundled, and the engines' files. */
export class BrowserHost {
  readonly #server: Server;
  readonly #scripts: string;
  readonly #files: string;

  static async open(files: string): Promise<BrowserHost> {
    const scripts = mkdtempSync(join(tmpdir(), 'bench-page-'));
    await bundle(scripts);
    const host = new BrowserHost(scripts, files);
    await new Promise<void>((resolve) => host.#server.listen(0, 'localhost', resolve));
    return host;
  }

  private constructor(scripts: string, files: string) {
    this.#scripts = scripts;
    this.#files = files;
    this.#server = createServer(({ url = '/' }, response) =>
      this.#answer(new URL(url, 'http://localhost').pathname, response),
    );
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#scripts, { recursive: true, force: true });
  }

  #answer(path: string, response: ServerResponse): void {
    const file = path.startsWith('/file/') ? join(this.#files, basename(path)) : join(this.#scripts, path);
    const type = TYPES[path === '/' ? '.html' : extname(file)];
    if (path === '/') response.writeHead(200, { ...ISOLATED, 'Content-Type': type }).end(HTML);
    else if (!type || !existsSync(file)) response.writeHead(404, ISOLATED).end();
    else createReadStream(file).pipe(response.writeHead(200, { ...ISOLATED, 'Content-Type': type }));
  }
}

async function bundle(folder: string): Promise<void> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: { page: join(here, 'browser-page.ts'), worker: join(here, 'browser-worker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
