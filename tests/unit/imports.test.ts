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
const PURE_OF_THE_DESK = path.join('src', 'desk', 'caseworker', 'domain');
const RULES: Readonly<Record<string, Rule>> = {
  core: { folders: [], packages: ['valibot', '@noble/hashes'] },
  search: { folders: ['core'], packages: [] },
  pack: { folders: ['core', 'search'], packages: [] },
  store: { folders: ['core', 'pack'], packages: ['dexie', '@noble/ed25519'] },
  workers: {
    folders: ['core', 'search', 'pack', 'store'],
    packages: ['workbox-precaching', 'virtual:baked-in'],
  },
  ui: { folders: ['core'], packages: ['react', 'qr'] },
  page: {
    folders: ['core', 'search', 'store', 'ui'],
    packages: [
      'react',
      'i18next',
      // The map, which each app fetches only once somebody opens one.
      'virtual:map-words',
      '@mapbox/vector-tile',
      'leaflet',
      'pbf',
      'pmtiles',
      'supercluster',
    ],
  },
  desk: {
    folders: ['core', 'search', 'store', 'ui', 'page', 'workers'],
    packages: [
      'react',
      'react-dom',
      'i18next',
      'react-aria-components',
      'virtual:app-build',
      'virtual:at-build',
      'virtual:named-maps',
      '@noble/hashes',
      'age-encryption',
      'dexie',
      'libphonenumber-js',
      '@simplewebauthn/browser',
    ],
  },
  guide: {
    folders: ['core', 'search', 'store', 'ui', 'page', 'workers'],
    packages: ['react', 'react-dom', 'i18next', 'virtual:app-build', 'qr'],
  },
  server: {
    folders: ['core'],
    packages: [
      'node:',
      '@electric-sql/pglite',
      '@hono/node-server',
      '@simplewebauthn/server',
      '@valibot/to-json-schema',
      'age-encryption',
      'drizzle-orm',
      'hono',
      'libphonenumber-js',
      'pg',
      'valibot',
    ],
  },
  cli: {
    folders: ['core', 'search', 'pack', 'server'],
    packages: [
      'node:',
      '@gfx/zopfli',
      '@maplibre/geojson-vt',
      '@maplibre/vt-pbf',
      '@rgrove/parse-xml',
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
  build: { folders: ['core', 'guide', 'ui', 'page', 'cli'], packages: ['node:', 'terser', 'vite'] },
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
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\bnew URL\(\s*)(['"])([^'"\s]+)\1/g;
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
    const users = imports.filter(
      ({ folder, specifier }) => !['cli', 'server'].includes(folder) && /^valibot\b/.test(specifier),
    );
    expect(users.map(({ file }) => file)).toEqual([path.join('src', 'core', 'schema.ts')]);
  });

  it('of what a phone may hold, only what makes ids for exports, and what tells a stale translation, imports a hash', () => {
    const users = imports.filter(
      ({ folder, specifier }) => folder === 'core' && specifier.startsWith('@noble/'),
    );
    const wanted = ['ids.ts', path.join('edits', 'text-state.ts')].map((name) =>
      path.join('src', 'core', name),
    );
    expect(users.map(({ file }) => file)).toEqual(wanted);
    // The guide shows translations and never judges them.
    expect(
      imports
        .filter(
          ({ folder, target }) =>
            ['guide', 'page', 'workers', 'search', 'pack'].includes(folder) &&
            [path.join('core', 'edits', 'text-state.ts'), path.join('core', 'translations.ts')].includes(
              target?.path ?? '',
            ),
        )
        .map(said),
    ).toEqual([]);
  });

  it('a page knows of the store only what it may ask of it (settled 9)', () => {
    const wrong = imports.filter(
      ({ folder, target }) =>
        ['guide', 'page', 'ui'].includes(folder) &&
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

  it('a page takes the search worker by its address alone, in the one file of each app that may name a script (settled 1)', () => {
    const users = imports.filter(
      ({ folder, target }) => ['guide', 'desk'].includes(folder) && target?.folder === 'workers',
    );
    expect(users.map(said).sort()).toEqual([
      `${path.join('src', 'desk', 'caseworker', 'trusted-types.ts')} imports ../../workers/search.worker.ts?worker&url`,
      `${path.join('src', 'guide', 'trusted-types.ts')} imports ../workers/search.worker.ts?worker&url`,
    ]);
  });

  it('nothing but the build, the command line and the server reaches into Node', () => {
    const wrong = imports.filter(
      ({ folder, specifier }) =>
        !['cli', 'build', 'server'].includes(folder) && specifier.startsWith('node:'),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('what decides for a caseworker imports only what is pure as well', () => {
    const wrong = imports.filter(
      (one) =>
        one.file.startsWith(PURE_OF_THE_DESK) &&
        // What a phone number looks like is a table of its own, and as pure; of words only their types are asked.
        one.specifier !== 'libphonenumber-js/min' &&
        !isLocale(one) &&
        !(
          one.target &&
          (PURE.includes(one.target.folder) || path.join('src', one.target.path).startsWith(PURE_OF_THE_DESK))
        ),
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
      ({ file, source }) =>
        (PURE.includes(file.split(path.sep)[1] ?? '') || file.startsWith(PURE_OF_THE_DESK)) &&
        pattern.test(code(source)),
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
