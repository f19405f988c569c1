import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardPages, zineBooks, zinePlaces } from './impose.ts';

const COLUMNS = 4;
/** Where each page lies: its row and column. */
const placesOf = (direction: 'ltr' | 'rtl') =>
  new Map(
    zinePlaces(direction).map(({ page, isTurned }, at) => [
      page,
      { row: Math.floor(at / COLUMNS), column: at % COLUMNS, isTurned },
    ]),
  );

describe.each(['ltr', 'rtl'] as const)('C4 a pocket book from one sheet, %s', (direction) => {
  const places = placesOf(direction);
  const at = (page: number) => places.get(page) ?? { row: -1, column: -1, isTurned: false };

  it('C4 has every page once, the upper row on its head', () => {
    expect([...places.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { row, isTurned } of places.values()) expect(isTurned).toBe(row === 0);
  });

  it('C4 two pages that are seen together lie beside each other, in the order in which they are read', () => {
    for (const [first, second] of [
      [8, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ] as const) {
      // Where the row changes it is the paper's edge, held together by the fold along it.
      if (at(first).row !== at(second).row) {
        expect(at(first).column).toBe(at(second).column);
        expect([0, COLUMNS - 1]).toContain(at(first).column);
        continue;
      }
      const step = at(second).column - at(first).column;
      const reads = direction === 'ltr' ? 1 : -1;
      expect(step).toBe(at(first).isTurned ? -reads : reads);
    }
  });

  it('C4 the two sides of a leaf are joined, and none across the cut in the middle', () => {
    for (let page = 1; page <= 8; page++) {
      const next = (page % 8) + 1;
      const apart = Math.abs(at(page).column - at(next).column) + Math.abs(at(page).row - at(next).row);
      expect(apart, `${page} and ${next}`).toBe(1);
      if (at(page).row !== at(next).row) expect([0, COLUMNS - 1]).toContain(at(page).column);
    }
    // The front is beside the fold in the middle: there the book opens.
    expect(at(1)).toMatchObject({ row: 1, column: direction === 'ltr' ? 1 : 2 });
  });
});

describe('C4 what stands on which page', () => {
  const list = (length: number) => Array.from({ length }, (_, at) => at);

  it('C4 a book has six pages inside, one service a page up to six, two up to twelve, then another book', () => {
    expect(zineBooks(list(3))).toEqual([[[0], [1], [2], [], [], []]]);
    expect(zineBooks(list(8))).toEqual([[[0, 1], [2, 3], [4, 5], [6, 7], [], []]]);
    expect(zineBooks(list(13))).toHaveLength(2);
  });

  it('C4 a page of cards is full of copies of the whole list', () => {
    expect(cardPages(list(3))).toEqual([Array.from({ length: 8 }, () => [0, 1, 2])]);
    expect(cardPages(list(12)).map((page) => page.length)).toEqual([6]);
    expect(cardPages(list(40)).map((page) => page.length)).toEqual([8, 2]);
  });

  it('C4 nothing is lost, and all is in its order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), (length) => {
        expect(zineBooks(list(length)).flat(2)).toEqual(list(length));
        const cards = cardPages(list(length)).flat(2);
        expect(cards.slice(0, length)).toEqual(list(length));
        expect(cards.length % length).toBe(0);
      }),
    );
  });
});
