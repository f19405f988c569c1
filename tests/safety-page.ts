import { readFileSync } from 'node:fs';

// docs/SAFETY.md: a row for every promise. The columns "tests" and "browsers" are filled from what ran, never by hand.

export const SAFETY_PAGE = 'docs/SAFETY.md';
const ROW = /^\| ((?:EX|TR|NW|CT|SV|TM)-\d+) \| (.*) \| (.*?) ?\| (.*?) ?\| (.*?) ?\|$/;
const LETTERS: Readonly<Record<string, string>> = { chromium: 'C', firefox: 'F', webkit: 'W', node: 'N' };

export interface Ran {
  readonly browsers: readonly string[];
  /** Names of files of tests, without their ending. */
  readonly files: readonly string[];
}

export function promisedIds(page = readFileSync(SAFETY_PAGE, 'utf8')): string[] {
  return page.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? []);
}

/** Which browsers the page says of each promise. */
export function browsersOnPage(page = readFileSync(SAFETY_PAGE, 'utf8')): Record<string, string> {
  return Object.fromEntries(
    page.split('\n').flatMap((line) => {
      const [, id, , , browsers = ''] = ROW.exec(line) ?? [];
      return id ? [[id, browsers]] : [];
    }),
  );
}

/** The page as it should be, by what ran. */
export function filledPage(ran: ReadonlyMap<string, Ran>, page = readFileSync(SAFETY_PAGE, 'utf8')): string {
  return page
    .split('\n')
    .map((line) => {
      const [, id, promise, , , limits] = ROW.exec(line) ?? [];
      const one = id && ran.get(id);
      if (!one) return line;
      const letters = Object.entries(LETTERS).flatMap(([name, letter]) =>
        one.browsers.includes(name) ? [letter] : [],
      );
      return `| ${id} | ${promise} | ${one.files.join(', ')} | ${letters.join(' ')} | ${limits} |`;
    })
    .join('\n');
}
