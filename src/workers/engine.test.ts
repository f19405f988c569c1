import { expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { fail, succeed } from '../core/result.ts';
import { buildSearchFiles } from '../search/build-index.ts';
import { EMPTY_QUERY } from '../search/query.ts';
import type { DirectoryStore } from '../store/directory-store.ts';
import { Engine } from './engine.ts';

const SEARCH = {
  kind: 'search',
  scope: { region: null, national: null },
  query: EMPTY_QUERY,
  moment: { instant: Date.parse('2026-11-29T12:00Z'), limit: 10 },
} as const;

/** The lists of a phone, each with one service, and which of their parts were read. */
function aPhone(regions: readonly string[]) {
  const reads: string[] = [];
  const broken = new Set<string>();
  const { index, cards } = buildSearchFiles([listingOf({ name: 'Night line' })]);
  const parts: Record<string, Uint8Array> = { indx: index, card: cards };
  const filesOf = (region: string) => ({
    generation: { sha256: region, sections: [] },
    section: async (name: string) => {
      reads.push(`${region} ${name}`);
      const part = parts[name];
      return part && !broken.has(name) ? succeed(part) : fail({ kind: 'pack-damaged', detail: name });
    },
  });
  const store = {
    installedRegions: () => regions,
    files: (id: string) => (regions.includes(id) ? filesOf(id) : undefined),
    withdrawn: () => new Set<string>(),
    openAgain: async () => null,
  };
  return { engine: new Engine(store as unknown as DirectoryStore), reads, broken };
}

test('a list that was opened while nothing was asked is not read again for the first question', async () => {
  const { engine, reads } = aPhone(['world', 'city']);
  await engine.warmUp();
  expect(reads.toSorted()).toEqual(['city card', 'city indx', 'world card', 'world indx']);
  const answer = await engine.search(SEARCH);
  expect(answer.ok && answer.value.all.total).toBe(1);
  expect(reads).toHaveLength(4);
});

test('a question that comes while a list is being opened waits for that, and reads nothing twice', async () => {
  const { engine, reads } = aPhone(['world']);
  const [answer] = await Promise.all([engine.search(SEARCH), engine.warmUp()]);
  expect(answer.ok).toBe(true);
  expect(reads).toHaveLength(2);
});

test('what could not be read is read again by the question that wants it, and its fault is told', async () => {
  const { engine, broken } = aPhone(['world']);
  broken.add('card');
  await engine.warmUp();
  expect(await engine.search(SEARCH)).toEqual(fail({ kind: 'pack-damaged', detail: 'card' }));
  broken.clear();
  expect((await engine.search(SEARCH)).ok).toBe(true);
});

test('a phone with several lists opens each when it is wanted', async () => {
  const { engine, reads } = aPhone(['world', 'city', 'county']);
  await engine.warmUp();
  expect(reads).toEqual([]);
});

test('S15 what somebody shared is found in whatever list it is, as a search shows it', async () => {
  const { engine } = aPhone(['world', 'city']);
  const ids = await engine.ids();
  if (!ids.ok) throw new Error('tests: no ids');
  // The same service lies in both lists of this phone.
  const id = ids.value[0] as string;
  expect(ids.value).toEqual([id, id]);
  const { instant } = SEARCH.moment;
  const hits = await engine.hits({ kind: 'hits', ids: ['nowhere', id], instant });
  expect(hits.ok && hits.value.map(({ name }) => name)).toEqual(['Night line']);
  const answer = await engine.search(SEARCH);
  expect(hits.ok && hits.value[0]).toEqual(answer.ok && answer.value.all.hits[0]);
});

test('S15 a list that cannot be read is told, never taken for one without the service', async () => {
  const { engine, broken } = aPhone(['world']);
  broken.add('indx');
  expect(await engine.ids()).toEqual(fail({ kind: 'pack-damaged', detail: 'indx' }));
});
