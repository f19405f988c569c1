import { type Result, succeed } from '../../../../core/result.ts';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import type { DirectoryClient, Problem } from '../../../../page/directory-client.ts';
import type { Directory } from '../../../../store/messages.ts';

type Asker = Pick<DirectoryClient, 'ask'>;

/** So many at a time: a question of a worker who types is not behind a whole list. */
const AT_ONCE = 1000;

/**
 * Records that were read once, in memory, while the lists stay as they are. Reading is four fifths of a match and more: each part
 * of a list is inflated and its hash checked anew every time (tests/bench/README.md), and every minute asks again.
 */
export class ListingShelf {
  readonly #client: Asker;
  #directory: Directory | null = null;
  #known = new Map<string, ShownListing>();

  constructor(client: Asker) {
    this.#client = client;
  }

  /** Those with these ids, in their order; one that no list has any more is left out. */
  async read(
    directory: Directory,
    ids: readonly string[],
  ): Promise<Result<readonly ShownListing[], Problem>> {
    // A changed list is another: what was withdrawn or mended is never shown as it was.
    if (this.#directory !== directory) this.#known = new Map();
    this.#directory = directory;
    const known = this.#known;
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0) {
      const records = await this.#client.ask({ kind: 'listings', ids: missing });
      if (!records.ok) return records;
      for (const listing of records.value) known.set(listing.id, listing);
    }
    return succeed(ids.flatMap((id) => known.get(id) ?? []));
  }

  /** Reads these before anybody asks, part by part, as long as `isWanted`. */
  async warm(directory: Directory, ids: readonly string[], isWanted: () => boolean): Promise<void> {
    // By id they lie side by side, so that each part of a list is read once.
    const inOrder = ids.toSorted();
    for (let at = 0; at < inOrder.length && isWanted(); at += AT_ONCE)
      await this.read(directory, inOrder.slice(at, at + AT_ONCE));
  }
}

const shelves = new WeakMap<Asker, ListingShelf>();

/** The one of all screens. */
export function shelfOf(client: Asker): ListingShelf {
  const shelf = shelves.get(client) ?? new ListingShelf(client);
  shelves.set(client, shelf);
  return shelf;
}
