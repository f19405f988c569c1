import { dayOf, type IsoDate } from '../../core/dates.ts';
import type { Listing } from '../../core/schema.ts';
import { LIMITS } from '../../pack/format.ts';
import type { Deployment } from '../deployment.ts';
import { isShown } from '../inputs.ts';
import { isMadeUp, type Region, type RegionFrame } from '../regions.ts';
import { newCharacters } from './check-characters.ts';
import { lapsedClaims } from './check-claims.ts';
import { unknownCodes } from './check-codes.ts';
import { ConfidentialCheck } from './check-confidential.ts';
import { uncheckedCrisisLine } from './check-crisis-line.ts';
import { futureDates } from './check-dates.ts';
import { DuplicateCheck } from './check-duplicates.ts';
import { hardText } from './check-reading.ts';
import { ReferenceCheck } from './check-references.ts';
import { missingTranslations } from './check-translations.ts';
import type { Flaw, Problem } from './problem.ts';

interface Setting {
  readonly today: IsoDate;
  readonly isProduction: boolean;
}

/** Every problem of listings that can be read, where all regions are at hand. */
export function validateRegions(
  { deployment, regions }: { readonly deployment: Deployment; readonly regions: readonly Region[] },
  now: Date,
): Problem[] {
  const validation = new Validation(deployment, regions, now);
  for (const region of regions) validation.add(region);
  return validation.problems();
}

/**
 * The same region by region: a quarter of a million listings are not held at once. What is kept of one that was added is
 * what a later one is compared with.
 */
export class Validation {
  readonly #setting: Setting;
  readonly #languages: readonly string[];
  readonly #confidential: ConfidentialCheck;
  readonly #references = new ReferenceCheck();
  readonly #own: Problem[] = [];
  readonly #duplicates = new DuplicateCheck();
  readonly #translations: Problem[] = [];

  /** The frames of all regions that will be added: a national service may lie in any of their towns. */
  constructor({ root, languages }: Deployment, frames: readonly RegionFrame[], now: Date) {
    this.#setting = { today: dayOf(now.getTime()), isProduction: root !== undefined };
    this.#languages = languages;
    this.#confidential = new ConfidentialCheck(frames);
  }

  add(region: Region, onListing: () => void = () => undefined): void {
    const { file: regionFile, files, folder, listings } = region;
    const addConfidential = this.#confidential.of(region);
    for (const listing of listings) {
      const file = files.get(listing.id) ?? listing.id;
      addConfidential(listing, file);
      this.#references.add(listing, file);
      for (const flaw of flawsOf(listing, this.#setting)) this.#own.push({ file, ...flaw });
      if (regionFile.kind !== 'sample') this.#duplicates.add(listing, file);
      onListing();
    }
    this.#own.push(...tooMany(region));
    this.#translations.push(...missingTranslations(region, folder, this.#languages));
  }

  /** First what could give a hidden place away. */
  problems(): Problem[] {
    return [
      ...this.#confidential.problems(),
      ...this.#references.problems(),
      ...this.#own,
      ...this.#duplicates.problems(),
      ...this.#translations,
    ].filter(({ file, severity }) => severity === 'error' || !isMadeUp(file));
  }
}

/** A phone takes no larger list (settled 21). */
function tooMany({ folder, listings }: Region): Problem[] {
  const shown = listings.filter(isShown).length;
  if (shown <= LIMITS.records) return [];
  return [
    {
      file: folder,
      field: '(listings)',
      severity: 'error',
      reason: `are ${shown}, and a region holds at most ${LIMITS.records}`,
      remedy: 'Split it into two regions: move the listings of a part of it into a folder of their own.',
    },
  ];
}

function flawsOf(listing: Listing, { today, isProduction }: Setting): Flaw[] {
  const always = [...futureDates(listing, today), ...unknownCodes(listing), ...newCharacters(listing)];
  // What is closed reaches no phone, so nobody need call it or make it easier to read.
  if (!isShown(listing)) return always;
  return [
    ...always,
    ...lapsedClaims(listing, today),
    ...uncheckedCrisisLine(listing, isProduction),
    ...hardText(listing),
  ];
}
