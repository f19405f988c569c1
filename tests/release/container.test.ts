import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTED_APPS } from '../../src/cli/hosts/hosted-app.ts';
import { nginxConf } from '../../src/cli/hosts/nginx.ts';

// No container can be built here. What nginx answers with these files is in host-files.test.ts; this is the file itself.

const file = readFileSync('dist/hosts/container/Containerfile', 'utf8');
const copied = new Map(
  [...file.matchAll(/^COPY (\S+) (\S+)$/gm)].map(([, from = '', to = '']) => [to, join('dist', from)]),
);

describe('the container of the guide', () => {
  it('is made of files that the build wrote, and copies no others', () => {
    expect([...copied.keys()]).toEqual(['/etc/nginx/nginx.conf', '/srv/hosts/nginx.conf', '/srv/guide']);
    for (const path of copied.values()) expect(existsSync(path), path).toBe(true);
    expect(file).not.toMatch(/^(ADD|RUN|VOLUME)/m);
  });

  it('NW-3 sends what the file for nginx says, which it includes from where it was copied', () => {
    const own = readFileSync(copied.get('/etc/nginx/nginx.conf') ?? '', 'utf8');
    const [, included = ''] = /include (\S+);/.exec(own) ?? [];
    expect(readFileSync(copied.get(included) ?? '', 'utf8')).toBe(nginxConf(HOSTED_APPS.guide));
    expect(copied.has(/root (\S+);/.exec(own)?.[1] ?? '')).toBe(true);
  });

  it('NW-11 keeps no log, runs as nobody in particular and writes to /tmp alone', () => {
    const own = readFileSync(copied.get('/etc/nginx/nginx.conf') ?? '', 'utf8');
    expect(own).toContain('error_log /dev/null');
    expect(file).toMatch(/^USER nginx$/m);
    const written = [...own.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);$/gm)].map(([, path]) => path);
    expect(written).toHaveLength(6);
    for (const path of written) expect(path).toMatch(/^\/tmp\//);
  });
});
