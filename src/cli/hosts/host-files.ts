import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apacheHtaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { containerfile, containerNginx } from './container.ts';
import { headersFile } from './headers-file.ts';
import type { HostedApp } from './hosted-app.ts';
import { nginxConf } from './nginx.ts';

// A host without rules of its own sends a page for what is not there, and some send the first one.
const NOT_FOUND = '<!doctype html><meta charset="utf-8"><title>Not found</title>Not found\n';

/** What each kind of host needs so that it answers as our own server does, by path under the app's folder for hosts. */
export function hostFiles(files: readonly string[], app: HostedApp): Map<string, string> {
  return new Map([
    ['nginx.conf', nginxConf(app)],
    ['container/Containerfile', containerfile(app)],
    ['container/nginx.conf', containerNginx(app)],
    ['Caddyfile', caddyfile(app)],
    ['apache/.htaccess', apacheHtaccess(app)],
    ['apache/clear', 'ok'],
    ['netlify-or-cloudflare-pages/_headers', headersFile(files, app)],
    ['netlify-or-cloudflare-pages/404.html', NOT_FOUND],
    ['netlify-or-cloudflare-pages/clear', 'ok'],
  ]);
}

export function writeHostFiles(app: HostedApp, files: readonly string[]): void {
  rmSync(app.hosts, { recursive: true, force: true });
  for (const [name, text] of hostFiles(files, app)) {
    const path = join(app.hosts, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
