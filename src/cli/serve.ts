import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveDesk } from './desk-server.ts';
import { DESK_HEADERS, SECURITY_HEADERS } from './security-headers.ts';
import { staticSite } from './static-site.ts';

interface Site {
  readonly name: string;
  readonly folder: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves the built apps with production headers until the process is stopped. Writes no log of any request. */
export async function serveSites(): Promise<void> {
  const { GUIDE_PORT, CASE_PORT } = process.env;
  const sites: readonly Site[] = [
    { name: 'Guide', folder: 'dist/guide', port: Number(GUIDE_PORT ?? 4173), headers: SECURITY_HEADERS },
    // An origin of its own, so that nothing of the other reaches what is kept here (settled 35).
    { name: 'Casework', folder: 'dist/casework', port: Number(CASE_PORT ?? 4175), headers: DESK_HEADERS },
  ];
  for (const { folder } of sites)
    if (!existsSync(`${folder}/index.html`))
      throw new Error('cli: nothing is built yet; run "npm run build" first');
  const served = await Promise.all(sites.map(async (site) => ({ ...site, server: await serve(site) })));
  for (const { name, server } of served)
    console.log(`${name}: http://localhost:${(server.address() as AddressInfo).port}`);
  const desk = await serveDesk();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const { server } of served) {
        server.closeAllConnections();
        server.close();
      }
      void desk?.stop();
    });
  }
}

async function serve({ folder, port, headers }: Site): Promise<Server> {
  const server = createServer(staticSite(folder, headers));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
