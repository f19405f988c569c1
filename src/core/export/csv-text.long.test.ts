import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, defused } from './csv-text.ts';

const rowsOf = (text: string) => parse(text, { bom: true }) as string[][];
// As a spreadsheet looks: behind spaces, at each line, full-width signs too.
const RUNS = /^[\s\u00a0\ufeff\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

describe('CT-8 a table for spreadsheets', () => {
  it('is RFC 4180 in UTF-8 with a byte order mark', () => {
    expect(
      csvText([
        ['a', 'b "c", d'],
        ['é', 'two\nlines'],
      ]),
    ).toBe('\ufeffa,"b ""c"", d"\r\né,"two\nlines"\r\n');
  });

  it.each([
    '=1+1',
    '+442079460123',
    '-1',
    '@SUM(1)',
    '\tx',
    '\rx',
    '\0x',
    '  =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
  ])('CT-8 CT-3 %j cannot run', (text) => {
    expect(defused(text).startsWith("'")).toBe(true);
  });

  it('CT-8 a line inside a cell cannot run either', () => {
    expect(defused('Call us\n=HYPERLINK("x")\r\n@x')).toBe('Call us\n\'=HYPERLINK("x")\n\'@x');
  });

  it('leaves plain words, numbers and dates as they are', () => {
    for (const text of ['Harbour House', '18', '2026-11-21', 'a-b', "it's", ''])
      expect(defused(text)).toBe(text);
  });

  it('CT-8 reads back with every cell in its place and none that runs, whatever the text', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('=', '+', '@', '\t', '\r', '\n', '"', ',', ' ', 'a', '\0', '＝') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.constant('end')), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const read = rowsOf(csvText(rows));
          expect(read.map((row) => row.length)).toEqual(rows.map(() => 3));
          for (const line of read.flat().flatMap((one) => one.split('\n')))
            expect(RUNS.test(line), line).toBe(false);
        },
      ),
    );
  }, 60_000);
});
