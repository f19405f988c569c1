import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChecklistItem } from '../../src/cli/checklist.ts';

// The real program on a copy of the data, in a folder of its own.
const MAIN = resolve('src/cli/main.ts');
const TSX = import.meta.resolve('tsx');
const SLOW = 180_000;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
  for (const name of ['data', 'locales']) cpSync(name, join(folder, name), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function waypost(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, MAIN, ...words], {
    cwd: folder,
    env: { ...process.env, WAYPOST_HOME: join(folder, 'home') },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function changeDeployment(change: object): void {
  const path = join(folder, 'data', 'deployment.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}

it('NW-7 settled 40 a demo counts what is open and is built; a production build names each and is not', {
  timeout: SLOW,
}, () => {
  const demo = waypost('build');
  // On a busy machine it may say how far it has come.
  expect(demo.stderr.replace(/^\w+: \d+ listings\n/gm, '')).toBe('');
  expect(demo.status).toBe(0);
  const points = JSON.parse(readFileSync(join(folder, 'home', 'checklist.json'), 'utf8')) as ChecklistItem[];
  expect(points.length).toBeGreaterThan(50);
  expect(points.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'root',
      'origin',
      'region.nyc.small',
      'language.sw.safety',
      'emergency.GB.999.all',
    ]),
  );
  expect(demo.stdout).toContain(`Checklist: ${points.length} points are open`);
  const listed = waypost('checklist');
  expect(listed.status).toBe(0);
  for (const { what, nextStep } of points) expect(listed.stdout).toContain(`[ ] ${what}\n    ${nextStep}`);

  rmSync(join(folder, 'home'), { recursive: true });
  changeDeployment({ root: 'root.1.json' });
  const production = waypost('build');
  expect(production.status).toBe(1);
  const blocking = points.filter(({ id, blocks }) => blocks && id !== 'root');
  for (const { id, what } of blocking) expect(production.stderr).toContain(`checklist: ${id} ${what}`);
  // Beside the checklist, every crisis line that nobody has checked is an error now, with its file.
  const lines = production.stderr
    .split('\n')
    .filter((line) => line.includes('nobody has checked this crisis line'));
  expect(lines).toContainEqual(expect.stringMatching(/^data\/regions\/world\/us-rainn\.json: /));
  expect(production.stderr).toContain(`${blocking.length + lines.length} problems; nothing was built`);
  expect(existsSync(join(folder, 'home', 'site'))).toBe(false);
});

it('EX-19 NW-14 a deployment file with a mistake stops the build and says where', { timeout: SLOW }, () => {
  changeDeployment({ keep: 'perhaps', exit_sites: { en: ['http://plain.example/?q=1'] } });
  const { status, stderr } = waypost('build');
  expect(status).toBe(1);
  expect(stderr).toContain('data/deployment.json: keep must be "auto" or "ask"');
  writeFileSync(join(folder, 'data', 'deployment.json'), '{');
  expect(waypost('build').stderr).toContain('data/deployment.json: (file) cannot be read');
});
