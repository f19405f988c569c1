import type { IsoDate } from '../dates.ts';
import { type StatusGroup, statusGroupOn } from '../eligibility.ts';
import { FRESHNESS_ORDER, type Freshness, freshnessOf } from '../freshness.ts';
import type { Listing } from '../schema.ts';
import { isShown } from '../shown-listing.ts';
import type { Need } from '../taxonomy.ts';

/** How well one need is met in one language in one area (V14). */
export interface CoverageCell {
  readonly need: Need;
  readonly language: string;
  /** Null: people anywhere in the country, by phone or online. */
  readonly area: string | null;
  /** Services that offer it. */
  readonly all: number;
  /** Of those, checked by a person and not old. */
  readonly confirmed: number;
  /** Whose own words or translation are in the language. */
  readonly withText: number;
}

/** The one service that offers something; when it goes, nobody does. */
export interface Sole {
  readonly listingId: string;
  readonly need: Need;
  readonly language: string;
  readonly area: string | null;
}

export interface Coverage {
  readonly cells: readonly CoverageCell[];
  readonly status: Readonly<Record<StatusGroup, number>>;
  readonly freshness: Readonly<Record<Freshness, number>>;
  readonly soles: readonly Sole[];
}

/** A need, language and area that nobody offers. */
export type Gap = Pick<CoverageCell, 'need' | 'language' | 'area'>;

const SPOKEN: readonly string[] = ['staff', 'interpreter'];

/** Computed from the listings alone, which anybody can have; what is closed covers nothing. */
export function coverageOf(listings: readonly Listing[], today: IsoDate): Coverage {
  const shown = listings.filter(isShown);
  const groups = new Map<string, { cell: Gap; listings: Listing[] }>();
  for (const listing of shown)
    for (const cell of cellsOf(listing)) {
      const key = keyOf(cell);
      const group = groups.get(key);
      if (group) group.listings.push(listing);
      else groups.set(key, { cell, listings: [listing] });
    }
  const filled = [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => group);
  return {
    cells: filled.map(({ cell, listings: offering }) => ({
      ...cell,
      all: offering.length,
      confirmed: offering.filter((listing) => isConfirmed(listing, today)).length,
      withText: offering.filter((listing) => hasTextIn(listing, cell.language)).length,
    })),
    status: counted(['confirmed', 'ask', 'conditional', 'refuses'], shown, (listing) =>
      statusGroupOn(listing.immigration_eligibility, today),
    ),
    freshness: counted(FRESHNESS_ORDER, shown, (listing) => freshnessOf(listing, today)),
    soles: filled.flatMap(({ cell, listings: [only, ...others] }) =>
      only && others.length === 0 ? [{ listingId: only.id, ...cell }] : [],
    ),
  };
}

/** What nobody offers of what is asked for: the needs, languages and areas that a deployment looks after. */
export function gapsIn(
  { cells }: Coverage,
  {
    needs,
    languages,
    areas,
  }: Readonly<{
    needs: readonly Need[];
    languages: readonly string[];
    areas: readonly (string | null)[];
  }>,
): Gap[] {
  const offered = new Set(cells.map(keyOf));
  return needs.flatMap((need) =>
    languages.flatMap((language) =>
      areas
        .map((area) => ({ need, language, area }))
        // What is offered to people anywhere is offered to those here.
        .filter((gap) => !offered.has(keyOf(gap)) && !offered.has(keyOf({ ...gap, area: null }))),
    ),
  );
}

function cellsOf(listing: Listing): Gap[] {
  const languages = languagesOf(listing);
  const areas = areasOf(listing);
  return listing.needs.flatMap((need) =>
    languages.flatMap((language) => areas.map((area) => ({ need, language, area }))),
  );
}

/** Languages in which somebody can be spoken to; where none is named, the one its words are in. */
function languagesOf({ languages, text_language: own }: Listing): string[] {
  const spoken = languages.filter(({ mode }) => SPOKEN.includes(mode)).map(({ code }) => primary(code));
  return [...new Set(spoken.length > 0 ? spoken : [primary(own)])];
}

/** Areas by the names that are public anyway: a hidden place covers what its listing says that it serves. */
export function areasOf({ service_areas: served, locations }: Listing): (string | null)[] {
  const places = locations.flatMap((location) => namedAreaOf(location) ?? []);
  const named = [...new Set([...served, ...places])];
  return named.length > 0 ? named : [null];
}

/** The area that a place lies in, where its listing says so to everybody. */
export function namedAreaOf(location: Listing['locations'][number]): string | null {
  if (location.visibility === 'none') return null;
  return location.area_name ?? (location.visibility === 'public' ? (location.address?.city ?? null) : null);
}

/** Checked by a person, and not old. */
export function isConfirmed(listing: Listing, today: IsoDate): boolean {
  const freshness = freshnessOf(listing, today);
  return listing.verification.state === 'confirmed' && (freshness === 'fresh' || freshness === 'due');
}

function hasTextIn({ text_language: own, translations }: Listing, language: string): boolean {
  if (primary(own) === language) return true;
  return Object.entries(translations).some(([tag, words]) => primary(tag) === language && words.description);
}

function counted<Group extends string>(
  groups: readonly Group[],
  listings: readonly Listing[],
  groupOf: (listing: Listing) => Group,
): Record<Group, number> {
  const counts = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>;
  for (const listing of listings) counts[groupOf(listing)] += 1;
  return counts;
}

function keyOf({ need, language, area }: Gap): string {
  return JSON.stringify([need, area, language]);
}

function primary(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
