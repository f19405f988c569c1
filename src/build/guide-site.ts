import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { homePath } from '../cli/home.ts';
import { writeHostFiles } from '../cli/hosts/host-files.ts';
import { exitSiteOf } from '../guide/exit-site.ts';
import { staticFirstScreens } from '../guide/static-first-screen.tsx';
import type { GuideInputs } from './guide-inputs.ts';
import { hashedName } from './hashed-name.ts';
import { plainScript, serviceWorkerScript } from './plain-script.ts';
import { virtualFiles } from './virtual-modules.ts';

const OUT = 'dist/guide';
const COMPRESSED = /\.(html|js|css|json|svg|webmanifest|txt)$/;

interface PrecachedFile {
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
}

/** What the guide's site holds besides its bundles: the static first screen, the cover, the worker, the lists. */
export function guideSite(inputs: GuideInputs): Plugin {
  const plain = new Map<string, string>();
  let cover = '';
  return {
    name: 'waypost-guide-site',
    async buildStart() {
      for (const entry of [
        'src/ui/boot/choose-language.ts',
        'src/ui/exit/leave.ts',
        'src/ui/exit/cover-page.ts',
      ]) {
        plain.set(entry, await plainScript(entry));
      }
      cover = coverPage(inputs, pathOf(plain, 'src/ui/exit/cover-page.ts'));
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { deployment, words, signed } = inputs;
        const first = await staticFirstScreens({
          name: deployment.neutral_name,
          words,
          exitSites: deployment.exit_sites,
          countries: signed.countries,
          keeps: deployment.keep === 'auto',
          drafts: inputs.drafts,
        });
        return html
          .replace('%KEEP%', deployment.keep)
          .replace('%UPDATES%', deployment.updates)
          .replace('%LANGUAGES%', deployment.languages.join(' '))
          .replace('%NAME%', deployment.neutral_name)
          .replace('%EXIT%', exitSiteOf(deployment.exit_sites, 'en'))
          .replace('<!--first-screen-->', () => first);
      },
    },
    generateBundle() {
      for (const [fileName, source] of virtualFiles(inputs))
        this.emitFile({ type: 'asset', fileName, source });
      for (const source of plain.values())
        this.emitFile({ type: 'asset', fileName: hashedName(source, '.js'), source });
      this.emitFile({ type: 'asset', fileName: 'cover/index.html', source: cover });
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest(inputs) });
    },
    async closeBundle() {
      const html = readFileSync(join(OUT, 'index.html'), 'utf8');
      // After the bundler, which would try to bundle them: first boot, then exit, both before everything else.
      const tags = ['src/ui/boot/choose-language.ts', 'src/ui/exit/leave.ts'].map(
        (entry) => `<script src="${pathOf(plain, entry)}"></script>`,
      );
      writeFileSync(join(OUT, 'index.html'), html.replace('<!--plain-scripts-->', tags.join('')));
      const all = precacheList(inputs);
      const signatures = all.filter(isSignatureCheck);
      if (signatures.length !== 1) throw new Error('build: the signature check is not in a file of its own');
      const maps = all.filter(isOfMap);
      const shell = all.filter((file) => !isSignatureCheck(file) && !isOfMap(file));
      const precache = JSON.stringify(shell.map((file) => (file.revision ? file : file.url)));
      const version = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 12);
      writeFileSync(
        join(OUT, 'sw.js'),
        await serviceWorkerScript({
          __PRECACHE__: precache,
          __MAP__: JSON.stringify(maps.map(({ url }) => url)),
          __SIGNATURES__: JSON.stringify(signatures[0]),
          __VERSION__: JSON.stringify(version),
          'process.env.NODE_ENV': '"production"',
        }),
      );
      mkdirSync(join(OUT, 'data'), { recursive: true });
      cpSync(homePath('site', 'data'), join(OUT, 'data'), { recursive: true });
      for (const name of filesIn(OUT))
        if (!name.startsWith('data/') && COMPRESSED.test(name)) compress(join(OUT, name));
      writeHostFiles(
        'dist/hosts',
        filesIn(OUT)
          .filter((name) => !/\.(br|gz)$/.test(name))
          .sort(),
      );
    },
  };
}

function pathOf(plain: ReadonlyMap<string, string>, entry: string): string {
  return `/${hashedName(plain.get(entry) ?? '', '.js')}`;
}

/**
 * Every file of the shell. The file of all languages is for pages that no worker answers yet; what makes a list from a
 * delta, and what follows a new root, are of use only online: they stay out.
 */
function precacheList({ words, byDelta, followRoot }: GuideInputs): PrecachedFile[] {
  const left = [
    'sw.js',
    'robots.txt',
    hashedName(JSON.stringify(words), '.json'),
    hashedName(byDelta, '.js'),
    hashedName(followRoot, '.js'),
  ];
  return filesIn(OUT)
    .filter((name) => !left.includes(name) && !name.startsWith('data/'))
    .filter((name) => !/\.(br|gz)$/.test(name))
    .sort()
    .map((name) => ({ url: `/${name}`, revision: name.startsWith('assets/') ? null : revisionOf(name) }));
}

/** The bundler gives it a file of its own, named by a hash: it is known by the library's own word. */
function isSignatureCheck({ url }: PrecachedFile): boolean {
  return /^\/assets\/.*\.js$/.test(url) && readFileSync(join(OUT, url), 'utf8').includes('zip215');
}

/** Likewise: the page's part and the worker's of the map, which only those keep who have a map. */
function isOfMap({ url }: PrecachedFile): boolean {
  return (
    /^\/assets\/.*\.js$/.test(url) && /leaflet-pane|\.pmtiles/.test(readFileSync(join(OUT, url), 'utf8'))
  );
}

function revisionOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(OUT, name)))
    .digest('hex')
    .slice(0, 16);
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

function manifest({ deployment }: GuideInputs): string {
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

function coverPage({ deployment }: GuideInputs, script: string): string {
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
