import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { homePath } from '../cli/home.ts';
import type { AppInputs } from './app-inputs.ts';
import { hashedName } from './hashed-name.ts';
import { plainScript, serviceWorkerScript } from './plain-script.ts';
import { MAP, virtualFiles } from './virtual-modules.ts';

const COVER_SCRIPT = 'src/ui/exit/cover-page.ts';
const COMPRESSED = /\.(html|js|css|json|svg|webmanifest|txt)$/;

interface PrecachedFile {
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
}

/** What one app has of its own. */
interface AppSite {
  readonly inputs: AppInputs;
  /** The folder that is served. */
  readonly out: string;
  /** Its page in this repository; served as `index.html`. */
  readonly page: 'index.html' | 'desk.html';
  /** Plain scripts that the page runs before everything else, in this order. */
  readonly plainScripts: readonly string[];
  /** Whether it opens packs: then it carries the first of them and what checks signatures. */
  readonly hasLists: boolean;
  readonly fillPage: (html: string) => string | Promise<string>;
  /** What is written elsewhere once the site is whole; `files` are all that a host has to send. */
  readonly afterwards?: (files: readonly string[]) => void;
}

/** What an app's site holds besides its bundles: the plain scripts, the cover, the worker, the lists. */
export function appSite({
  inputs,
  out,
  page,
  plainScripts,
  hasLists,
  fillPage,
  afterwards,
}: AppSite): Plugin {
  const plain = new Map<string, string>();
  return {
    name: 'waypost-app-site',
    async buildStart() {
      for (const entry of [...plainScripts, COVER_SCRIPT]) plain.set(entry, await plainScript(entry));
    },
    transformIndexHtml: { order: 'pre', handler: fillPage },
    generateBundle() {
      for (const [fileName, source] of virtualFiles(inputs, hasLists))
        this.emitFile({ type: 'asset', fileName, source });
      for (const source of plain.values())
        this.emitFile({ type: 'asset', fileName: hashedName(source, '.js'), source });
      const cover = coverPage(inputs, pathOf(plain, COVER_SCRIPT));
      this.emitFile({ type: 'asset', fileName: 'cover/index.html', source: cover });
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest(inputs) });
    },
    async closeBundle() {
      const index = join(out, 'index.html');
      if (page !== 'index.html') renameSync(join(out, page), index);
      // After the bundler, which would try to bundle them.
      const tags = plainScripts.map((entry) => `<script src="${pathOf(plain, entry)}"></script>`);
      writeFileSync(index, readFileSync(index, 'utf8').replace('<!--plain-scripts-->', tags.join('')));
      writeFileSync(join(out, 'sw.js'), await serviceWorkerOf(out, inputs, hasLists));
      if (hasLists) copyLists(out);
      for (const name of filesIn(out))
        if (!name.startsWith('data/') && COMPRESSED.test(name)) compress(join(out, name));
      afterwards?.(
        filesIn(out)
          .filter((name) => !/\.(br|gz)$/.test(name))
          .sort(),
      );
    },
  };
}

function copyLists(out: string): void {
  mkdirSync(join(out, 'data'), { recursive: true });
  cpSync(homePath('site', 'data'), join(out, 'data'), { recursive: true });
}

/** The service worker, with the list of what it keeps. */
function serviceWorkerOf(out: string, inputs: AppInputs, hasLists: boolean): Promise<string> {
  const all = precacheList(out, inputs);
  const signatures = all.filter((file) => isSignatureCheck(out, file));
  if (signatures.length !== (hasLists ? 1 : 0))
    throw new Error('build: the signature check is not in a file of its own');
  const maps = all.filter((file) => isOfMap(out, file));
  const shell = all.filter((file) => !signatures.includes(file) && !maps.includes(file));
  const precache = JSON.stringify(shell.map((file) => (file.revision ? file : file.url)));
  const version = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 12);
  return serviceWorkerScript({
    __PRECACHE__: precache,
    __MAP__: JSON.stringify(maps.map(({ url }) => url)),
    __SIGNATURES__: JSON.stringify(signatures[0] ?? null),
    __VERSION__: JSON.stringify(version),
    'process.env.NODE_ENV': '"production"',
  });
}

function pathOf(plain: ReadonlyMap<string, string>, entry: string): string {
  return `/${hashedName(plain.get(entry) ?? '', '.js')}`;
}

/**
 * Every file of the shell. The file of all languages is for pages that no worker answers yet; what makes a list from a
 * delta, and what follows a new root, are of use only online: they stay out, as do maps, which few open.
 */
function precacheList(out: string, { words, byDelta, followRoot }: AppInputs): PrecachedFile[] {
  const left = [
    'sw.js',
    'robots.txt',
    hashedName(JSON.stringify(words), '.json'),
    hashedName(byDelta, '.js'),
    hashedName(followRoot, '.js'),
  ];
  return filesIn(out)
    .filter((name) => !left.includes(name) && !name.startsWith('data/') && !name.endsWith(MAP))
    .filter((name) => !/\.(br|gz)$/.test(name))
    .sort()
    .map((name) => ({
      url: `/${name}`,
      revision: name.startsWith('assets/') ? null : revisionOf(join(out, name)),
    }));
}

/**
 * The bundler gives it a file of its own, named by a hash: it is known by what it asks of the library. The library's own
 * word alone is also in the vault's worker, which has another one for age files.
 */
function isSignatureCheck(out: string, { url }: PrecachedFile): boolean {
  return /^\/assets\/.*\.js$/.test(url) && /zip215:\s*(!1|false)/.test(readFileSync(join(out, url), 'utf8'));
}

/** Likewise: the page's part and the worker's of the map, which only those keep who have a map. */
function isOfMap(out: string, { url }: PrecachedFile): boolean {
  return (
    /^\/assets\/.*\.js$/.test(url) && /leaflet-pane|\.pmtiles/.test(readFileSync(join(out, url), 'utf8'))
  );
}

function revisionOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
}

function compress(path: string): void {
  const body = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
}

function manifest({ deployment }: AppInputs): string {
  return JSON.stringify({
    name: deployment.neutral_name,
    short_name: deployment.neutral_name,
    start_url: '/',
    scope: '/',
    id: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
}

function coverPage({ deployment }: AppInputs, script: string): string {
  const sites = JSON.stringify(deployment.exit_sites).replaceAll('&', '&amp;').replaceAll("'", '&#39;');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${deployment.neutral_name}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/cover/cover.css" />
  </head>
  <body>
    <main data-cover data-sites='${sites}'></main>
    <script src="${script}"></script>
  </body>
</html>
`;
}
