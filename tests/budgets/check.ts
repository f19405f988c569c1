import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// Bytes do not depend on the machine's mood, so these budgets fail the test run (performance: figures to reach).
// "kB" is 1,000 bytes of gzip -9, but for packs, which travel as they are.

const SITE = 'dist/guide';
const KB = 1000;

interface Budget {
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
}

/** Only browsers without Ed25519 fetch the first, and who opens a map the others: the service worker leaves them out. */
const ON_DEMAND = /zip215|leaflet-pane|\.pmtiles/;

const gzip = (path: string) => gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length;
const text = (path: string) => readFileSync(join(SITE, path), 'utf8');
const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + gzip(path), 0);

/** A script and everything it imports before it runs; what it loads later is not counted. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, found] of text(path).matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)) {
    withImports(join('assets', found ?? ''), seen);
  }
  return seen;
}

function find(pattern: RegExp, source: string, what: string): string {
  const [, found] = pattern.exec(source) ?? [];
  if (!found) throw new Error(`budgets: ${what} was not found; the build has changed its shape`);
  return found;
}

function guideBudgets(): Budget[] {
  const html = text('index.html');
  const plain = [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, path]) => path ?? '');
  const main = find(/<script type="module"[^>]* src="\/([^"]+)"/, html, 'the main script');
  const page = withImports(main);
  for (const path of plain) page.add(path);
  const worker = withImports(find(/["'`]\/(assets\/[^"'`]+\.js)["'`]/, text(main), 'the worker'));
  const styles = [...html.matchAll(/<link[^>]*href="\/([^"]+\.css)"/g)].map(([, path]) => path ?? '');
  const languages = readdirSync(join(SITE, 'assets'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => gzip(`assets/${name}`))
    .sort((a, b) => a - b);
  // The largest file is the one of all languages, which only a page without a service worker asks for.
  const language = languages.at(-2) ?? 0;
  const seed = readdirSync(join(SITE, 'assets')).find((name) => name.endsWith('.bin'));
  const world = statSync(join(SITE, 'assets', seed ?? '')).size;
  const shell = [
    'index.html',
    'cover/index.html',
    'cover/cover.css',
    'sw.js',
    'manifest.webmanifest',
    'icon.svg',
  ];
  // Every phone fetches the later screens and the worker's parts on its first visit, if not before the first list; what
  // the service worker does not keep is fetched when it is needed.
  const isKept = (path: string) => text('sw.js').includes(path);
  const later = readdirSync(join(SITE, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter((path) => isKept(path) && !page.has(path) && !worker.has(path) && !ON_DEMAND.test(text(path)));
  const before =
    sum(page) +
    sum(worker) +
    sum(later) +
    sum(styles) +
    sum(shell.filter((path) => existsSync(join(SITE, path)))) +
    language +
    world;
  return [
    { name: 'page script before the first list', bytes: sum(page), most: 118 * KB },
    { name: 'worker', bytes: sum(worker), most: 46 * KB },
    { name: 'styles', bytes: sum(styles), most: 12 * KB },
    { name: 'first HTML', bytes: gzip('index.html'), most: 14 * KB },
    { name: 'boot file', bytes: Math.min(...plain.map(gzip)), most: KB },
    { name: 'everything before any region, largest language', bytes: before, most: 220 * KB },
  ];
}

interface IndexFile {
  readonly regions: readonly { readonly id: string; readonly length: number; readonly records: number }[];
}

/** What opening a map costs: its script, with the worker's part of it, and the world. */
function mapBudgets(): Budget[] {
  const scripts = readdirSync(join(SITE, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter((path) => /leaflet-pane|\.pmtiles/.test(text(path)));
  const { maps = [] } = JSON.parse(text('data/index.json')) as {
    maps?: { region: string; length: number }[];
  };
  const world = maps.find(({ region }) => region === 'world');
  if (scripts.length !== 2 || !world)
    throw new Error('budgets: the map was not found; the build has changed its shape');
  return [
    { name: 'script of the map', bytes: sum(scripts), most: 110 * KB },
    { name: 'map of the world', bytes: world.length, most: 600 * KB },
  ];
}

/** Small packs carry the same overhead as large ones, so the figure is asked of the largest region. */
function packBudgets(): Budget[] {
  const { regions } = JSON.parse(text('data/index.json')) as IndexFile;
  const largest = [...regions].sort((a, b) => b.records - a.records)[0];
  if (!largest) throw new Error('budgets: no region was built');
  return [
    {
      name: `bytes a listing (${largest.id}, ${largest.records})`,
      bytes: Math.ceil(largest.length / largest.records),
      most: 340,
    },
  ];
}

const budgets = [...guideBudgets(), ...mapBudgets(), ...packBudgets()];
const broken = budgets.filter(({ bytes, most }) => bytes > most);
for (const { name, bytes, most } of budgets)
  console.log(`${bytes > most ? 'OVER' : 'ok  '} ${name}: ${bytes} of ${most}`);
console.log(`${budgets.length - broken.length} passed, ${broken.length} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
