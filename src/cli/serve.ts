import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { staticSite } from './static-site.ts';

const GUIDE_PORT = 4173;

/** Serves the built guide with production headers until the process is stopped. Writes no log of any request. */
export async function serveGuide(): Promise<void> {
  if (!existsSync('dist/guide/index.html'))
    throw new Error('cli: nothing is built yet; run "npm run build" first');
  const port = Number(process.env.GUIDE_PORT ?? GUIDE_PORT);
  const server = createServer(staticSite('dist/guide'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  console.log(`Guide: http://localhost:${port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.closeAllConnections();
      server.close();
    });
  }
}
