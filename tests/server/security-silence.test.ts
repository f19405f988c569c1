import { rmSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import { startServer } from '../../src/server/start-server.ts';
import { filesHolding, filesIn } from '../release/files-holding.ts';
import { freePort } from '../release/host-software.ts';
import { deployIn, serve } from './command-line.ts';
import { DATABASES } from './harness.ts';
import { temporaryFolder } from './temporary.ts';

const MARKERS = ['203.0.113.77', 'whoasks'];
const WHO = {
  'x-forwarded-for': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  'user-agent': 'whoasks-phone/7',
  referer: 'https://whoasks-before.example/page',
  cookie: 'whoasks-cookie=1; __Host-session=whoasks-session',
  'accept-language': 'am-whoasks',
};
const QUERY = 'whoasks-query';

const remove: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of remove.splice(0).reverse()) await one();
});

test('NW-11 the desk’s server says and writes nothing about who asks, whatever it answers', {
  timeout: 400_000,
}, async () => {
  const { folder } = await temporaryFolder();
  remove.push(() => rmSync(folder, { recursive: true, force: true }));
  const [guide, desk, casework] = [await freePort(), await freePort(), await freePort()];
  const deployed = deployIn(folder, {
    isDemo: true,
    env: { GUIDE_PORT: `${guide}`, DESK_PORT: `${desk}`, CASE_PORT: `${casework}`, DESK_BEHIND_PROXY: '1' },
  });
  const serving = serve(deployed);
  remove.push(() => serving.child.kill('SIGKILL'));
  const origin = `http://localhost:${desk}`;
  await expect.poll(serving.said, { timeout: 280_000, interval: 200 }).toMatch(/Demo coordinator: \S+\n/);

  const ours = {
    ...WHO,
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
  };
  const ask = async (path: string, method = 'GET', body?: string) => {
    const answer = await fetch(origin + path, {
      method,
      headers: ours,
      ...(body === undefined ? {} : { body }),
    });
    for (const [name, value] of Object.entries(DESK_HEADERS))
      expect(answer.headers.get(name), path).toBe(value);
    return answer.status;
  };
  expect(await ask('/')).toBe(200);
  expect(await ask('/api/session')).toBe(200);
  expect(await ask(`/api/session?${QUERY}=1`)).toBe(422);
  expect(await ask(`/${QUERY}`)).toBe(404);
  expect(await ask(`/api/${QUERY}`)).toBe(404);
  expect(await ask('/api/people')).toBe(401);
  expect(await ask('/api/enrol', 'POST', `{"whoasks":"${'x'.repeat(1_000_001)}"}`)).toBe(413);
  expect(await ask('/api/enrol', 'POST', '{"token":"whoasks"}')).toBe(422);
  const many = [];
  for (let time = 0; time < 25; time++) many.push(await ask('/api/sign-in/options', 'POST', '{}'));
  expect(many.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(many.slice(20)).toEqual(Array(5).fill(429));

  serving.child.kill('SIGTERM');
  expect(await serving.ended).toBe(0);
  // What it says is where it is, and how the demo begins.
  const lines = serving.said().trim().split('\n');
  expect(lines.map((line) => line.replace(/: http:\S+$/, ''))).toEqual([
    'Guide',
    'Casework',
    'Desk',
    'Demo contributor',
    'Demo reviewer',
    'Demo coordinator',
  ]);
  for (const marker of MARKERS) {
    expect(serving.said()).not.toContain(marker);
    expect(filesHolding(folder, marker), marker).toEqual([]);
  }
  // Nothing but the database was made, and its lock is gone; tsx keeps what it compiled.
  const made = filesIn(folder).filter(
    (name) => !/^(dist|data|locales|temporary|home\/desk-database)\//.test(name),
  );
  expect(made).toEqual([]);
});

test.each(DATABASES)(
  'NW-11 SV-16 on $kind an error of the database is told to nobody but as an error',
  async (kind) => {
    const { place, remove: drop } = await kind.newPlace();
    remove.push(drop);
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((part) => written.push(String(part)) > 0);
    const server = await startServer({
      place,
      port: 0,
      isDemo: true,
      site: (_, answer) => void answer.end(),
    });
    await server.database.close();
    const answer = await fetch(`${server.origin}/api/people?${QUERY}`, { headers: WHO });
    const said = [answer.status, await answer.text()];
    await server.stop().catch(() => undefined);
    vi.restoreAllMocks();
    expect(said).toEqual([500, '{"error":{"code":"failed"}}']);
    for (const marker of MARKERS) expect(written.join('')).not.toContain(marker);
  },
);
