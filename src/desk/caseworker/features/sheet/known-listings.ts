import type { DirectoryClient } from '../../../../page/directory-client.ts';
import type { Scope } from '../../../../search/messages.ts';
import { EMPTY_QUERY } from '../../../../search/query.ts';
import type { Directory } from '../../../../store/messages.ts';
import { type KnownListing, knownListing } from '../../domain/brought/dry-run.ts';

// As many as one list may have (settled 21), read so many at a time.
const MOST = 20_000;
const AT_A_TIME = 1000;

/**
 * Every service that the lists on this device have, for finding those of a file among them. Of a made-up city's list those
 * alone while it is worked with, else none of them (C15). Null where a list could not be read.
 */
export async function knownListings(
  client: DirectoryClient,
  directory: Directory,
  regions: readonly string[],
): Promise<readonly KnownListing[] | null> {
  const samples = directory.regions.filter(({ kind }) => kind === 'sample').map(({ id }) => id);
  const isSample = regions.some((id) => samples.includes(id));
  const scopes = directory.regions
    .filter(({ kind, installed }) => installed && (kind === 'sample') === isSample)
    .map(
      ({ id, kind }): Scope =>
        kind === 'world' ? { region: null, national: null } : { region: id, national: [] },
    );
  const known: KnownListing[] = [];
  for (const scope of scopes) {
    const moment = { instant: Date.now(), limit: MOST };
    const found = await client.ask({ kind: 'search', scope, query: EMPTY_QUERY, moment });
    if (!found.ok) return null;
    const ids = found.value.all.hits.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += AT_A_TIME) {
      const records = await client.ask({ kind: 'listings', ids: ids.slice(at, at + AT_A_TIME) });
      if (!records.ok) return null;
      known.push(...records.value.map(knownListing));
    }
  }
  return known;
}
