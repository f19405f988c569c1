// Which words lie where on a sheet of paper that is cut or folded afterwards.

/** A page of the pocket book, and whether it stands on its head on the sheet. */
export interface ZinePlace {
  readonly page: number;
  readonly isTurned: boolean;
}

/**
 * The eight pages of a book that is folded from one sheet, cut in the middle: four above, on their heads, and four below,
 * from left to right. Opened out, the pages go round the sheet, so that each lies beside the next:
 *
 *     7  6  5  4   (turned)       4  5  6  7
 *     8  1  2  3                  3  2  1  8     in a script from right to left
 */
export function zinePlaces(direction: 'ltr' | 'rtl'): ZinePlace[] {
  const rows = [
    [7, 6, 5, 4],
    [8, 1, 2, 3],
  ];
  return rows.flatMap((row, at) =>
    (direction === 'rtl' ? row.toReversed() : row).map((page) => ({ page, isTurned: at === 0 })),
  );
}

const ENTRIES_A_PAGE = 2;
const INNER_PAGES = 6;

/**
 * What stands on the six pages between the covers, a book after another: a page each as long as that is enough. Pages
 * without an entry are there, and empty.
 */
export function zineBooks<Entry>(entries: readonly Entry[]): Entry[][][] {
  const aPage = entries.length <= INNER_PAGES ? 1 : ENTRIES_A_PAGE;
  return inGroups(entries, aPage * INNER_PAGES).map((book) => {
    const pages = inGroups(book, aPage);
    return Array.from({ length: INNER_PAGES }, (_, at) => pages[at] ?? []);
  });
}

const ENTRIES_A_CARD = 4;
const CARDS_A_PAGE = 8;

/** Cards of four entries, eight to a page: as many copies of the whole list as there is room for, else pages more. */
export function cardPages<Entry>(entries: readonly Entry[]): Entry[][][] {
  const cards = inGroups(entries, ENTRIES_A_CARD);
  const copies = Math.max(1, Math.floor(CARDS_A_PAGE / Math.max(1, cards.length)));
  return inGroups(Array.from({ length: copies }, () => cards).flat(), CARDS_A_PAGE);
}

function inGroups<One>(all: readonly One[], size: number): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
