import type { IndexFile, RegionEntry } from './signed-index.ts';

export interface InstalledRegion {
  readonly version: number;
  readonly sha256: string;
}

export type RegionStep =
  /** `gone`: the index no longer names it. Its data stays and is shown as no longer updated. */
  | { readonly kind: 'nothing'; readonly why: 'current' | 'gone' }
  | { readonly kind: 'download'; readonly entry: RegionEntry }
  /** `older`: a rollback. `forked`: the same version with other bytes. What is installed stays. */
  | { readonly kind: 'refuse'; readonly why: 'older' | 'forked'; readonly entry: RegionEntry };

/**
 * What to do about every region that is installed or listed. A region that is listed but not installed is a download:
 * whether the person wants it is not decided here. `floors` take the place of the installed versions where the keys that
 * signed those no longer count (SG-5).
 */
export function planUpdate(
  installed: ReadonlyMap<string, InstalledRegion>,
  index: IndexFile,
  floors?: ReadonlyMap<string, number>,
): Map<string, RegionStep> {
  const steps = new Map<string, RegionStep>();
  for (const region of installed.keys()) steps.set(region, { kind: 'nothing', why: 'gone' });
  for (const entry of index.regions) steps.set(entry.id, stepFor(installed.get(entry.id), entry, floors));
  return steps;
}

function stepFor(
  installed: InstalledRegion | undefined,
  entry: RegionEntry,
  floors: ReadonlyMap<string, number> | undefined,
): RegionStep {
  if (floors && installed && installed.sha256 !== entry.sha256) {
    const isBelow = entry.version < (floors.get(entry.id) ?? 0);
    return isBelow ? { kind: 'refuse', why: 'older', entry } : { kind: 'download', entry };
  }
  if (!installed || entry.version > installed.version) return { kind: 'download', entry };
  if (entry.version < installed.version) return { kind: 'refuse', why: 'older', entry };
  if (entry.sha256 !== installed.sha256) return { kind: 'refuse', why: 'forked', entry };
  return { kind: 'nothing', why: 'current' };
}
