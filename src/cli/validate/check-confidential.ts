import { type Populations, populationsOf } from '../../core/confidential/areas.ts';
import { confidentialFindings } from '../../core/confidential/confidential-findings.ts';
import { publicContacts } from '../../core/confidential/shared-contacts.ts';
import type { Region } from '../regions.ts';
import type { Problem } from './problem.ts';

/** What could give a hidden place away, in any listing of the regions (data-model, "Places"). */
export function confidentialProblems(regions: readonly Region[]): Problem[] {
  const contacts = publicContacts(regions.flatMap(({ listings }) => listings));
  const files = new Map(regions.flatMap((region) => [...region.files]));
  return regions.flatMap((region) => {
    const populations = populationsAround(region, regions);
    return region.listings.flatMap((listing) =>
      confidentialFindings(listing, { populations, contacts }).map(
        ({ field, severity, reason, remedy, otherId }): Problem => ({
          file: region.files.get(listing.id) ?? listing.id,
          field,
          severity,
          reason: otherId ? `${reason} (${files.get(otherId) ?? otherId})` : reason,
          remedy,
        }),
      ),
    );
  });
}

/** National services lie anywhere, so theirs are the towns of all regions. */
function populationsAround({ file, towns }: Region, regions: readonly Region[]): Populations {
  const around = file.kind === 'world' ? regions.flatMap((region) => region.towns) : towns;
  const names = regions.filter((region) => region.file.id === file.id || file.kind === 'world');
  return populationsOf(around, [
    ...names.flatMap((region) => Object.values(region.file.name)),
    // The counties and states that the towns lie in.
    ...around.map(({ admin }) => admin),
  ]);
}
