import { CRISIS_LINE } from '../core/taxonomy.ts';
import { fold } from './fold.ts';
import { type OpeningClock, openingClock } from './opening-clock.ts';
import type { Row, RowPlace } from './row.ts';

/** A row made ready on this phone: what depends on the platform is worked out here, never in the bytes. */
export interface Entry {
  readonly row: Row;
  readonly foldedName: string;
  readonly places: readonly EntryPlace[];
  readonly languages: readonly { readonly code: string; readonly mode: string }[];
  readonly isCrisisLine: boolean;
  readonly isRemote: boolean;
  /** For a whole country or for anywhere: it names no place and no area. */
  readonly isNational: boolean;
  readonly openingAt: OpeningClock;
}

export interface EntryPlace extends RowPlace {
  readonly foldedArea: string | null;
}

const REMOTE = new Set(['phone', 'sms', 'whatsapp', 'chat', 'email', 'relay', 'web', 'ussd']);

export function entriesOf(rows: readonly Row[]): Entry[] {
  // Many services keep the same hours; one clock for each kind of week.
  const clocks = new Map<string, OpeningClock>();
  return rows.map((row) => {
    const week = JSON.stringify(row.hours ?? null);
    const clock = clocks.get(week) ?? openingClock(row.hours);
    clocks.set(week, clock);
    return entryOf(row, clock);
  });
}

function entryOf(row: Row, clock: OpeningClock): Entry {
  const places = row.places ?? [];
  return {
    row,
    foldedName: fold(row.name),
    places: places.map((place) => ({
      ...place,
      foldedArea: place.areaName === undefined ? null : fold(place.areaName),
    })),
    languages: (row.languages ?? []).map(({ code, mode }) => ({
      code: code.toLowerCase(),
      mode: code === '*' ? 'interpreter' : mode,
    })),
    isCrisisLine: row.needs.includes(CRISIS_LINE),
    isRemote: row.channelTypes.some((type) => REMOTE.has(type)),
    isNational: places.length === 0 && !row.hasServiceAreas,
    openingAt: clock,
  };
}
