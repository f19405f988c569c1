import type { RequestListener } from 'node:http';
import { staticSite } from '../../../src/cli/static-site.ts';
import type { DatabasePlace } from '../../../src/server/database/database.ts';
import { startServer } from '../../../src/server/start-server.ts';

// The server as a process of its own, so that who asks does not use its processor time or its memory. Behind a host: each
// volunteer then has an address, and the limits count as they would for so many people.

const [place = '', site = ''] = process.argv.slice(2);
const nothing: RequestListener = (_, response) => void response.writeHead(404).end();
const { origin } = await startServer({
  place: JSON.parse(place) as DatabasePlace,
  port: 0,
  isDemo: false,
  isBehindProxy: true,
  site: site === '' ? nothing : staticSite(site),
});
console.log(origin);
