import { type RegionRights, TREATIES } from '../../core/rights.ts';
import type { Rights } from './read-rights.ts';

/** What the pack of a region in this country carries; null where there are no pages for it. */
export function regionRights({ pages, treaties }: Rights, country: string | undefined): RegionRights | null {
  const own = pages.filter((page) => page.country === country);
  if (!country || !treaties || own.length === 0) return null;
  const statuses = treaties.countries[country];
  return {
    pages: own,
    treaties: TREATIES.flatMap((treaty) => {
      const { status, since, set = '' } = statuses?.[treaty] ?? {};
      const source = treaties.sets[set];
      // What is only signed, not joined or unknown is not said: a phone has no room for what it would take to explain.
      return status === 'joined' && since && source
        ? [{ treaty, name: treaties.names[treaty], since, source: source.title, as_of: source.as_of }]
        : [];
    }),
  };
}
