import type { RegionDiff } from './diff-listings.ts';

// A mistake in a source, or a stolen key, takes away or rewrites much at once; an editor's day does not. Phones take what
// is signed, so the last person to look is the one who publishes.
const MOST_GONE = 0.2;
const MOST_CHANGED = 0.3;

/** The regions in which so much is gone or changed that somebody must look before anybody's phone takes it. */
export function massChanges(diffs: readonly RegionDiff[]): RegionDiff[] {
  return diffs.filter(
    ({ before, removed, changed }) =>
      removed.length > before * MOST_GONE || changed.length > before * MOST_CHANGED,
  );
}

/** The number to name with --i-have-looked: it differs from case to case, so that no script can say it for ever. */
export function goneOrChanged(diffs: readonly RegionDiff[]): number {
  return diffs.reduce((sum, { removed, changed }) => sum + removed.length + changed.length, 0);
}
