import type { DatabasePlace } from '../../../src/server/database/database.ts';
import { startServer } from '../../../src/server/start-server.ts';

// A server as a process of its own, so that a test can kill it. It tells its address once it listens.

const { origin } = await startServer({
  place: JSON.parse(process.argv[2] ?? '') as DatabasePlace,
  port: 0,
  isDemo: false,
  site: (_, response) => void response.end(),
});
console.log(origin);
