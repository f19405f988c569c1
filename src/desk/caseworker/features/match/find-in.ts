import { type Result, succeed } from '../../../../core/result.ts';
import type { DirectoryClient, Problem } from '../../../../page/directory-client.ts';
import type { Scope, SearchRequest } from '../../../../search/messages.ts';
import type { Directory } from '../../../../store/messages.ts';
import type { Candidate, Found } from '../../domain/match.ts';
import { shelfOf } from './listing-shelf.ts';

type Question = Omit<Extract<SearchRequest, { kind: 'search' }>, 'scope'>;

interface FoundIn extends Found {
  readonly regionOf: ReadonlyMap<string, string | null>;
}

/**
 * What several lists have (C14), with the records. The first of every list stands before the second of any: the engine's
 * order is one list's own. A service that two lists have is there once, as the earlier list has it.
 */
export async function findIn(
  client: Pick<DirectoryClient, 'ask'>,
  directory: Directory,
  { scopes, ...question }: Question & { readonly scopes: readonly Scope[] },
): Promise<Result<FoundIn, Problem>> {
  const hits = new Map<string, Pick<Candidate, 'hit' | 'order'>>();
  const regionOf = new Map<string, string | null>();
  let isWhole = true;
  const answers = await Promise.all(scopes.map((scope) => client.ask({ ...question, scope })));
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    const { all } = answer.value;
    if (all.hits.length < all.total) isWhole = false;
    for (const [order, hit] of all.hits.entries()) {
      if (hits.has(hit.id)) continue;
      hits.set(hit.id, { hit, order });
      regionOf.set(hit.id, scopes[at]?.region ?? null);
    }
  }
  const records = await shelfOf(client).read(directory, [...hits.keys()]);
  if (!records.ok) return records;
  const candidates = records.value.flatMap((listing) => {
    const found = hits.get(listing.id);
    return found ? [{ listing, ...found }] : [];
  });
  return succeed({ candidates, isWhole: isWhole && candidates.length === hits.size, regionOf });
}

/**
 * One question for each list and one for the national lines of their countries (C14), in the directory's order, whatever
 * the order in which lists were chosen. Real numbers never stand beside those of a made-up city.
 */
export function scopesOf(regions: readonly string[], directory: Directory): Scope[] {
  const found = directory.regions.filter(({ id }) => regions.includes(id));
  const real = found.filter(({ kind }) => kind !== 'sample');
  const countries = [...new Set(real.map(({ country }) => country))];
  const local = (real.length > 0 ? real : found).map(({ id }) => ({ region: id, national: [] }));
  return countries.length > 0 ? [...local, { region: null, national: countries }] : local;
}
