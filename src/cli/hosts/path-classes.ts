import { cachingHeaders, SECURITY_HEADERS } from '../security-headers.ts';

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** The longest prefix that fits a path says which headers a file there is sent with. */
export const PREFIXES = ['/assets/', '/data/packs/', '/data/maps/', '/data/'] as const;

/** Headers of everything that is no file under a prefix: pages, errors, `/clear`. */
export const PAGE_HEADERS: readonly HeaderLine[] = headersOf('/');

/** All headers of a file at this path, as our own server sends them. */
export function headersOf(path: string): HeaderLine[] {
  return Object.entries({ ...SECURITY_HEADERS, ...cachingHeaders(path) }).map(([name, value]) => ({
    name,
    value,
  }));
}
