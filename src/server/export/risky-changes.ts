import { and, asc, eq, gt } from 'drizzle-orm';
import { hasHiddenPlace } from '../../core/confidential/hidden-places.ts';
import type { RiskyChange } from '../../core/desk-api.ts';
import type { FieldChange } from '../../core/edits/edit.ts';
import { riskOf } from '../../core/edits/risk.ts';
import type { Db } from '../database/database.ts';
import { listings, listingVersions } from '../database/tables.ts';
import { readListing } from '../listings/read-listings.ts';

const MOST = 5000;

/** What coordinators read before they sign: each risky change since the release that went out at that instant, oldest first (SV-9). */
export async function riskyChanges(db: Db, since: Date): Promise<RiskyChange[]> {
  const steps = await db
    .select({ step: listingVersions, region: listings.region })
    .from(listingVersions)
    .innerJoin(listings, eq(listings.id, listingVersions.listingId))
    .where(and(gt(listingVersions.at, since), gt(listingVersions.version, 0)))
    .orderBy(asc(listingVersions.at), asc(listingVersions.listingId), asc(listingVersions.version))
    .limit(MOST);
  const found: RiskyChange[] = [];
  for (const { step, region } of steps) {
    const risky = step.changes.flatMap((change) => {
      const risk = step.version === 1 ? 'new' : riskOf(change);
      return risk ? [{ change, risk }] : [];
    });
    if (risky.length === 0) continue;
    const now = await readListing(db, step.listingId);
    if (!now) continue;
    const { listingId, version } = step;
    for (const { change, risk } of risky)
      found.push({
        listingId,
        name: now.listing.name,
        region,
        version,
        risk,
        change: hasHiddenPlace(now.listing) ? withoutPlace(change) : change,
      });
  }
  return found;
}

/** A place that is to be hidden is not printed just when it has become a secret. */
function withoutPlace(change: FieldChange): FieldChange {
  return change.field === 'locations' ? { ...change, before: null, after: null } : change;
}
