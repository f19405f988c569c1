import type { Finding } from '../../core/confidential/finding.ts';
import {
  addPublicContacts,
  mayShareContact,
  type ReachedListing,
  sharedContactFindings,
} from '../../core/confidential/shared-contacts.ts';
import type { Listing } from '../../core/schema.ts';
import type { Problem } from './problem.ts';

/**
 * A hidden place and a public address that share a contact (data-model, "Places"). They may stand in different regions,
 * so that is said once all of them have been added; what a listing gives away by itself is the linter's.
 */
export class SharedContactCheck {
  readonly #contacts = new Map<string, string[]>();
  /** Files of the listings that are named in `#contacts`. */
  readonly #files = new Map<string, string>();
  readonly #hidden: { readonly file: string; readonly listing: ReachedListing }[] = [];

  add(listing: Listing, file: string): void {
    addPublicContacts(this.#contacts, listing);
    this.#files.set(listing.id, file);
    if (mayShareContact(listing)) this.#hidden.push({ file, listing: reachedOf(listing) });
  }

  problems(): Problem[] {
    return this.#hidden.flatMap(({ file, listing }) =>
      sharedContactFindings(listing, this.#contacts).map((finding) => {
        const other = finding.otherId && (this.#files.get(finding.otherId) ?? finding.otherId);
        return problemOf(file, other ? { ...finding, reason: `${finding.reason} (${other})` } : finding);
      }),
    );
  }
}

// The texts of a listing are most of it, and a quarter of a million are not held for this.
function reachedOf({ id, needs, channels, locations, organization, sample }: Listing): ReachedListing {
  return { id, needs, channels, locations, organization, sample };
}

function problemOf(file: string, { field, severity, reason, remedy }: Finding): Problem {
  return { file, field, severity, reason, remedy };
}
