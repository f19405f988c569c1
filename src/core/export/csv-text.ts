// A spreadsheet runs what looks like a formula, and a listing's text can be hostile (CT-8). What a line of a cell begins
// with is looked at behind spaces and marks that spreadsheets skip; full-width signs are signs to them.
const FORMULA = /^([\s\u00a0\ufeff\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\0])/;
const NEW_LINE = /\r\n|\r|\n/;

const BYTE_ORDER_MARK = '\ufeff';

export interface CsvOptions {
  /** Without it some spreadsheets take UTF-8 for something else; other programs stumble over it. */
  readonly hasByteOrderMark?: boolean;
}

/** RFC 4180, with a byte order mark unless told otherwise; no cell can run as a formula. */
export function csvText(
  rows: readonly (readonly string[])[],
  { hasByteOrderMark = true }: CsvOptions = {},
): string {
  return (
    (hasByteOrderMark ? BYTE_ORDER_MARK : '') +
    rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  );
}

function csvCell(text: string): string {
  const safe = defused(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every line of a cell with an apostrophe before what a spreadsheet could run, phone numbers in `+` too. */
export function defused(text: string): string {
  // A carriage return or tab at the start of the whole is a trick of its own; the lines are looked at one by one.
  if (/^[\t\r\0]/.test(text)) return `'${defusedLines(text)}`;
  return defusedLines(text);
}

function defusedLines(text: string): string {
  return text
    .split(NEW_LINE)
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}
