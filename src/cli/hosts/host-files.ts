import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apacheHtaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { containerfile, containerNginx } from './container.ts';
import { headersFile } from './headers-file.ts';
import { nginxConf } from './nginx.ts';

// A host without rules of its own sends a page for what is not there, and some send the first one.
const NOT_FOUND = '<!doctype html><meta charset="utf-8"><title>Not found</title>Not found\n';

/** What each kind of host needs so that it answers as our own server does, by path under dist/hosts. */
export function hostFiles(files: readonly string[]): Map<string, string> {
  return new Map([
    ['nginx.conf', nginxConf()],
    ['container/Containerfile', containerfile()],
    ['container/nginx.conf', containerNginx()],
    ['Caddyfile', caddyfile()],
    ['apache/.htaccess', apacheHtaccess()],
    ['apache/clear', 'ok'],
    ['netlify-or-cloudflare-pages/_headers', headersFile(files)],
    ['netlify-or-cloudflare-pages/404.html', NOT_FOUND],
    ['netlify-or-cloudflare-pages/clear', 'ok'],
  ]);
}

export function writeHostFiles(folder: string, files: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of hostFiles(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
