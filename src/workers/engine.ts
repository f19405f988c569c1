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

/** Opens the lists of the store and answers questions about them. Nothing that is asked is kept. */
export class Engine {
  readonly #store: DirectoryStore;
  /** By the pack's hash: a region that has been updated is opened anew by itself. */
  readonly #opened = new Map<string, SearchIndex>();
  readonly #joined = new Map<string, SearchIndex>();
  readonly #towns = new Map<string, SearchReplies['towns']>();

  constructor(store: DirectoryStore) {
    this.#store = store;
  }

  async search({
    scope,
    query,
    moment,
  }: Extract<SearchRequest, { kind: 'search' }>): Promise<Result<SearchReplies['search'], StoreProblem>> {
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

  async towns(
    region: string,
    prefix: string,
    limit: number,
  ): Promise<Result<SearchReplies['towns'], StoreProblem>> {
    if (!this.#store.files(region)) return succeed([]);
    const tools = await loadTownTools();
    if (!tools) return fail({ kind: 'offline' });
    const towns = await this.#readFrom(region, (files) => this.#openTowns(files, tools));
    return towns.ok ? succeed(tools.findTowns(towns.value, prefix, limit)) : towns;
  }

  async #openTowns(
    files: RegionFiles,
    tools: TownTools,
  ): Promise<Result<SearchReplies['towns'], StoreProblem>> {
    const { sha256, sections } = files.generation;
    const known = this.#towns.get(sha256);
    if (known) return succeed(known);
    if (!sections.some(({ name }) => name === 'town')) return succeed([]);
    const raw = await files.section('town');
    if (!raw.ok) return raw;
    const towns = tools.decodeTowns(raw.value);
    if (towns.ok) this.#towns.set(sha256, towns.value);
    return towns;
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
    const parts: IndexPart[] = [];
    for (const id of wanted) {
      const index = await this.#readFrom(id, (files) => this.#openIndex(files));
      if (!index.ok) return index;
      parts.push({ index: index.value, countries: id === WORLD ? (scope.national ?? undefined) : undefined });
    }
    const joined = joinIndexes(parts, withdrawn);
    this.#joined.set(key, joined);
    return succeed(joined);
  }

  async #openIndex(files: RegionFiles): Promise<Result<SearchIndex, StoreProblem>> {
    const known = this.#opened.get(files.generation.sha256);
    if (known) return succeed(known);
    const raw = await files.section('indx');
    if (!raw.ok) return raw;
    const index = openIndex(raw.value);
    if (!index.ok) return fail({ kind: 'pack-damaged', detail: 'the index cannot be read' });
    this.#opened.set(files.generation.sha256, index.value);
    return index;
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

type TownTools = typeof import('./towns.ts');

/** Fetched by every phone once its lists are open, so that asking for it tells nothing; null where it cannot be had. */
export async function loadTownTools(): Promise<TownTools | null> {
  return import('./towns.ts').catch(() => null);
}
