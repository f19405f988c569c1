import { expect, test } from 'vitest';
import type { MapPlace } from '../search/map-messages.ts';
import { EMPTY_QUERY, type Hit } from '../search/query.ts';
import type { DirectoryStore } from '../store/directory-store.ts';
import type { Engine } from './engine.ts';
import { answerOnMap } from './map-tools.ts';

const AT = { latitude: 1.5, longitude: 36.5 };
const LOCATIONS: Readonly<Record<string, readonly object[]>> = {
  public: [{ visibility: 'public', ...AT }],
  // No such record can be built; if a phone ever got one, it would still have no pin.
  hidden: [
    { visibility: 'none', ...AT },
    { visibility: 'area-only', area_name: 'North', ...AT },
  ],
  wordless: [{ visibility: 'public', area_name: 'Town hall' }],
  both: [
    { visibility: 'area-only', area_name: 'North' },
    { visibility: 'public', ...AT },
  ],
};
const hit = (id: string, hasPublicPlace = true) => ({ id, hasPublicPlace }) as Hit;

async function placesOf(isStatusSafe: boolean): Promise<readonly MapPlace[]> {
  const hits = (...list: Hit[]) => ({ total: list.length, hits: list });
  const engine = {
    search: async () => ({
      ok: true,
      value: {
        all: hits(hit('hidden'), hit('public'), hit('wordless'), hit('both'), hit('line', false)),
        confirmed: hits(hit('both')),
        ask: hits(hit('public')),
        conditional: hits(),
      },
    }),
    listings: async (ids: readonly string[]) => ({
      ok: true,
      value: ids.map((id) => ({ id, locations: LOCATIONS[id] ?? [] })),
    }),
  } as unknown as Engine;
  const request = {
    do: 'places',
    scope: { region: 'city', national: null },
    query: { ...EMPTY_QUERY, isStatusSafe },
    moment: { instant: 0, limit: 10 },
  } as const;
  const fetching = { signal: new AbortController().signal };
  const answer = await answerOnMap(request, { store: {} as DirectoryStore, engine }, fetching);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.value as readonly MapPlace[];
}

test('only a public place has a pin, whatever else a record holds (invariant 3)', async () => {
  expect((await placesOf(false)).map(({ hit: { id }, points }) => [id, points])).toEqual([
    ['public', [AT]],
    ['both', [AT]],
  ]);
});

test('with the status filter on, what is sure comes first, as in the list (ST-12)', async () => {
  expect((await placesOf(true)).map(({ hit: { id } }) => id)).toEqual(['both', 'public']);
});
