import { isPinned } from './pinned-unicode.ts';

const LONGEST = 160;
const MARK = /\p{M}/u;

/** The start of a description for a card: at most 160 characters, cut between words, never inside a character. */
export function summaryOf(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim();
  const characters = [...text];
  if (text.length <= LONGEST) return text;
  let end = 0;
  let length = 1; // the ellipsis
  while (length + (characters[end]?.length ?? 0) <= LONGEST) length += characters[end++]?.length ?? 0;
  while (end > 0 && isMark(characters[end] ?? '')) end--;
  const start = characters.slice(0, end).join('');
  const space = characters[end] === ' ' ? start.length : start.lastIndexOf(' ');
  return `${(space > 0 ? start.slice(0, space) : start).trimEnd()}…`;
}

/** By the pinned characters only: the summary is part of a pack's bytes. */
function isMark(character: string): boolean {
  return MARK.test(character) && isPinned(character);
}
