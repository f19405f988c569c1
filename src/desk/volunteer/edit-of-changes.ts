import type { Edit, FieldChange, VerifyMethod } from '../../core/edits/edit.ts';
import type { KeptListing } from './kept/desk-database.ts';

interface Made {
  readonly id: string;
  readonly changes: readonly FieldChange[];
  readonly confirmed?: readonly string[];
  readonly method: VerifyMethod | null;
  /** The day on which somebody made sure. */
  readonly on: string;
}

/** Changes of a listing as an edit to be proposed. */
export function editOfChanges({ id: listingId, region, version }: KeptListing, made: Made): Edit {
  const { id, changes, confirmed = [], method, on } = made;
  return {
    id,
    listingId,
    region,
    kind: 'change',
    baseVersion: version,
    changes,
    confirmed,
    overrides: [],
    ...(method && { method, verifiedOn: on }),
  };
}
