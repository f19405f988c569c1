import { defused } from '../export/csv-text.ts';

// What `defused` puts before a line that a spreadsheet would run (CT-8); some programs keep a space before it.
const DEFUSING = /^ ?'(?=[\s\u00a0\ufeff\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\0])/;
const NEW_LINE = /\r\n|\r|\n/;

/** A cell as it is compared: without what defuses it, and without what saving it again may change. */
export function plainCell(text: string): string {
  return text
    .split(NEW_LINE)
    .map((line) => line.replace(DEFUSING, ''))
    .join('\n')
    .normalize('NFC')
    .trim();
}

/** The same of what we would write, so that both sides have lost the same. */
export function asComparedCell(text: string): string {
  return plainCell(defused(text));
}

/** Whether a spreadsheet or a person put a formula there; a number in `+` and a list in `-` are none. */
export function isFormula(text: string): boolean {
  return text.split('\n').some((line) => /^[\s\u00a0]*[=@\uff1d\uff20]/.test(line));
}
