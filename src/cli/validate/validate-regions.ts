import { FINDING_WORDS } from '../../core/confidential/finding.ts';
import { dayOf, type IsoDate } from '../../core/dates.ts';
import type { LintFinding } from '../../core/edits/lint/lint-finding.ts';
import { lintListing } from '../../core/edits/lint/lint-listing.ts';
import { isShown } from '../../core/shown-listing.ts';
import { LIMITS } from '../../pack/format.ts';
import { judgeNumber } from '../../server/edits/judge-number.ts';
import type { Deployment } from '../deployment.ts';
import { isMadeUp, type Region, type RegionFrame } from '../regions.ts';
import { DuplicateCheck } from './check-duplicates.ts';
import { ReferenceCheck } from './check-references.ts';
import { SharedContactCheck } from './check-shared-contacts.ts';
import { missingTranslations } from './check-translations.ts';
import { populationsAround } from './populations-around.ts';
import type { Problem } from './problem.ts';

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
  readonly #frames: readonly RegionFrame[];
  /** What could give a hidden place away. */
  readonly #confidential: Problem[] = [];
  readonly #sharedContacts = new SharedContactCheck();
  readonly #references = new ReferenceCheck();
  readonly #own: Problem[] = [];
  readonly #duplicates = new DuplicateCheck();
  readonly #translations: Problem[] = [];

  /** The frames of all regions that will be added: a national service may lie in any of their towns. */
  constructor({ root, languages }: Deployment, frames: readonly RegionFrame[], now: Date) {
    this.#setting = { today: dayOf(now.getTime()), isProduction: root !== undefined };
    this.#languages = languages;
    this.#frames = frames;
  }

  add(region: Region, onListing: () => void = () => undefined): void {
    const { file: regionFile, files, folder, listings } = region;
    const setting = { ...this.#setting, judgeNumber, populations: populationsAround(region, this.#frames) };
    for (const listing of listings) {
      const file = files.get(listing.id) ?? listing.id;
      for (const finding of lintListing(listing, setting))
        (isConfidential(finding) ? this.#confidential : this.#own).push(problemOf(file, finding));
      this.#sharedContacts.add(listing, file);
      this.#references.add(listing, file);
      if (regionFile.kind !== 'sample') this.#duplicates.add(listing, file);
      onListing();
    }
    this.#own.push(...tooMany(region));
    this.#translations.push(...missingTranslations(region, folder, this.#languages));
  }

  /** First what could give a hidden place away. */
  problems(): Problem[] {
    return [
      ...this.#confidential,
      ...this.#sharedContacts.problems(),
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

function isConfidential({ rule }: LintFinding): boolean {
  return Object.hasOwn(FINDING_WORDS, rule) || rule === 'exact-point';
}

function problemOf(file: string, { field, severity, reason, remedy }: LintFinding): Problem {
  return { file, field, severity, reason, remedy };
}
