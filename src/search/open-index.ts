/// <reference path="../core/platform.d.ts" />
import { fail, type Result, succeed } from '../core/result.ts';
import { allOf, type Bits } from './bits.ts';
import { type Counters, countersIn } from './counters.ts';
import {
  CARD_COLUMNS,
  ID_LENGTH,
  INDEX_COLUMNS,
  type IndexColumns,
  KINDS,
  type Labels,
} from './index-format.ts';
import { MOST_TERMS, postingStartsOf, termsByEnding } from './terms.ts';
import { CARDS_KIND, type Column, INDEX_KIND, readColumns } from './typed-columns.ts';

type Lasting = Omit<IndexColumns, 'labels' | 'counterCounts' | 'counters' | 'placeCounts' | 'termLengths'>;

/** One pack's index, ready to be searched: its columns, and what is worked out of them once. */
export interface OpenedIndex extends Lasting {
  readonly count: number;
  readonly areas: readonly string[];
  readonly counters: Counters;
  /** Where the places of each listing begin, and where the last end; likewise of terms, postings and cards. */
  readonly placeStarts: Uint32Array;
  readonly termStarts: Uint32Array;
  readonly postingStarts: Uint32Array;
  /** See `termsByEnding`; worked out once, when it is first asked for. */
  readonly termsByEnding: () => Uint32Array;
  readonly cardStarts: Uint32Array;
  readonly cards: Column;
  /** All ids, one after another. */
  readonly ids: string;
}

export interface SearchPart {
  readonly index: OpenedIndex;
  /** Those that may be found. */
  readonly shown: Bits;
}

/** What a question is asked of: a pack, or several that were joined. */
export interface SearchIndex {
  readonly parts: readonly SearchPart[];
}

export type IndexProblem = { readonly kind: 'index-unreadable' };

/**
 * Opens an index and its cards where they lie: tables are looked through, nothing is parsed or made a listing. Anything
 * that is not whole and of this version is refused: half an index hides services.
 */
export function openIndex(indexFile: Uint8Array, cardFile: Uint8Array): Result<SearchIndex, IndexProblem> {
  const index = readIndex(indexFile, cardFile);
  return index
    ? succeed({ parts: [{ index, shown: allOf(index.count) }] })
    : fail({ kind: 'index-unreadable' });
}

function readIndex(indexFile: Uint8Array, cardFile: Uint8Array): OpenedIndex | null {
  const file = readColumns(indexFile, INDEX_KIND, INDEX_COLUMNS);
  const cardsOf = readColumns(cardFile, CARDS_KIND, CARD_COLUMNS);
  if (!file || file.count !== cardsOf?.count) return null;
  const { count } = file;
  const [
    labelText,
    counterCounts,
    list,
    expires,
    checked,
    intervals,
    hours,
    hoursTable,
    nameRanks,
    placeCounts,
    placeAreas,
    placeTowns,
    latitudes,
    longitudes,
    boxes,
    fulls,
    fullsUntil,
    termLengths,
    termUnits,
    postingSizes,
    postings,
  ] = file.columns as Every<typeof INDEX_COLUMNS>;
  const [ids, cardSizes, cards] = cardsOf.columns as Every<typeof CARD_COLUMNS>;
  const labels = readLabels(labelText);
  const places = placeAreas.length;
  const isWhole =
    labels &&
    [counterCounts, expires, checked, intervals, hours, nameRanks, placeCounts, cardSizes].every(
      ({ length }) => length === count,
    ) &&
    [placeTowns, latitudes, longitudes].every(({ length }) => length === places) &&
    boxes.length === 4 * ((count + 31) >>> 5) &&
    isBelow(list, labels.counters.length) &&
    isBelow(placeAreas, labels.areas.length + 1) &&
    isBelow(fulls, count) &&
    fullsUntil.length === fulls.length &&
    postingSizes.length === termLengths.length &&
    termLengths.length <= MOST_TERMS &&
    ids.length === ID_LENGTH * count;
  const counterStarts = startsIn(counterCounts, list.length);
  const placeStarts = startsIn(placeCounts, places);
  const termStarts = startsIn(termLengths, termUnits.length);
  const cardStarts = startsIn(cardSizes, cards.length);
  const arePostingsWhole = startsIn(postingSizes, postings.length) !== null;
  if (!isWhole || !counterStarts || !placeStarts || !termStarts || !cardStarts || !arePostingsWhole)
    return null;
  return {
    count,
    areas: labels.areas,
    counters: countersIn(labels.counters, counterStarts, list),
    expires,
    checked,
    intervals,
    hours,
    hoursTable,
    nameRanks,
    placeStarts,
    placeAreas,
    placeTowns,
    latitudes,
    longitudes,
    boxes,
    fulls,
    fullsUntil,
    termStarts,
    termUnits,
    postingSizes,
    postingStarts: postingStartsOf(postingSizes),
    postings,
    termsByEnding: once(() => termsByEnding(termStarts, termUnits)),
    ids: new TextDecoder().decode(ids as Uint8Array),
    cardStarts,
    cards,
  };
}

function once<Value>(work: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= work();
    return value;
  };
}

/** So many columns: `readColumns` has counted them. */
type Every<Length extends number, Columns extends Column[] = []> = Columns['length'] extends Length
  ? Columns
  : Every<Length, [...Columns, Column]>;

/** Where each stretch begins and the last one ends; null where they are not just as long as the whole. */
function startsIn(lengths: Column, whole: number): Uint32Array | null {
  const starts = new Uint32Array(lengths.length + 1);
  let end = 0;
  for (let at = 0; at < lengths.length; at++) {
    end += lengths[at] as number;
    starts[at + 1] = end;
  }
  return end === whole ? starts : null;
}

function isBelow(numbers: Column, limit: number): boolean {
  for (let at = 0; at < numbers.length; at++) if (!((numbers[at] as number) < limit)) return false;
  return true;
}

function readLabels(bytes: Column): Labels | null {
  try {
    const { counters, areas } = JSON.parse(new TextDecoder().decode(bytes as Uint8Array)) as Labels;
    const isWhole =
      counters.every(([kind, code]) => kind in KINDS && typeof code === 'string') &&
      areas.every((area) => typeof area === 'string');
    return isWhole ? { counters, areas } : null;
  } catch {
    return null;
  }
}
