import { fail, type Result, succeed } from '../core/result.ts';
import type { MapAnswers, MapPlace, MapWish } from '../search/map-messages.ts';
import type { DirectoryStore, Fetching } from '../store/directory-store.ts';
import { offerMap, readMap } from '../store/map-file.ts';
import type { StoreProblem } from '../store/problems.ts';
import type { Engine } from './engine.ts';

// All that the map asks for: a file of its own, fetched by whoever opens a map.

export async function answerOnMap(
  wish: MapWish,
  { store, engine }: { readonly store: DirectoryStore; readonly engine: Engine },
  fetching: Fetching,
): Promise<Result<MapAnswers[MapWish['do']], StoreProblem>> {
  switch (wish.do) {
    case 'offer':
      return succeed(await offerMap(store, wish.region));
    case 'file':
      return readMap(store, wish.region, fetching);
    case 'places':
      return placesOf(wish, engine);
  }
}

/**
 * Where the services of an answer are, as far as their places are public: of a place that is not, the records hold no
 * coordinate (invariant 3). In the order of the answer; one that only serves an area or a phone line has no place here.
 */
async function placesOf(
  { scope, query, moment }: Extract<MapWish, { do: 'places' }>,
  engine: Engine,
): Promise<Result<MapPlace[], StoreProblem>> {
  const answer = await engine.search({ kind: 'search', scope, query, moment });
  if (!answer.ok) return answer;
  const { all, confirmed, ask, conditional } = answer.value;
  const groups = query.isStatusSafe ? [confirmed, ask, conditional] : [all];
  const hits = groups.flatMap((group) => group.hits).filter(({ hasPublicPlace }) => hasPublicPlace);
  const listings = await engine.listings(hits.map(({ id }) => id));
  if (!listings.ok) return fail(listings.problem);
  const places = new Map(listings.value.map(({ id, locations }) => [id, locations.flatMap(pointOf)]));
  return succeed(
    hits.flatMap((hit) => {
      const points = places.get(hit.id) ?? [];
      return points.length > 0 ? [{ hit, points }] : [];
    }),
  );
}

type Location = {
  readonly visibility: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
};

function pointOf(location: Location): MapPlace['points'] {
  const { visibility, latitude, longitude } = location;
  return visibility === 'public' && latitude !== undefined && longitude !== undefined
    ? [{ latitude, longitude }]
    : [];
}
