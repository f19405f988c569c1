// What spreadsheets do to cells by themselves. Each is told by the cell that was there before: a cell that was not spoiled
// and a person's change are never taken for one another where that can be known.

export const SPOILINGS = ['encoding', 'plus-stripped', 'zeros-lost', 'number-rounded', 'excel-date'] as const;
export type Spoiling = (typeof SPOILINGS)[number];

/** UTF-8 that was read as something else, in the letters that it makes of accents, quotes and Arabic. */
const MISREAD = /\ufffd|[\u00c2\u00c3][\u0080-\u00bf]|â€|[ØÙ][\u0080-\u00bf§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿„…†‡ˆ‰Š]/u;
const ROUNDED = /^[+-]?\d+([.,]\d+)?E\+?\d+$/i;
const DATE =
  /^(\d{1,2}[-/. ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([-/. ]\d{2,4})?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}( 00:00:00)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/i;

/** What happened to the cell on the way, where something did. Both are plain cells, and differ. */
export function spoilingOf(before: string, after: string): Spoiling | null {
  if (MISREAD.test(after) && !MISREAD.test(before)) return 'encoding';
  if (hasLostLetters(before, after)) return 'encoding';
  if (ROUNDED.test(after) && !ROUNDED.test(before)) return 'number-rounded';
  if (DATE.test(after)) return 'excel-date';
  return lostSigns(before, after);
}

/** Letters beyond ASCII that became question marks. */
function hasLostLetters(before: string, after: string): boolean {
  const [old, now] = [[...before], [...after]];
  const isLost = (letter: string, place: number) =>
    now[place] === '?' && letter !== '?' && (letter.codePointAt(0) ?? 0) > 127;
  return (
    old.length === now.length &&
    old.some(isLost) &&
    old.every((letter, place) => letter === now[place] || isLost(letter, place))
  );
}

function lostSigns(before: string, after: string): Spoiling | null {
  const [old, now] = [before.split('; '), after.split('; ')];
  if (old.length !== now.length) return null;
  const differing = old.flatMap((one, place) =>
    one === now[place] ? [] : [[one, now[place] ?? ''] as const],
  );
  if (differing.every(([one, other]) => one === `+${other}`)) return 'plus-stripped';
  return differing.every(([one, other]) => /^0+\d/.test(one) && one.replace(/^0+(?=\d)/, '') === other)
    ? 'zeros-lost'
    : null;
}
