interface Graph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * Puts everything that is needed at the start into one file. Left to itself the bundler makes two, one of them for what
 * the later screens share with the start: 1.6 kB more in gzip, in names that one hands to the other.
 */
export const oneEarlyFile = {
  groups: [{ name: (id: string, graph: Graph) => (isEarly(id, graph) ? 'early' : null) }],
};

// What checks signatures for old browsers, and what the map asks for: most phones never fetch either.
const APART = /ed25519|verify-by-library|map-tools|map-file|pack\/maps\.ts/;

/**
 * The worker's parts that come after the start, in one file as well: every phone fetches all of them, and four small files
 * are 0.6 kB more.
 */
export const oneLaterFile = {
  groups: [
    {
      name: (id: string, graph: Graph) => (isEarly(id, graph) ? 'early' : APART.test(id) ? null : 'later'),
    },
  ],
};

/** Whether a start imports it by some way on which nothing waits for `import()`. */
function isEarly(id: string, graph: Graph, asked = new Set<string>()): boolean {
  if (asked.has(id)) return false;
  asked.add(id);
  const found = graph.getModuleInfo(id);
  return (
    found !== null && (found.isEntry || found.importers.some((importer) => isEarly(importer, graph, asked)))
  );
}
