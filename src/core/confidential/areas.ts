import type { Listing } from '../schema.ts';
import { type Finding, finding } from './finding.ts';

/** A town as far as this rule needs it. */
export interface KnownTown {
  readonly name: string;
  readonly population: number;
  readonly aliases: readonly string[];
}

/** People who live in each place that is known by name; larger areas stand with `Infinity`. */
export type Populations = ReadonlyMap<string, number>;

/** Fewer people, and a hidden place can be found by asking around (rule 2 of places). */
const LARGE_TOWN = 50_000;

/** Of a name that several towns have, the largest counts: that is the one people think of. */
export function populationsOf(towns: readonly KnownTown[], largerAreas: readonly string[]): Populations {
  const people = new Map<string, number>();
  for (const { name, population, aliases } of towns)
    for (const one of [name, ...aliases])
      people.set(folded(one), Math.max(population, people.get(folded(one)) ?? 0));
  for (const area of largerAreas) people.set(folded(area), Number.POSITIVE_INFINITY);
  return people;
}

/** Rule 2 of places: the name of an area is that of a town of 50,000 people, or of something larger. */
export function areaFindings({ locations }: Pick<Listing, 'locations'>, populations: Populations): Finding[] {
  return locations.flatMap((location, index): Finding[] => {
    if (location.visibility !== 'area-only') return [];
    const people = populations.get(folded(location.area_name));
    const field = `locations.${index}.area_name`;
    if (people === undefined) return [finding('unknown-area', field, 'warning')];
    return people < LARGE_TOWN ? [finding('small-area', field, 'error')] : [];
  });
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
