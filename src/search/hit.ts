/// <reference path="../core/platform.d.ts" />
import type { Instant } from '../core/dates.ts';
import { hasBit } from './bits.ts';
import type { Clock } from './clocks.ts';
import { freshnessOfStanding, traitBits } from './facts-today.ts';
import { CARD_FIELDS, ID_LENGTH, type Kind, type Said } from './index-format.ts';
import { placeToName } from './nearness.ts';
import type { OpenedIndex } from './open-index.ts';
import type { Ranked } from './order.ts';
import type { Hit, Query } from './query.ts';

/** What is shown of a hit whatever is asked and whenever, and what it said that lapses. */
interface Kept {
  readonly lasting: Hit;
  readonly said: Said;
}

/** A match, or a listing that was named. */
type Found = Pick<Ranked, 'listing' | 'distance'> & {
  readonly part: Pick<Ranked['part'], 'index' | 'facts'>;
};

/** Those that are filled in for each answer. */
const CHANGING: readonly (keyof Hit)[] = [
  'areaName',
  'distancePrecision',
  'distanceKm',
  'status',
  'opening',
  'timezone',
  'freshness',
  'availability',
  'availabilityAsOf',
  'hasAlert',
];

/**
 * What was shown is likely to be shown again with the next key pressed. A phone shows some hundreds; the desk judges 2,000
 * at once, and with room for fewer than it asks for each is read anew every time (100 microseconds a hit, not 10).
 */
const MOST_KEPT = 5000;
const kept = new WeakMap<OpenedIndex, Map<number, Kept>>();
const utf8 = new TextDecoder();

/** A match as a card shows it. */
export function hitOf(
  { part: { index, facts }, listing, distance }: Found,
  { near }: Query,
  instant: Instant,
): Hit {
  const { lasting, said } = keptOf(index, listing);
  const [availability, asOf, until = 0, alertFrom, alertUntil = ''] = said;
  // The first knows nothing: it also answers for a number that leads nowhere.
  const clock = (facts.clocks[index.hours[listing] as number] ?? facts.clocks[0]) as Clock;
  const holds = availability && instant <= until;
  const status = (['confirmed', 'conditional', 'refuses'] as const).find((group) =>
    hasBit(facts.status[group], listing),
  );
  const place = placeToName(index, near, listing);
  // A copy with every field there already: adding fields one by one, or two objects to a third, takes ten times as long.
  const hit: { -readonly [Field in keyof Hit]: Hit[Field] } = { ...lasting };
  hit.areaName = place.areaName;
  hit.distancePrecision = place.distancePrecision;
  hit.distanceKm = distance === Number.POSITIVE_INFINITY ? null : distance;
  hit.status = status ?? 'ask';
  if (hasBit(facts.lapsed, listing)) hit.statusBasis = 'expired';
  hit.opening = clock.openingAt(instant);
  hit.timezone = clock.timezone;
  hit.freshness = freshnessOfStanding(facts.standing[listing] as number);
  hit.availability = holds ? availability : 'unknown';
  hit.availabilityAsOf = holds ? asOf || null : null;
  hit.hasAlert = Boolean(alertFrom) && (alertFrom as string) <= facts.today && facts.today <= alertUntil;
  return hit;
}

function keptOf(index: OpenedIndex, listing: number): Kept {
  const own = kept.get(index) ?? new Map<number, Kept>();
  kept.set(index, own);
  const known = own.get(listing);
  if (known) return known;
  if (own.size >= MOST_KEPT) own.clear();
  const card = cardAt(index, listing);
  const fields = CARD_FIELDS.map((field, place) => [field, card[place] || null]);
  const traits = (['hasPublicPlace', 'isRemote', 'isCrisisLine', 'isSample'] as const).map((trait) => [
    trait,
    hasBit(traitBits(index, trait), listing),
  ]);
  const lasting = {
    ...Object.fromEntries(CHANGING.map((field) => [field, null])),
    id: idAt(index, listing),
    ...Object.fromEntries([...fields, ...traits]),
    needs: codesOf(index, listing, 'needs'),
    channelTypes: codesOf(index, listing, 'channelTypes'),
    languages: codesOf(index, listing, 'spoken').map((text) => {
      const [mode, code] = text.split(' ');
      return { code, mode };
    }),
  };
  const made = {
    lasting: lasting as unknown as Hit,
    said: card.slice(CARD_FIELDS.length) as unknown as Said,
  };
  own.set(listing, made);
  return made;
}

export function cardAt({ cards, cardStarts }: OpenedIndex, listing: number): readonly (string | number)[] {
  const text = cards.subarray(cardStarts[listing], cardStarts[listing + 1]) as Uint8Array;
  return JSON.parse(utf8.decode(text));
}

export function idAt({ ids }: OpenedIndex, listing: number): string {
  return ids.slice(ID_LENGTH * listing, ID_LENGTH * (listing + 1)).trimEnd();
}

/** In the order in which the listing has them. */
function codesOf({ counters }: OpenedIndex, listing: number, wanted: Kind): string[] {
  const own = counters.list.subarray(counters.starts[listing], counters.starts[listing + 1]);
  return [...own].flatMap((number) => {
    const counter = counters.all[number];
    return counter?.kind === wanted ? [counter.code] : [];
  });
}
