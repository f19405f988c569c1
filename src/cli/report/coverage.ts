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
 * The listings come one by one and are not held.
 */
export class CoverageTally {
  readonly #languages: readonly string[];
  readonly #today: IsoDate;
  readonly #rows: ReadonlyMap<string, { all: Counts; byLanguage: Record<string, Counts> }>;

  constructor(languages: readonly string[], today: IsoDate) {
    this.#languages = languages;
    this.#today = today;
    const byLanguage = () => Object.fromEntries(languages.map((language) => [language, noCounts()]));
    this.#rows = new Map(NEEDS.map((need) => [need, { all: noCounts(), byLanguage: byLanguage() }]));
  }

  add(listing: Listing): void {
    const status = statusGroupOn(listing.immigration_eligibility, this.#today);
    const spoken = this.#languages.filter((language) => speaks(listing, language));
    for (const need of new Set(listing.needs)) {
      const row = this.#rows.get(need);
      if (!row) continue;
      row.all[status] += 1;
      for (const language of spoken) {
        const counts = row.byLanguage[language];
        if (counts) counts[status] += 1;
      }
    }
  }

  rows(): CoverageRow[] {
    return NEEDS.map((need) => ({ need, ...(this.#rows.get(need) ?? { all: noCounts(), byLanguage: {} }) }));
  }
}

type Counts = Record<StatusGroup, number>;

function noCounts(): Counts {
  return { confirmed: 0, ask: 0, conditional: 0, refuses: 0 };
}

/** Services of a row that are counted in it, whatever their status. */
export function totalOf(counts: StatusCounts): number {
  return counts.confirmed + counts.ask + counts.conditional + counts.refuses;
}

function speaks({ languages }: Listing, language: string): boolean {
  return languages.some(
    ({ code, mode }) =>
      SPOKEN.includes(mode) &&
      (code === ANY_LANGUAGE || code === language || code.startsWith(`${language}-`)),
  );
}
