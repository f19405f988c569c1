import { type Budget, find, KB, siteBytes } from './site-bytes.ts';

// Bytes do not depend on the machine's mood, so these budgets fail the test run (performance: figures to reach).
// "kB" is 1,000 bytes of gzip -9, but for packs, which travel as they are, and for the whole of a first visit, which is what
// travels: a file's `.br` sibling (decision 023).

/** Only browsers without Ed25519 fetch the first, and who opens a map the others: the service worker leaves them out. */
const ON_DEMAND = /zip215|leaflet-pane|\.pmtiles/;

const guide = siteBytes('dist/guide');

function guideBudgets(): Budget[] {
  const { text, gzip, sum, withImports } = guide;
  const { plain, main, scripts: page, styles } = guide.firstFiles();
  const worker = withImports(find(/["'`]\/(assets\/[^"'`]+\.js)["'`]/, text(main), 'the worker'));
  const world = guide.size(guide.assets('.bin')[0] ?? '');
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
  const later = guide
    .assets('.js')
    .filter((path) => isKept(path) && !page.has(path) && !worker.has(path) && !ON_DEMAND.test(text(path)));
  const before = [
    ...page,
    ...worker,
    ...later,
    ...styles,
    ...shell.filter(guide.isThere),
    guide.largestLanguage(),
  ];
  return [
    { name: 'page script before the first list', bytes: sum(page), most: 118 * KB },
    { name: 'worker', bytes: sum(worker), most: 46 * KB },
    { name: 'styles', bytes: sum(styles), most: 12 * KB },
    { name: 'first HTML', bytes: gzip('index.html'), most: 14 * KB },
    { name: 'boot file', bytes: Math.min(...plain.map(gzip)), most: KB },
    {
      name: 'everything before any region, largest language, on the wire',
      bytes: sum(before, guide.onTheWire) + world,
      most: 220 * KB,
      note: `by gzip -9: ${sum(before) + world}`,
    },
  ];
}

interface IndexFile {
  readonly regions: readonly { readonly id: string; readonly length: number; readonly records: number }[];
}

/** What opening a map costs: its script, with the worker's part of it, and the world. */
function mapBudgets(): Budget[] {
  const { text, sum } = guide;
  const scripts = guide.assets('.js').filter((path) => /leaflet-pane|\.pmtiles/.test(text(path)));
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
  const { regions } = JSON.parse(guide.text('data/index.json')) as IndexFile;
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

/** Volunteers fetch their desk once, often on a phone, before they can answer the first card. */
function deskBudgets(): Budget[] {
  const desk = siteBytes('dist/desk');
  const { scripts, styles } = desk.firstFiles();
  const shell = [
    'index.html',
    'sw.js',
    'manifest.webmanifest',
    'icon.svg',
    'cover/index.html',
    'cover/cover.css',
  ];
  const isKept = (path: string) => desk.text('sw.js').includes(path) && !ON_DEMAND.test(desk.text(path));
  const later = desk.assets('.js').filter((path) => !scripts.has(path) && isKept(path));
  const all = [...scripts, ...later, ...styles, ...shell.filter(desk.isThere), desk.largestLanguage()];
  return [
    { name: "volunteers' desk: script before the first card", bytes: desk.sum(scripts), most: 320 * KB },
    { name: "volunteers' desk: styles", bytes: desk.sum(styles), most: 5.9 * KB },
    {
      name: "volunteers' desk: everything, largest language, on the wire",
      bytes: desk.sum(all, desk.onTheWire),
      most: 305 * KB,
      note: `by gzip -9: ${desk.sum(all)}`,
    },
  ];
}

const budgets = [...guideBudgets(), ...mapBudgets(), ...packBudgets(), ...deskBudgets()];
const broken = budgets.filter(({ bytes, most }) => bytes > most);
for (const { name, bytes, most, note } of budgets)
  console.log(`${bytes > most ? 'OVER' : 'ok  '} ${name}: ${bytes} of ${most}${note ? ` (${note})` : ''}`);
console.log(`${budgets.length - broken.length} passed, ${broken.length} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
