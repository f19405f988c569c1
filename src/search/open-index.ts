/// <reference path="../core/platform.d.ts" />
import { fromColumns } from '../core/columns.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { INDEX_VERSION } from './build-index.ts';
import { compareCodePoints } from './code-points.ts';
import { type Entry, entriesOf } from './entry.ts';
import { isRow } from './is-row.ts';

/** Ready to be searched. Entries are in the order of their folded names, then ids: the last word in every order. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
}

export type IndexProblem = { readonly kind: 'index-unreadable' };

const UNREADABLE = fail<IndexProblem>({ kind: 'index-unreadable' });

/** Reads an index's bytes. Anything that is not whole and of this version is refused: half an index hides services. */
export function openIndex(bytes: Uint8Array): Result<SearchIndex, IndexProblem> {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return UNREADABLE;
  }
  if (typeof content !== 'object' || content === null) return UNREADABLE;
  const { version, rows: columns } = content as { version?: unknown; rows?: unknown };
  const rows: unknown[] | null = version === INDEX_VERSION ? fromColumns(columns) : null;
  if (!rows?.every(isRow)) return UNREADABLE;
  return succeed({ entries: inNameOrder(entriesOf(rows)) });
}

export function inNameOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    (a, b) => compareCodePoints(a.foldedName, b.foldedName) || compareCodePoints(a.row.id, b.row.id),
  );
}
