import type { Candidate, Now } from './candidate.ts';
import { availabilityAt, freshnessAt, hasAlertOn } from './facts-today.ts';
import type { Hit } from './query.ts';
import { summaryOf } from './summary.ts';

/** A match as a card shows it. */
export function hitOf({ entry, nearness, status }: Candidate, now: Now): Hit {
  const { row } = entry;
  const availability = availabilityAt(row, now.instant);
  return {
    id: row.id,
    name: row.name,
    textLanguage: row.textLanguage,
    summary: summaryOf(row.description),
    country: row.country,
    needs: row.needs,
    status: status.group,
    statusSince: row.status.since ?? null,
    statusBasis: status.basis,
    conditions: row.status.conditions ?? null,
    languages: row.languages ?? [],
    opening: entry.openingAt(now.instant),
    timezone: row.hours?.timezone ?? null,
    freshness: freshnessAt(row, now.today),
    checkedOn: row.checkedOn ?? null,
    readOn: row.readOn ?? null,
    verificationState: row.verificationState,
    areaName: nearness.place?.areaName ?? null,
    hasPublicPlace: entry.places.some((place) => place.isPublic),
    distanceKm: nearness.distanceKm,
    distancePrecision: nearness.precision,
    isRemote: entry.isRemote,
    channelTypes: row.channelTypes,
    availability: availability.value,
    availabilityAsOf: availability.asOf,
    hasAlert: hasAlertOn(row, now.today),
    isCrisisLine: entry.isCrisisLine,
    isSample: row.isSample ?? false,
  };
}
