import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// Which folder may import which (docs/ARCHITECTURE.md), read from the source. The compiler holds the same lines by
// project references; this also holds those that a reference cannot: one file alone, one package alone, no clock.

interface Rule {
  /** Folders of ours. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const PURE: readonly string[] = ['core', 'search', 'pack'];
const RULES: Readonly<Record<string, Rule>> = {
  core: { folders: [], packages: ['valibot'] },
  search: { folders: ['core'], packages: [] },
  pack: { folders: ['core', 'search'], packages: [] },
  store: { folders: ['core', 'pack'], packages: ['dexie', '@noble/ed25519'] },
  workers: {
    folders: ['core', 'search', 'pack', 'store'],
    packages: ['workbox-precaching', 'virtual:baked-in'],
  },
  ui: { folders: ['core'], packages: ['react'] },
  guide: {
    folders: ['core', 'search', 'store', 'ui', 'workers'],
    packages: [
      'react',
      'react-dom',
      'i18next',
      'virtual:guide-build',
      'virtual:map-words',
      '@mapbox/vector-tile',
      'leaflet',
      'pbf',
      'pmtiles',
      'supercluster',
    ],
  },
  cli: {
    folders: ['core', 'search', 'pack'],
    packages: [
      'node:',
      '@gfx/zopfli',
      '@maplibre/geojson-vt',
      '@maplibre/vt-pbf',
      'age-encryption',
      'ajv',
      'ajv-formats',
      'csv-parse',
      'geojson',
      'libphonenumber-js',
      'osm-pbf-parser-node',
      'osm2geojson-lite',
      'pmtiles',
      'stream-json',
      'topojson-client',
      'topojson-specification',
      'valibot',
      'yauzl',
    ],
  },
  build: { folders: ['core', 'guide', 'ui', 'cli'], packages: ['node:', 'terser', 'vite'] },
};

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly specifier: string;
  /** For one of our own files: its folder and its path from src. */
  readonly target: { readonly folder: string; readonly path: string } | null;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => path.join('src', file))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }));
const imports = files.flatMap(({ file, source }) => specifiersIn(source).map((one) => importOf(file, one)));

function specifiersIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\bnew URL\(\s*)(['"])([^'"\n]+)\1/g;
  return [...code.matchAll(pattern)].map(([, , specifier = '']) => specifier);
}

function importOf(file: string, specifier: string): Import {
  const folder = file.split(path.sep)[1] ?? '';
  if (!specifier.startsWith('.')) return { file, folder, specifier, target: null };
  const to = path.relative('src', path.join(path.dirname(file), specifier.replace(/\?.*/, '')));
  return { file, folder, specifier, target: { folder: to.split(path.sep)[0] ?? '', path: to } };
}

const said = ({ file, specifier }: Import) => `${file} imports ${specifier}`;
const isLocale = ({ target }: Import) => target?.path.startsWith(path.join('..', 'locales')) ?? false;

describe('which folder may import which', () => {
  it('reads the imports at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(
      specifiersIn(
        `import a from 'a'; import './b.ts'; export * from "c"; await import('d'); type E = import('e').E;`,
      ),
    ).toEqual(['a', './b.ts', 'c', 'd', 'e']);
    expect(specifiersIn(`/* import x from 'x' */\n// from 'y'\n`)).toEqual([]);
  });

  it('knows every folder', () => {
    expect([...new Set(imports.map(({ folder }) => folder))].sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(Object.entries(RULES))('%s imports only the folders that it may', (folder, rule) => {
    const wrong = imports.filter(
      (one) =>
        one.folder === folder &&
        one.target !== null &&
        one.target.folder !== folder &&
        !rule.folders.includes(one.target.folder) &&
        !isLocale(one),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it.each(Object.entries(RULES))('%s imports only the packages that it may', (folder, rule) => {
    const isAllowed = (specifier: string) =>
      rule.packages.some(
        (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
      );
    const wrong = imports.filter(
      (one) => one.folder === folder && one.target === null && !isAllowed(one.specifier),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('of what a phone may hold, the schema alone imports its library, so that a phone need not fetch it', () => {
    const users = imports.filter(({ folder, specifier }) => folder !== 'cli' && /^valibot\b/.test(specifier));
    expect(users.map(({ file }) => file)).toEqual([path.join('src', 'core', 'schema.ts')]);
  });

  it('a page knows of the store only what it may ask of it (settled 9)', () => {
    const wrong = imports.filter(
      ({ folder, target }) =>
        ['guide', 'ui'].includes(folder) &&
        target?.folder === 'store' &&
        target.path !== path.join('store', 'messages.ts'),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('what a page may ask of the store brings nothing else with it', () => {
    const source = readFileSync('src/store/messages.ts', 'utf8');
    expect(source).not.toMatch(/^import (?!type)/m);
    expect(source).not.toMatch(/^export (?!type|interface)/m);
    expect(source).not.toMatch(/^export \* /m);
  });

  it('a page takes the search worker by its address alone, in the one file that may name a script (settled 1)', () => {
    const users = imports.filter(({ folder, target }) => folder === 'guide' && target?.folder === 'workers');
    expect(users.map(said)).toEqual([
      `${path.join('src', 'guide', 'trusted-types.ts')} imports ../workers/search.worker.ts?worker&url`,
    ]);
  });

  it('nothing but the build and the command line reaches into Node', () => {
    const wrong = imports.filter(
      ({ folder, specifier }) => !['cli', 'build'].includes(folder) && specifier.startsWith('node:'),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('product code never imports a test or its parts', () => {
    const wrong = imports.filter(
      ({ target }) =>
        target?.path.startsWith(path.join('..', 'tests')) || /\.test\./.test(target?.path ?? ''),
    );
    expect(wrong.map(said)).toEqual([]);
  });
});

describe('the pure folders (invariant 7)', () => {
  const code = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const impure: Readonly<Record<string, RegExp>> = {
    'the clock': /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/,
    chance: /\bMath\.random\b|\bcrypto\b/,
    'the network': /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b/,
    storage: /\bindexedDB\b|\bcaches\b|\blocalStorage\b|\bsessionStorage\b/,
    'the page': /\bdocument\b\.|\bwindow\b|\bnavigator\b|\bglobalThis\b/,
    'timers or the console': /\bset(Timeout|Interval)\b|\bconsole\b/,
  };

  it.each(Object.entries(impure))('do not know %s', (_, pattern) => {
    const wrong = files.filter(
      ({ file, source }) => PURE.includes(file.split(path.sep)[1] ?? '') && pattern.test(code(source)),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('search by no rule of a locale: the index has the same bytes everywhere (settled 14)', () => {
    const locale = /\bIntl\b|\btoLocale\w+|\blocaleCompare\b/;
    const wrong = files.filter(
      ({ file, source }) => file.startsWith(path.join('src', 'search')) && locale.test(code(source)),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
