import type { RootFile } from '../pack/signed-index.ts';

// The keys of RFC 8032's examples and of our own test packs: their private halves are published.
const KNOWN_TEST_KEYS = ['21fe31dfa154a261', '39f713d0a644253f', 'dac073e0123bdea5'];

/** Why lists signed under this root must not be in a build for real people (SG-9); null of one that may be. */
export function productionRootFault(rootText: string): string | null {
  const { dev, keys, roles } = JSON.parse(rootText) as RootFile;
  if (dev !== false)
    return 'data/deployment.json names a root, but the regions were signed with a development key: sign them with the real keys';
  const known = [...Object.keys(keys), ...roles.root.keyids, ...roles.index.keyids].find((id) =>
    KNOWN_TEST_KEYS.includes(id),
  );
  return known
    ? `the root holds ${known}, a key of the tests that anybody can sign with: make keys of your own`
    : null;
}
