import type { IsoDate } from '../../core/dates.ts';
import { type StatusGroup, statusGroupOn } from '../../core/eligibility.ts';
import type { Listing } from '../../core/schema.ts';
import { NEEDS, type Need } from '../../core/taxonomy.ts';

/** How many services there are, by what they say of immigration status today. Unknown is counted as `ask`. */
export type StatusCounts = Readonly<Record<StatusGroup, number>>;

export interface CoverageRow {
  readonly need: Need;
  readonly all: StatusCounts;
  /** By language: services where somebody can talk in it, by themselves or with an interpreter. */
  readonly byLanguage: Readonly<Record<string, StatusCounts>>;
}

const SPOKEN = ['staff', 'interpreter', 'limited'];
const ANY_LANGUAGE = '*';

/**
 * Need by language by status: where nobody helps, and where nobody is known to help a person without papers. A row for
 * every need of the taxonomy, so that what is missing is seen too. A written translation is no language one can talk in.
 */
export function coverage(
  listings: readonly Listing[],
  languages: readonly string[],
  today: IsoDate,
): CoverageRow[] {
  return NEEDS.map((need) => {
    const serving = listings.filter((listing) => listing.needs.includes(need));
    return {
      need,
      all: countByStatus(serving, today),
      byLanguage: Object.fromEntries(
        languages.map((language) => [
          language,
          countByStatus(
            serving.filter((listing) => speaks(listing, language)),
            today,
          ),
        ]),
      ),
    };
  });
}

/** Services of a row that are counted in it, whatever their status. */
export function totalOf(counts: StatusCounts): number {
  return counts.confirmed + counts.ask + counts.conditional + counts.refuses;
}

function countByStatus(listings: readonly Listing[], today: IsoDate): StatusCounts {
  const counts = { confirmed: 0, ask: 0, conditional: 0, refuses: 0 };
  for (const { immigration_eligibility } of listings) counts[statusGroupOn(immigration_eligibility, today)]++;
  return counts;
}

function speaks({ languages }: Listing, language: string): boolean {
  return languages.some(
    ({ code, mode }) =>
      SPOKEN.includes(mode) &&
      (code === ANY_LANGUAGE || code === language || code.startsWith(`${language}-`)),
  );
}
