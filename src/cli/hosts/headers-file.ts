import { PLAIN_TEXT } from '../content-types.ts';
import { CLEAR_SITE_DATA, cachingHeaders } from '../security-headers.ts';
import type { HostedApp } from './hosted-app.ts';

/**
 * `_headers` for Netlify and Cloudflare Pages. Both join the values of all rules that fit a path, so the caching header
 * is in one rule for each file and in none for all: `no-store, immutable` would mean neither.
 */
export function headersFile(files: readonly string[], { security }: HostedApp): string {
  const paths = ['/', '/cover/', ...files.map((name) => `/${name}`)];
  return [
    rule('/*', security),
    ...paths.map((path) => rule(path, cachingHeaders(path))),
    rule('/clear', {
      ...cachingHeaders('/clear'),
      'Clear-Site-Data': CLEAR_SITE_DATA,
      'Content-Type': PLAIN_TEXT,
    }),
  ].join('\n');
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
}
