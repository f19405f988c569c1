import { cachingHeaders } from '../security-headers.ts';
import type { HostedApp } from './hosted-app.ts';

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** The longest prefix that fits a path says which headers a file there is sent with. */
export const PREFIXES = ['/assets/', '/data/packs/', '/data/maps/', '/data/'] as const;

/** Headers of everything that is no file under a prefix: pages, errors, `/clear`. */
export function pageHeadersOf(app: HostedApp): HeaderLine[] {
  return headersOf('/', app);
}

/** All headers of a file at this path, as our own server sends them. */
export function headersOf(path: string, { security }: HostedApp): HeaderLine[] {
  return Object.entries({ ...security, ...cachingHeaders(path) }).map(([name, value]) => ({
    name,
    value,
  }));
}
