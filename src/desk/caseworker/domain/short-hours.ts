import type { SheetText } from './sheet.ts';

/**
 * As many whole lines of hours as so many letters have room for, at least one, and a sign that there are more: a line that
 * is cut off in its middle would say something else.
 */
export function shortHours(hours: readonly SheetText[], letters: number): SheetText[] {
  const kept: SheetText[] = [];
  let used = 0;
  for (const line of hours) {
    used += line.text.length;
    if (kept.length > 0 && used > letters) return [...kept, { text: '…', language: line.language }];
    kept.push(line);
  }
  return kept;
}
