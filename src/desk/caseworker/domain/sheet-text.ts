import type { Sheet, SheetEntry } from './sheet.ts';

/** A sheet as plain text, to copy or to keep: the same words as on paper, line by line. */
export function sheetText(sheet: Sheet): string {
  const { interpreter } = sheet;
  const blocks = [
    sheet.title,
    ...sheet.entries.map(entryText),
    ...(interpreter
      ? [[`${interpreter.show}:`, interpreter.say.text, interpreter.means.text].join('\n')]
      : []),
    sheet.draft ? `${sheet.from}\n${sheet.draft}` : sheet.from,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One service alone, as for the copy button beside it. */
export function entryText(entry: SheetEntry): string {
  const { name, what, numbers, hoursLabel, hours, facts, onlyIn } = entry;
  return [
    name.text,
    ...(what ? [what.text] : []),
    ...(onlyIn ? [onlyIn] : []),
    ...numbers.flatMap(({ label, shown, notes }) => [`${label}: ${shown}`, ...notes.map(({ text }) => text)]),
    `${hoursLabel}: ${hours.map(({ text }) => text).join('; ')}`,
    ...facts.map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join('; ')}`),
  ].join('\n');
}
