import { isNamedSafeHouse } from '../../confidential/hidden-places.ts';
import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

const MOST_DECIMALS = 2;

/** A house that nobody may find has no point finer than a kilometre, even where its town may be told (V7). */
export function pointFindings(listing: Listing): LintFinding[] {
  if (!listing.needs.includes('home.refuge') && !isNamedSafeHouse(listing)) return [];
  return listing.locations.flatMap((location, index) =>
    location.visibility === 'public'
      ? (['latitude', 'longitude'] as const).flatMap((name) =>
          isFine(location[name]) ? [exactPoint(`locations.${index}.${name}`)] : [],
        )
      : [],
  );
}

function isFine(degrees: number | undefined): boolean {
  return degrees !== undefined && degrees !== Number(degrees.toFixed(MOST_DECIMALS));
}

function exactPoint(field: string): LintFinding {
  return {
    rule: 'exact-point',
    field,
    severity: 'error',
    reason: 'is finer than two decimals, and this is a house that nobody may find',
    remedy: 'Take the point out, or give that of the town.',
  };
}
