import { dayOf, type IsoDate } from '../../core/dates.ts';
import type { Listing } from '../../core/schema.ts';
import { type Inputs, isShown } from '../inputs.ts';
import { isMadeUp, type Region } from '../regions.ts';
import { lapsedClaims } from './check-claims.ts';
import { unknownCodes } from './check-codes.ts';
import { confidentialProblems } from './check-confidential.ts';
import { uncheckedCrisisLine } from './check-crisis-line.ts';
import { futureDates } from './check-dates.ts';
import { duplicates } from './check-duplicates.ts';
import { hardText } from './check-reading.ts';
import { deadReferences } from './check-references.ts';
import { missingTranslations } from './check-translations.ts';
import type { Flaw, Problem } from './problem.ts';

interface Setting {
  readonly today: IsoDate;
  readonly isProduction: boolean;
}

/** Every problem of listings that can be read: first what could give a hidden place away. */
export function validateRegions(
  { deployment, regions }: Pick<Inputs, 'deployment' | 'regions'>,
  now: Date,
): Problem[] {
  const setting = { today: dayOf(now.getTime()), isProduction: deployment.root !== undefined };
  return [
    ...confidentialProblems(regions),
    ...deadReferences(regions),
    ...regions.flatMap((region) => listingProblems(region, setting)),
    ...duplicates(regions),
    ...regions.flatMap((region) => missingTranslations(region, region.folder, deployment.languages)),
  ].filter(({ file, severity }) => severity === 'error' || !isMadeUp(file));
}

function listingProblems({ files, listings }: Region, setting: Setting): Problem[] {
  return listings.flatMap((listing) =>
    flawsOf(listing, setting).map((flaw) => ({ file: files.get(listing.id) ?? listing.id, ...flaw })),
  );
}

function flawsOf(listing: Listing, { today, isProduction }: Setting): Flaw[] {
  const always = [...futureDates(listing, today), ...unknownCodes(listing)];
  // What is closed reaches no phone, so nobody need call it or make it easier to read.
  if (!isShown(listing)) return always;
  return [
    ...always,
    ...lapsedClaims(listing, today),
    ...uncheckedCrisisLine(listing, isProduction),
    ...hardText(listing),
  ];
}
