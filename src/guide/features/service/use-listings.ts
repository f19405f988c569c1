import { useEffect, useState } from 'react';
import { withKnownCodes } from '../../../core/known-codes.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { useDirectory, useGuide } from '../../context.tsx';

/** Whole listings from the worker, in the order asked; null until they are there. */
export function useListings(ids: readonly string[]): readonly ShownListing[] | null {
  const { client } = useGuide();
  const { directory } = useDirectory();
  const [listings, setListings] = useState<readonly ShownListing[] | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    if (!directory) return;
    let isCurrent = true;
    void client.ask({ kind: 'listings', ids: key === '' ? [] : key.split(' ') }).then((outcome) => {
      if (isCurrent && outcome.ok) setListings(outcome.value.map(withKnownCodes));
    });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, key]);
  return listings;
}
