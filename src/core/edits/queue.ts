import { addDays, dayOf, daysBetween, type Instant } from '../dates.ts';
import type { Report } from '../desk-api.ts';
import { reviewInterval } from '../freshness.ts';
import type { Listing } from '../schema.ts';
import { isShown } from '../shown-listing.ts';
import { attemptsOn, type DayPart, dayPartsLeft } from './attempts.ts';
import type { Sole } from './coverage.ts';
import type { Check } from './edit.ts';

/** Why a listing is next (V4): for a program to count, and for the screen to say in words. */
export type Why =
  | {
      readonly kind: 'overdue';
      readonly intervalDays: number;
      readonly ageDays: number;
      readonly points: number;
    }
  | { readonly kind: 'never-checked'; readonly intervalDays: number; readonly points: number }
  | { readonly kind: 'reported'; readonly signal: string; readonly times: number; readonly points: number }
  | { readonly kind: 'dead-link'; readonly field: string; readonly points: number }
  | { readonly kind: 'sole-provider'; readonly sole: Sole; readonly points: number }
  | { readonly kind: 'provider-asked'; readonly points: number };

export interface QueueRow {
  readonly listingId: string;
  /** The sum of the points of its reasons. */
  readonly priority: number;
  readonly why: readonly Why[];
  /** Not before this instant, as it was tried lately; null: now. */
  readonly notBefore: Instant | null;
  /** When to call, by the service's own clock: times of day at which nobody has tried. */
  readonly callIn: readonly DayPart[];
  /** Nobody answered three times: a reviewer decides. */
  readonly isForReviewer: boolean;
}

export interface DeadLink {
  readonly listingId: string;
  readonly field: string;
}

export interface QueueInputs {
  readonly listings: readonly Listing[];
  readonly checks: readonly Check[];
  readonly reports: readonly Report[];
  readonly soles: readonly Sole[];
  /** Links that answered no more. */
  readonly deadLinks?: readonly DeadLink[];
  /** Listings whose provider asked for a look. */
  readonly providerAsked?: readonly string[];
}

// An overdue crisis line weighs six times what an overdue drop-in does: 180 days to 30.
const LONGEST_INTERVAL = 180;
// Never checked is as bad as one interval late.
const NEVER = 2;
const REPORT_POINTS = 3;
const MOST_REPORTS = 4;
const DEAD_LINK_POINTS = 2;
const SOLE_POINTS = 2;
const ASKED_POINTS = 4;

/** What to do next, most pressing first; what waits for its retry stands last. Nothing without a reason is in it. */
export function queueOf(inputs: QueueInputs, now: Instant): QueueRow[] {
  const around = {
    checks: byListing(inputs.checks),
    reports: byListing(inputs.reports),
    soles: byListing(inputs.soles),
    deadLinks: byListing(inputs.deadLinks ?? []),
    providerAsked: new Set(inputs.providerAsked),
  };
  return inputs.listings
    .filter(isShown)
    .map((listing) => rowOf(listing, around, now))
    .filter(({ why }) => why.length > 0)
    .sort(
      (one, other) => Number(isWaiting(one, now)) - Number(isWaiting(other, now)) || byPriority(one, other),
    );
}

interface Around {
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  readonly reports: ReadonlyMap<string, readonly Report[]>;
  readonly soles: ReadonlyMap<string, readonly Sole[]>;
  readonly deadLinks: ReadonlyMap<string, readonly DeadLink[]>;
  readonly providerAsked: ReadonlySet<string>;
}

// Once for all: a region has 20,000 listings, and a search through every report for each would take minutes.
function byListing<Row extends { readonly listingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.listingId);
    if (group) group.push(row);
    else groups.set(row.listingId, [row]);
  }
  return groups;
}

function byPriority(one: QueueRow, other: QueueRow): number {
  return other.priority - one.priority || (one.listingId < other.listingId ? -1 : 1);
}

function isWaiting({ notBefore }: QueueRow, now: Instant): boolean {
  return notBefore !== null && notBefore > now;
}

function rowOf(listing: Listing, around: Around, now: Instant): QueueRow {
  const pressing = [...ageReasons(listing, now), ...saidOf(listing, around)];
  const [sole] = around.soles.get(listing.id) ?? [];
  // One is enough to say. That nobody else offers it makes a look more pressing, and is no reason for one.
  const why: Why[] =
    sole && pressing.length > 0
      ? [...pressing, { kind: 'sole-provider', sole, points: SOLE_POINTS }]
      : pressing;
  const tried = attemptsOn(around.checks.get(listing.id) ?? [], listing.id, null);
  return {
    listingId: listing.id,
    priority: why.reduce((sum, { points }) => sum + points, 0),
    why,
    notBefore: tried.notBefore,
    callIn: dayPartsLeft(tried.noAnswer, listing.hours?.timezone ?? 'UTC'),
    isForReviewer: tried.isForReviewer,
  };
}

function ageReasons({ needs, verification }: Listing, now: Instant): Why[] {
  const intervalDays = reviewInterval(needs);
  const weight = LONGEST_INTERVAL / intervalDays;
  if (verification.checked_on === null)
    return [{ kind: 'never-checked', intervalDays, points: weight * NEVER }];
  const ageDays = daysBetween(verification.checked_on, dayOf(now));
  if (ageDays <= intervalDays) return [];
  return [{ kind: 'overdue', intervalDays, ageDays, points: weight * (ageDays / intervalDays) }];
}

function saidOf({ id, verification }: Listing, { reports, deadLinks, providerAsked }: Around): Why[] {
  // A report says its week alone: one from the week of the last check may have come after it.
  const own = (reports.get(id) ?? []).filter(
    ({ weekOf }) => verification.checked_on === null || addDays(weekOf, 6) >= verification.checked_on,
  );
  const reported = [...new Set(own.map(({ signal }) => signal))].map((signal): Why => {
    const times = own.filter((one) => one.signal === signal).length;
    return { kind: 'reported', signal, times, points: REPORT_POINTS * Math.min(times, MOST_REPORTS) };
  });
  return [
    ...reported,
    ...(deadLinks.get(id) ?? []).map(
      ({ field }): Why => ({ kind: 'dead-link', field, points: DEAD_LINK_POINTS }),
    ),
    ...(providerAsked.has(id) ? [{ kind: 'provider-asked', points: ASKED_POINTS } as const] : []),
  ];
}
