import { existsSync } from 'node:fs';
import type { DatabasePlace } from '../server/database/database.ts';
import type { RunningServer } from '../server/start-server.ts';
import { deploymentOrThrow } from './deployment.ts';
import { fillDesk } from './fill-desk.ts';
import { homeFolder, homePath, makeFolder } from './home.ts';
import { DESK_HEADERS } from './security-headers.ts';
import { staticSite } from './static-site.ts';

export const DESK_FOLDER = 'dist/desk';
const DEFAULT_PORT = 4174;

/** Where the desk's data is: PostgreSQL where DATABASE_URL says so, else a folder beside the keys. */
export function deskPlace(): DatabasePlace {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL };
  makeFolder(homeFolder());
  return { folder: homePath('desk-database') };
}

/** Without a root that real keys signed, everything is a demo (settled 4). */
export function isDemoDesk(): boolean {
  return deploymentOrThrow().root === undefined;
}

export function deskPort(): number {
  return Number(process.env.DESK_PORT ?? DEFAULT_PORT);
}

/** As people's browsers have it; passkeys and links are bound to it. */
export function deskOrigin(): string {
  const { DESK_ORIGIN } = process.env;
  if (DESK_ORIGIN === undefined) return `http://localhost:${deskPort()}`;
  const url = new URL(DESK_ORIGIN);
  if (url.protocol !== 'https:' || url.origin !== DESK_ORIGIN)
    throw new Error('cli: DESK_ORIGIN is an address like https://desk.example, without a path');
  return DESK_ORIGIN;
}

/** The volunteers' desk with its server, once it is built and unless it is off; never a placeholder on its port. */
export async function serveDesk(): Promise<RunningServer | null> {
  if (process.env.DESK_PORT === 'off' || !existsSync(`${DESK_FOLDER}/index.html`)) return null;
  // Loaded only here: the embedded database is large, and most commands need none.
  const { startServer } = await import('../server/start-server.ts');
  const server = await startServer({
    place: deskPlace(),
    port: deskPort(),
    isDemo: isDemoDesk(),
    site: staticSite(DESK_FOLDER, DESK_HEADERS),
    headers: DESK_HEADERS,
    publicOrigin: process.env.DESK_ORIGIN === undefined ? undefined : deskOrigin(),
    isBehindProxy: process.env.DESK_BEHIND_PROXY === '1',
  });
  const filled = await fillDesk(server.database.db);
  if (!filled.ok) throw new Error('cli: the listings have problems: "waypost validate" names them');
  console.log(`Desk: ${server.origin}`);
  await sayHowToBegin(server);
  return server;
}

async function sayHowToBegin({ database: { db }, origin }: RunningServer): Promise<void> {
  if (isDemoDesk()) {
    const { makeDemoLinks } = await import('../server/people/demo.ts');
    for (const { name, link } of await makeDemoLinks(db, origin, new Date())) console.log(`${name}: ${link}`);
    return;
  }
  const { isOpened } = await import('../server/people/opened.ts');
  if (!(await isOpened(db)))
    console.log('The desk has no coordinators yet: "waypost server init" makes links for the first two');
}
