import { dayOf } from '../../core/dates.ts';
import type { Refusal, StaffListing } from '../../core/desk-api.ts';
import { type DeskExport, deskExport, deskExportText } from '../../core/desk-export.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Listing } from '../../core/schema.ts';
import type { Db } from '../database/database.ts';
import { refusal } from '../http/refusal.ts';
import { readDirectory } from '../listings/read-listings.ts';

const MOST_FAULTS = 20;

/**
 * What leaves the server, of the same database the same bytes (SV-9), numbered as `DeskRelease` says. It has no person in it (SV-17), and where a listing could give a place away there is none (SV-10).
 */
export async function makeExport(db: Db): Promise<Result<DeskExport, Refusal>> {
  const { all, seq } = await readDirectory(db);
  const made = deskExport({
    regions: byRegion(all),
    revoked: all.flatMap(({ listing, hidden }) =>
      hidden ? [{ service_id: listing.id, from: dayOf(Date.parse(hidden.at)) }] : [],
    ),
    // An empty directory is a release too.
    release: { number: Math.max(seq, 1), at: all.at(-1)?.changedAt ?? new Date(0).toISOString() },
  });
  // Read from its own text: the names in it are then in one order, whatever database they come from.
  if (made.ok) return succeed(JSON.parse(deskExportText(made.value)) as DeskExport);
  const fields = made.problem.slice(0, MOST_FAULTS).map(({ region, id, field, reason }) => ({
    field: [region, id, field].filter((part) => part !== '').join(' '),
    reason,
  }));
  return fail(refusal('lint', { fields }));
}

function byRegion(all: readonly StaffListing[]): Record<string, Listing[]> {
  const regions = new Map<string, Listing[]>();
  for (const { region, listing } of all) {
    const own = regions.get(region);
    if (own) own.push(listing);
    else regions.set(region, [listing]);
  }
  return Object.fromEntries(regions);
}
