import { type Populations, populationsOf } from '../../core/confidential/areas.ts';
import { findingsOfItself } from '../../core/confidential/confidential-findings.ts';
import type { Finding } from '../../core/confidential/finding.ts';
import {
  addPublicContacts,
  mayShareContact,
  type ReachedListing,
  sharedContactFindings,
} from '../../core/confidential/shared-contacts.ts';
import type { Listing } from '../../core/schema.ts';
import type { Region, RegionFrame } from '../regions.ts';
import type { Problem } from './problem.ts';

/**
 * What could give a hidden place away, in any listing of the regions (data-model, "Places"). A hidden place and a public
 * address that share a contact may stand in different regions, so that is said once all of them have been added.
 */
export class ConfidentialCheck {
  readonly #frames: readonly RegionFrame[];
  readonly #problems: Problem[] = [];
  readonly #contacts = new Map<string, string[]>();
  /** Files of the listings that are named in `#contacts`. */
  readonly #files = new Map<string, string>();
  readonly #hidden: { readonly file: string; readonly listing: ReachedListing }[] = [];

  constructor(frames: readonly RegionFrame[]) {
    this.#frames = frames;
  }

  /** For the listings of one region, one by one. */
  of(region: Region): (listing: Listing, file: string) => void {
    const populations = populationsAround(region, this.#frames);
    return (listing, file) => {
      for (const finding of findingsOfItself(listing, populations))
        this.#problems.push(problemOf(file, finding));
      addPublicContacts(this.#contacts, listing);
      this.#files.set(listing.id, file);
      if (mayShareContact(listing)) this.#hidden.push({ file, listing: reachedOf(listing) });
    };
  }

  problems(): Problem[] {
    return [
      ...this.#problems,
      ...this.#hidden.flatMap(({ file, listing }) =>
        sharedContactFindings(listing, this.#contacts).map((finding) => {
          const other = finding.otherId && (this.#files.get(finding.otherId) ?? finding.otherId);
          return problemOf(file, other ? { ...finding, reason: `${finding.reason} (${other})` } : finding);
        }),
      ),
    ];
  }
}

// The texts of a listing are most of it, and a quarter of a million are not held for this.
function reachedOf({ id, needs, channels, locations, organization, sample }: Listing): ReachedListing {
  return { id, needs, channels, locations, organization, sample };
}

function problemOf(file: string, { field, severity, reason, remedy }: Finding): Problem {
  return { file, field, severity, reason, remedy };
}

/** National services lie anywhere, so theirs are the towns of all regions. */
function populationsAround({ file, towns }: RegionFrame, frames: readonly RegionFrame[]): Populations {
  const around = file.kind === 'world' ? frames.flatMap((frame) => frame.towns) : towns;
  const names = frames.filter((frame) => frame.file.id === file.id || file.kind === 'world');
  return populationsOf(around, [
    ...names.flatMap((frame) => Object.values(frame.file.name)),
    // The counties and states that the towns lie in.
    ...around.map(({ admin }) => admin),
  ]);
}
