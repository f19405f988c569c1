import { fail, type Result, succeed } from '../core/result.ts';
import { type CompactListing, type ShownListing, shownListing } from '../core/shown-listing.ts';
import { type IndexPart, joinIndexes } from '../search/join-indexes.ts';
import type { Scope, SearchReplies, SearchRequest } from '../search/messages.ts';
import { openIndex, type SearchIndex } from '../search/open-index.ts';
import { search } from '../search/search.ts';
import type { DirectoryStore } from '../store/directory-store.ts';
import type { StoreProblem } from '../store/problems.ts';
import { type RegionFiles, readAllListings, readListings } from '../store/region-files.ts';

const WORLD = 'world';

type Asked<Kind extends SearchRequest['kind']> = Extract<SearchRequest, { kind: Kind }>;
type Decode<Value> = (raw: Uint8Array) => Result<Value, StoreProblem>;

/** Opens the lists of the store and answers questions about them. Nothing that is asked is kept. */
export class Engine {
  readonly #store: DirectoryStore;
  readonly #opened = new Map<string, Promise<Result<unknown, StoreProblem>>>();
  readonly #joined = new Map<string, SearchIndex>();

  constructor(store: DirectoryStore) {
    this.#store = store;
  }

  async search({
    scope,
    query,
    moment,
  }: Asked<'search'>): Promise<Result<SearchReplies['search'], StoreProblem>> {
    const index = await this.#indexFor(scope);
    return index.ok ? succeed(search(index.value, query, moment)) : index;
  }

  async listings(ids: readonly string[]): Promise<Result<SearchReplies['listings'], StoreProblem>> {
    const found = new Map<string, ShownListing>();
    const withdrawn = this.#store.withdrawn();
    const shown = ids.filter((id) => !withdrawn.has(id));
    for (const region of this.#store.installedRegions()) {
      const missing = shown.filter((id) => !found.has(id));
      if (missing.length === 0) break;
      const records = await this.#readFrom(region, (files) => readListings(files, missing));
      if (!records.ok) return records;
      for (const record of records.value as CompactListing[]) found.set(record.id, shownListing(record));
    }
    return succeed(shown.flatMap((id) => found.get(id) ?? []));
  }

  async ids(): Promise<Result<SearchReplies['ids'], StoreProblem>> {
    const tools = await loadLaterTools();
    if (!tools) return fail({ kind: 'offline' });
    const indexes = await this.#indexes();
    if (!indexes.ok) return indexes;
    const withdrawn = this.#store.withdrawn();
    return succeed(indexes.value.flatMap(tools.idsIn).filter((id) => !withdrawn.has(id)));
  }

  async hits({ ids, instant }: Asked<'hits'>): Promise<Result<SearchReplies['hits'], StoreProblem>> {
    const tools = await loadLaterTools();
    if (!tools) return fail({ kind: 'offline' });
    const indexes = await this.#indexes();
    if (!indexes.ok) return indexes;
    const withdrawn = this.#store.withdrawn();
    const shown = ids.filter((id) => !withdrawn.has(id));
    return succeed(tools.hitsById(indexes.value, shown, instant));
  }

  /** The listings of the first screen from the list on this phone: a number that changed since the build shows. */
  async firstScreen(): Promise<Result<SearchReplies['first-screen'], StoreProblem>> {
    const records = await this.#readFrom(WORLD, readAllListings);
    if (!records.ok) return records;
    const withdrawn = this.#store.withdrawn();
    return succeed(
      (records.value as CompactListing[])
        .filter((record) => 'first_screen' in record && !withdrawn.has(record.id))
        .map(shownListing),
    );
  }

  async towns({
    region,
    prefix,
    limit,
  }: Asked<'towns'>): Promise<Result<SearchReplies['towns'], StoreProblem>> {
    const tools = await loadLaterTools();
    if (!tools) return fail({ kind: 'offline' });
    const towns = await this.#part(region, 'town', tools.decodeTowns);
    return towns.ok ? succeed(tools.findTowns(towns.value ?? [], prefix, limit)) : towns;
  }

  async rights({
    region,
    language,
    text,
  }: Asked<'rights'>): Promise<Result<SearchReplies['rights'], StoreProblem>> {
    const tools = await loadLaterTools();
    if (!tools) return fail({ kind: 'offline' });
    const rights = await this.#part(region, 'rght', tools.decodeRights);
    if (!rights.ok) return rights;
    const { pages, treaties } = rights.value ?? { pages: [], treaties: [] };
    return succeed({ pages: tools.findRights(pages, language, text), treaties });
  }

  /** Opens the lists while nothing is asked, so that the first answer does not wait for it; what is wrong is found then. */
  async warmUp(): Promise<void> {
    const regions = this.#store.installedRegions();
    // The lists of a phone that has several are opened when they are wanted.
    if (regions.length > 2) return;
    for (const region of regions) {
      const files = this.#store.files(region);
      if (files) await this.#index(files).catch(() => null);
    }
  }

  /** A part that not every list has; null where there is none. */
  async #part<Value>(
    region: string,
    name: string,
    decode: Decode<Value>,
  ): Promise<Result<Value | null, StoreProblem>> {
    if (!this.#store.files(region)) return succeed(null);
    return this.#readFrom<Value | null>(region, async (files) =>
      files.generation.sections.some((section) => section.name === name)
        ? this.#decoded(files, [name], ([raw]) => decode(raw as Uint8Array))
        : succeed(null),
    );
  }

  /** Parts of a list, decoded once. By the pack's hash: a region that has been updated is opened anew by itself. */
  #decoded<Value>(
    files: RegionFiles,
    names: readonly string[],
    decode: (parts: readonly Uint8Array[]) => Result<Value, StoreProblem>,
  ): Promise<Result<Value, StoreProblem>> {
    const key = names + files.generation.sha256;
    const known = this.#opened.get(key) as Promise<Result<Value, StoreProblem>> | undefined;
    if (known) return known;
    const opening = readParts(files, names).then((read) => (read.ok ? decode(read.value) : read));
    this.#opened.set(key, opening);
    const forget = () => this.#opened.delete(key);
    opening.then(({ ok }) => ok || forget(), forget);
    return opening;
  }

  /** A list's index with its cards, opened once. */
  #index(files: RegionFiles): Promise<Result<SearchIndex, StoreProblem>> {
    return this.#decoded(files, ['indx', 'card'], ([index, cards]) =>
      openWholeIndex(index as Uint8Array, cards as Uint8Array),
    );
  }

  /** Those of every list on this phone. */
  async #indexes(): Promise<Result<readonly SearchIndex[], StoreProblem>> {
    const indexes: SearchIndex[] = [];
    for (const region of this.#store.installedRegions()) {
      const index = await this.#readFrom(region, (files) => this.#index(files));
      if (!index.ok) return index;
      indexes.push(index.value);
    }
    return succeed(indexes);
  }

  async #indexFor(scope: Scope): Promise<Result<SearchIndex, StoreProblem>> {
    const region = scope.region !== null && this.#store.files(scope.region) ? scope.region : null;
    const ids = scope.national?.length === 0 ? [region] : [WORLD, region];
    const wanted = ids.filter((id): id is string => id !== null);
    const withdrawn = this.#store.withdrawn();
    const hashes = wanted.map((id) => this.#store.files(id)?.generation.sha256);
    const key = [...hashes, scope.national, ...withdrawn].join(' ');
    const known = this.#joined.get(key);
    if (known) return succeed(known);
    const opened = wanted.map((id) => this.#readFrom(id, (files) => this.#index(files)));
    const parts: IndexPart[] = [];
    for (const [at, id] of wanted.entries()) {
      const index = (await opened[at]) as Result<SearchIndex, StoreProblem>;
      if (!index.ok) return index;
      parts.push({ index: index.value, countries: id === WORLD ? (scope.national ?? undefined) : undefined });
    }
    const joined = joinIndexes(parts, withdrawn);
    this.#joined.set(key, joined);
    return succeed(joined);
  }

  /** Reads from a region's list; one that is not as it was opened is opened again, once. */
  async #readFrom<Value>(
    region: string,
    read: (files: RegionFiles) => Promise<Result<Value, StoreProblem>>,
  ): Promise<Result<Value, StoreProblem>> {
    const files = this.#store.files(region);
    if (!files) return fail({ kind: 'no-such-region' });
    const first = await read(files);
    if (first.ok || first.problem.kind !== 'pack-damaged') return first;
    const again = await this.#store.openAgain(region);
    return again ? read(again) : first;
  }
}

/** Side by side: the browser inflates and hashes them elsewhere. */
async function readParts(
  files: RegionFiles,
  names: readonly string[],
): Promise<Result<Uint8Array[], StoreProblem>> {
  const parts: Uint8Array[] = [];
  for (const part of await Promise.all(names.map((name) => files.section(name)))) {
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return succeed(parts);
}

function openWholeIndex(raw: Uint8Array, cards: Uint8Array): Result<SearchIndex, StoreProblem> {
  const index = openIndex(raw, cards);
  return index.ok ? index : fail({ kind: 'pack-damaged', detail: 'indx' });
}

/** Fetched by every phone once its lists are open, so that asking for it tells nothing; null where it cannot be had. */
export async function loadLaterTools(): Promise<typeof import('./later-tools.ts') | null> {
  return import('./later-tools.ts').catch(() => null);
}
