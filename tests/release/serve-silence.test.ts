import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { homeFolder } from '../../src/cli/home.ts';
import { answerTo } from '../stories/host-cases.ts';
import { filesHolding, filesIn } from './files-holding.ts';
import { freePort } from './host-software.ts';

const WHO = {
  'x-forwarded-for': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  'user-agent': 'whoasks-phone/7',
  referer: 'https://whoasks-before.example/page',
  cookie: 'whoasks-cookie=1',
  'accept-language': 'am-whoasks',
};
const QUERY = 'whoasks-query';
const MARKERS = ['203.0.113.77', 'whoasks'];

it('NW-11 the server says and writes nothing about who asks, whatever it answers', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'silence-'));
  const places = {
    home: join(folder, 'home'),
    temporary: join(folder, 'temporary'),
    dist: join(folder, 'dist'),
  };
  cpSync(homeFolder(), places.home, { recursive: true });
  cpSync('dist', places.dist, { recursive: true });
  mkdirSync(places.temporary);
  const before = filesIn(folder);
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts'), 'serve'],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        WAYPOST_HOME: places.home,
        TMPDIR: places.temporary,
        GUIDE_PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    await expect.poll(() => said, { timeout: 30_000 }).toContain(`http://localhost:${port}`);
    const ready = filesIn(folder);
    const statuses: number[] = [];
    for (const [method, path] of [
      ['GET', `/?${QUERY}`],
      ['HEAD', '/'],
      ['GET', `/data/index.json?${QUERY}`],
      ['GET', '/clear'],
      ['GET', `/${QUERY}`],
      ['GET', '/%'],
      ['POST', `/?${QUERY}`],
      ['DELETE', '/clear'],
    ] as const)
      statuses.push(
        (await answerTo(`http://localhost:${port}`, { path, method, headers: WHO, status: 0, more: {} }))
          .status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 404, 404, 405, 405]);
    child.kill('SIGTERM');
    await ended;
    expect(said).toBe(`Guide: http://localhost:${port}\n`);
    // tsx keeps what it compiled, before the first request; a request adds nothing.
    expect(filesIn(folder)).toEqual(ready);
    expect(ready.filter((name) => !name.startsWith('temporary'))).toEqual(before);
    for (const marker of MARKERS) expect(filesHolding(folder, marker), marker).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
