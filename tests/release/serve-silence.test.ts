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

const QUESTIONS = [
  ['GET', `/?${QUERY}`],
  ['HEAD', '/'],
  ['GET', `/data/index.json?${QUERY}`],
  ['GET', '/clear'],
  ['GET', `/${QUERY}`],
  ['GET', '/%'],
  ['POST', `/?${QUERY}`],
  ['DELETE', '/clear'],
] as const;

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
  // The desk and its server have a test of their own (tests/server/security-silence.test.ts).
  rmSync(join(places.dist, 'desk'), { recursive: true, force: true });
  mkdirSync(places.temporary);
  const before = filesIn(folder);
  const [port, casePort] = [await freePort(), await freePort()];
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
        CASE_PORT: String(casePort),
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
    await expect.poll(() => said, { timeout: 30_000 }).toContain(`http://localhost:${casePort}`);
    const ready = filesIn(folder);
    const statuses: number[] = [];
    const asked = [port, casePort].flatMap((at) => QUESTIONS.map((question) => [at, ...question] as const));
    for (const [at, method, path] of asked)
      statuses.push(
        (await answerTo(`http://localhost:${at}`, { path, method, headers: WHO, status: 0, more: {} }))
          .status,
      );
    const wanted = [200, 200, 200, 200, 404, 404, 405, 405];
    expect(statuses).toEqual([...wanted, ...wanted]);
    child.kill('SIGTERM');
    await ended;
    expect(said).toBe(`Guide: http://localhost:${port}\nCasework: http://localhost:${casePort}\n`);
    // tsx keeps what it compiled, before the first request; a request adds nothing.
    expect(filesIn(folder)).toEqual(ready);
    expect(ready.filter((name) => !name.startsWith('temporary'))).toEqual(before);
    for (const marker of MARKERS) expect(filesHolding(folder, marker), marker).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
