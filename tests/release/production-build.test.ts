import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyTree } from './copy-tree.ts';

it('SG-9 the guide of a deployment that names a root is not built from lists of a development key', {
  timeout: 180_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'production-'));
  try {
    const home = copyTree(folder);
    const path = join(folder, 'data', 'deployment.json');
    const deployment = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...deployment, root: 'root.1.json' }));
    const { status, stderr } = spawnSync('npx', ['vite', 'build', '--mode', 'guide'], {
      cwd: folder,
      env: { ...process.env, VITEST: '', WAYPOST_HOME: home },
      encoding: 'utf8',
    });
    expect(stderr).toContain('the regions were signed with a development key: sign them with the real keys');
    expect(status).not.toBe(0);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
