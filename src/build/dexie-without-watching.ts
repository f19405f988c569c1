import type { Plugin } from 'vite';

// Dexie can watch: it tells every window and worker of the site, by a channel and by events, which keys of which table
// have just been written, and keeps what was read for those who watch. Nothing here watches, or has hooks, or asks by a part
// of an index, or extends it (decision 018). What takes that machinery along is left out here; the bundler then drops the
// rest of it.
const LEFT_OUT: readonly (readonly [there: string, instead: string])[] = [
  ['this.use(cacheExistingValuesMiddleware);', ''],
  ['this.use(cacheMiddleware);', ''],
  ['this.use(observabilityMiddleware);', ''],
  ['this.use(hooksMiddleware);', ''],
  ['this.use(virtualIndexMiddleware);', 'this._middlewares.dbcore = [];'],
  ['    getObjectDiff: getObjectDiff,\n', ''],
  ['    liveQuery,\n    extendObservabilitySet,\n', ''],
  ['    cache,\n', ''],
  [
    '    derive: derive,\n    extend: extend,\n    props: props,\n    override: override,\n    Events: Events,\n',
    '',
  ],
  ['    getByKeyPath: getByKeyPath,\n    setByKeyPath: setByKeyPath,\n    delByKeyPath: delByKeyPath,\n', ''],
  ['    shallowClone: shallowClone,\n    deepClone: deepClone,\n', ''],
  ["if ('mutatedParts' in idbtrans)", 'if (false)'],
  ['if (wasCreated) {\n            const everything', 'if (false) {\n            const everything'],
  ["if (typeof dispatchEvent !== 'undefined' &&", 'if (false &&'],
  ["if (typeof BroadcastChannel !== 'undefined')", 'if (false)'],
  ["if (typeof addEventListener !== 'undefined')", 'if (false)'],
];

// Whole functions that only others call: from here up to there.
const SPANS: readonly (readonly [from: string, upTo: string])[] = [
  ['    delete(databaseName) {', '    getDatabaseNames(cb) {'],
  ['    async: function (generatorFn) {', '    currentTransaction: {'],
  ['    debug: {', '    on: globalEvents,'],
];

/** Dexie's own text without its watching; throws where a new version is written otherwise. */
export function withoutWatching(dexie: string): string {
  const places = [...LEFT_OUT.map(([there]) => there), ...SPANS.flat()];
  const missing = places.filter((there) => dexie.split(there).length !== 2);
  if (missing.length > 0)
    throw new Error(`build: Dexie has changed: look again for what watches, at ${missing.join(' and ')}`);
  const shorter = LEFT_OUT.reduce((text, [there, instead]) => text.replace(there, instead), dexie);
  return SPANS.reduce(
    (text, [from, upTo]) => text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(upTo)),
    shorter,
  );
}

export function dexieWithoutWatching(): Plugin {
  return {
    name: 'waypost-dexie-without-watching',
    transform(code, id) {
      if (id.endsWith('/dexie/dist/modern/dexie.mjs')) return { code: withoutWatching(code), map: null };
      return;
    },
  };
}
