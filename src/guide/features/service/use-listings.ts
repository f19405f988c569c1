import { useMemo } from 'react';
import { withKnownCodes } from '../../../core/known-codes.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { useReply } from '../../use-reply.ts';

/** Whole listings from the worker, in the order asked; null until they are there. */
export function useListings(ids: readonly string[]): readonly ShownListing[] | null {
  const listings = useReply({ kind: 'listings', ids });
  return useMemo(() => listings?.map(withKnownCodes) ?? null, [listings]);
}
