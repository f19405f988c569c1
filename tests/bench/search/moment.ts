import { dayOf, type Instant } from '../../../src/core/dates.ts';
import { groupOfClaim, type StatusGroup } from '../../../src/core/eligibility.ts';
import { FRESHNESS_ORDER, freshnessOn } from '../../../src/core/freshness.ts';
import { openingAt } from '../../../src/core/opening-hours.ts';
import type { Doc, Documents } from './documents.ts';

/** What the clock decides, worked out once for each kind of week, claim and age, and again when the minute changes. */
export interface AtMoment {
  readonly instant: Instant;
  /** 0 open, 1 not known or by appointment, 2 closed; by the number of the week. */
  readonly openRanks: readonly number[];
  /** By the number of the claim. */
  readonly groups: readonly StatusGroup[];
  freshnessRank(doc: Doc): number;
}

const MINUTE = 60_000;

export class Clock {
  readonly #documents: Documents;
  #at: AtMoment | null = null;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  at(instant: Instant): AtMoment {
    if (this.#at && Math.floor(this.#at.instant / MINUTE) === Math.floor(instant / MINUTE)) return this.#at;
    const today = dayOf(instant);
    const ages = new Map<string, number>();
    this.#at = {
      instant,
      openRanks: this.#documents.weeks.map((week) => openRank(openingAt(week ?? undefined, instant).state)),
      groups: this.#documents.claims.map(({ value, expires, isConditional }) =>
        groupOfClaim({ value: expires !== null && today > expires ? 'unknown' : value }, isConditional),
      ),
      freshnessRank({ checkedOn, interval }) {
        const age = `${checkedOn} ${interval}`;
        const known = ages.get(age);
        if (known !== undefined) return known;
        const rank = FRESHNESS_ORDER.indexOf(freshnessOn(checkedOn, interval, today));
        ages.set(age, rank);
        return rank;
      },
    };
    return this.#at;
  }
}

function openRank(state: ReturnType<typeof openingAt>['state']): number {
  if (state === 'always' || state === 'open') return 0;
  return state === 'closed' ? 2 : 1;
}
