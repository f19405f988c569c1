import { useEffect, useState } from 'react';
import type { ShownListing } from '../../core/shown-listing.ts';
import { useDesk, useDirectory } from './desk-context.tsx';

interface ReadListings {
  readonly listings: readonly ShownListing[];
  readonly isRead: boolean;
}

/** Stands where a name will be in a moment: nothing is called missing before it was looked for. */
export const NOT_READ_YET = '…';
const NONE: readonly ShownListing[] = [];

/**
 * The services with these ids, in their order, from the lists on this device; read again when a list has changed. One
 * that no list has any more is left out: `ids` still names it.
 */
export function useListings(ids: readonly string[]): readonly ShownListing[] {
  return useReadListings(ids).listings;
}

/** Likewise; `isRead` is false while these ids are still being read, and nothing may be called missing. */
export function useReadListings(ids: readonly string[]): ReadListings {
  const { client } = useDesk();
  const { directory } = useDirectory();
  const key = ids.join(' ');
  const [read, setRead] = useState<{ key: string; listings: readonly ShownListing[] }>({
    key: '',
    listings: NONE,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the ids are; `directory` tells of a changed list
  useEffect(() => {
    let isCurrent = true;
    if (ids.length === 0) return setRead({ key, listings: NONE });
    void client.ask({ kind: 'listings', ids }).then((found) => {
      if (isCurrent && found.ok) setRead({ key, listings: found.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, key]);
  return { listings: read.listings, isRead: read.key === key };
}
