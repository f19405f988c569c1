import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const KB = 1000;

export interface Budget {
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
  readonly note?: string;
}

/** The files of one built app, weighed. Paths are within it. */
export function siteBytes(site: string) {
  const text = (path: string) => readFileSync(join(site, path), 'utf8');
  const gzip = (path: string) => gzipSync(readFileSync(join(site, path)), { level: 9 }).length;
  /** What a host sends to a browser of today. */
  const onTheWire = (path: string) => {
    const packed = join(site, `${path}.br`);
    return statSync(existsSync(packed) ? packed : join(site, path)).size;
  };
  const assets = (ending: string) =>
    readdirSync(join(site, 'assets'))
      .filter((name) => name.endsWith(ending))
      .map((name) => `assets/${name}`);
  /** A script and everything it imports before it runs; what it loads later is not counted. */
  const withImports = (path: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const [, found] of text(path).matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
      withImports(join('assets', found ?? ''), seen);
    return seen;
  };
  return {
    text,
    gzip,
    onTheWire,
    assets,
    withImports,
    isThere: (path: string) => existsSync(join(site, path)),
    size: (path: string) => statSync(join(site, path)).size,
    sum: (paths: Iterable<string>, bytes = gzip) =>
      [...paths].reduce((total, path) => total + bytes(path), 0),
    /** The largest file but that of all languages, which only a page without a service worker asks for. */
    largestLanguage: () =>
      assets('.json')
        .toSorted((a, b) => gzip(a) - gzip(b))
        .at(-2) ?? '',
    /** What the page itself names: its scripts with all that they import, and its styles. */
    firstFiles: () => {
      const html = text('index.html');
      const plain = [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, path]) => path ?? '');
      const main = find(/<script type="module"[^>]* src="\/([^"]+)"/, html, 'the main script');
      const modules = [...html.matchAll(/<script type="module"[^>]* src="\/([^"]+)"/g)].map(
        ([, path]) => path ?? '',
      );
      const styles = [...html.matchAll(/<link[^>]*href="\/([^"]+\.css)"/g)].map(([, path]) => path ?? '');
      return {
        plain,
        main,
        scripts: new Set([...modules.flatMap((path) => [...withImports(path)]), ...plain]),
        styles,
      };
    },
  };
}

export function find(pattern: RegExp, source: string, what: string): string {
  const [, found] = pattern.exec(source) ?? [];
  if (!found) throw new Error(`budgets: ${what} was not found; the build has changed its shape`);
  return found;
}
