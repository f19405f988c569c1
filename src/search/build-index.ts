/// <reference path="../core/platform.d.ts" />
import { toColumns } from '../core/columns.ts';
import type { ShownListing } from '../core/shown-listing.ts';
import { compareCodePoints } from './code-points.ts';
import { isSearchable, rowOfListing } from './row-of-listing.ts';

export const INDEX_VERSION = 1;

/** None yet: the place for what a pack may one day ask of its index. */
export type IndexOptions = Readonly<Record<never, never>>;

/**
 * The search index of a pack: UTF-8 JSON, a column a field, in the order of ids. The same listings give the same bytes
 * whatever their order and wherever it runs, because nothing in it is folded, sorted by a locale or dated today. What a
 * phone has of them is enough, so that it can rebuild the index from its records (settled 14).
 */
export function buildIndex(listings: readonly ShownListing[], _options: IndexOptions = {}): Uint8Array {
  const rows = listings
    .filter(isSearchable)
    .map(rowOfListing)
    .sort((a, b) => compareCodePoints(a.id, b.id));
  return new TextEncoder().encode(JSON.stringify({ version: INDEX_VERSION, rows: toColumns(rows) }));
}
