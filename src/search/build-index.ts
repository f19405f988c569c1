/// <reference path="../core/platform.d.ts" />
import { dayNumber } from '../core/dates.ts';
import { reviewInterval } from '../core/freshness.ts';
import type { ShownListing } from '../core/shown-listing.ts';
import { compareCodePoints } from './code-points.ts';
import { countersOfRows } from './counters-of.ts';
import { fold } from './fold.ts';
import { CARD_FIELDS, ID_LENGTH, type IndexColumns, type Labels, type Said } from './index-format.ts';
import { instantOf } from './instant-of.ts';
import { pinned } from './pinned-unicode.ts';
import type { Row } from './row.ts';
import { isSearchable, rowOfListing } from './row-of-listing.ts';
import { boxesOf, inSpatialOrder } from './spatial-order.ts';
import { summaryOf } from './summary.ts';
import { joined, textColumns } from './text-columns.ts';
import { CARDS_KIND, type Column, INDEX_KIND, narrow, writeColumns } from './typed-columns.ts';
import { weekOf } from './week-of.ts';

export interface SearchFiles {
  /** What is searched: at most 120 bytes a listing in a pack. */
  readonly index: Uint8Array;
  /** What is shown of a hit, in the order of the index. */
  readonly cards: Uint8Array;
}

const HOUR = 3_600_000;
const utf8 = new TextEncoder();

/**
 * What a phone searches, of a pack's listings: the same bytes for the same listings, whatever their order and wherever it
 * runs. Folding knows the characters of one version of Unicode only, nothing is sorted by a locale or dated today. What a
 * phone has of the listings is enough, so that it can make them again from its records (settled 14).
 */
export function buildSearchFiles(listings: readonly ShownListing[]): SearchFiles {
  const rows = inSpatialOrder(listings.filter(isSearchable).map(rowOfListing));
  const count = rows.length;
  return {
    index: writeColumns(INDEX_KIND, { count, columns: Object.values(indexColumns(rows)) }),
    cards: writeColumns(CARDS_KIND, { count, columns: cardColumns(rows) }),
  };
}

/** The index alone. */
export function buildIndex(listings: readonly ShownListing[]): Uint8Array {
  return buildSearchFiles(listings).index;
}

/** In the order of `IndexColumns`. */
function indexColumns(rows: readonly Row[]): IndexColumns {
  const counters = countersOfRows(rows);
  const table = new Map(counters.flat().map((counter) => [nameOf(counter), counter]));
  const inOrder = [...table.values()].sort((a, b) => a[0] - b[0] || compareCodePoints(a[1], b[1]));
  const placeOfCounter = placesIn(inOrder.map(nameOf));
  const hoursOf = rows.map((row) => (row.hours ? JSON.stringify(row.hours) : ''));
  const hours = sorted(hoursOf.filter((text) => text !== ''));
  const placeOfHours = placesIn(hours);
  const places = rows.flatMap((row) => row.places ?? []);
  const areas = sorted(places.flatMap(({ areaName }) => areaName ?? []));
  const placeOfArea = placesIn(areas);
  const fulls = rows.flatMap((row, number) => {
    const until = row.availability?.value === 'full' ? untilOf(row) : 0;
    return until > 0 ? [{ number, until }] : [];
  });
  const labels: Labels = { counters: inOrder, areas };
  const [termLengths, termUnits, postingSizes, postings] = textColumns(rows) as [
    Column,
    Column,
    Column,
    Column,
  ];
  return {
    labels: utf8.encode(JSON.stringify(labels)),
    counterCounts: narrow(counters.map(({ length }) => length)),
    counters: narrow(counters.flat().map((counter) => placeOfCounter(nameOf(counter)))),
    expires: narrow(rows.map(({ status }) => daysOf(status.expires))),
    checked: narrow(rows.map(({ checkedOn }) => daysOf(checkedOn))),
    intervals: narrow(rows.map(({ needs }) => reviewInterval(needs))),
    hours: narrow(hoursOf.map((text) => (text === '' ? 0 : placeOfHours(text) + 1))),
    hoursTable: utf8.encode(`[${hours.map((one) => `[${one},${JSON.stringify(weekOf(JSON.parse(one)))}]`)}]`),
    nameRanks: narrow(nameRanks(rows)),
    placeCounts: narrow(rows.map((row) => row.places?.length ?? 0)),
    placeAreas: narrow(
      places.map(({ areaName }) => (areaName === undefined ? 0 : placeOfArea(areaName) + 1)),
    ),
    placeTowns: narrow(places.map(({ precision }) => Number(precision === 'town'))),
    latitudes: Float64Array.from(places, ({ latitude = Number.NaN }) => latitude),
    longitudes: Float64Array.from(places, ({ longitude = Number.NaN }) => longitude),
    boxes: boxesOf(rows),
    fulls: narrow(fulls.map(({ number }) => number)),
    fullsUntil: Float64Array.from(fulls, ({ until }) => until),
    termLengths,
    termUnits,
    postingSizes,
    postings,
  };
}

function nameOf([kind, code]: readonly [number, string]): string {
  return `${kind} ${code}`;
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareCodePoints);
}

function placesIn(texts: readonly string[]): (text: string) => number {
  const places = new Map(texts.map((text, place) => [text, place]));
  return (text) => places.get(text) ?? 0;
}

/** Before 1970 is as good as on its second day: long ago. */
function daysOf(day: string | undefined): number {
  return day === undefined ? 0 : Math.max(1, dayNumber(day));
}

function nameRanks(rows: readonly Row[]): Uint32Array {
  const ranks = new Uint32Array(rows.length);
  rows
    .map(({ name, id }, number) => ({ name: fold(pinned(name)), id, number }))
    .sort((a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id))
    .forEach(({ number }, rank) => {
      ranks[number] = rank;
    });
  return ranks;
}

/** The last moment at which what was said of places holds; one that cannot be read has passed. */
function untilOf({ availability }: Row): number {
  const asOf = availability ? instantOf(availability.asOf) : null;
  return availability && asOf !== null ? asOf + availability.validHours * HOUR : 0;
}

function cardColumns(rows: readonly Row[]): Column[] {
  const cards = rows.map((row) => utf8.encode(JSON.stringify(cardOf(row))));
  const ids = utf8.encode(rows.map(({ id }) => id.padEnd(ID_LENGTH)).join(''));
  if (ids.length !== ID_LENGTH * rows.length) throw new Error('search: an id is longer than a UUID');
  return [ids, narrow(cards.map(({ length }) => length)), joined(cards)];
}

function cardOf(row: Row): unknown[] {
  const { status, availability, alert } = row;
  const shown = {
    ...row,
    summary: summaryOf(row.description),
    statusBasis: status.basis,
    statusSince: status.since,
    conditions: status.conditions,
  };
  const said: Said = [
    availability?.value ?? 0,
    availability?.asOf ?? 0,
    untilOf(row),
    alert?.from ?? 0,
    alert?.until ?? '',
  ];
  const card: unknown[] = [...CARD_FIELDS.map((field) => shown[field] ?? 0), ...said];
  while (!card.at(-1)) card.pop();
  return card;
}
