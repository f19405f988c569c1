import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../export/csv-text.ts';
import { readCsv } from './read-csv.ts';

const cellsOf = (text: string) => readCsv(text, 100).rows.map(({ cells }) => cells);

describe('CT-9 a table that somebody else made', () => {
  it('CT-9 is read as csv-parse reads it, whatever the cells and the delimiter', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', 'ع', '"', ',', ';', '\t', ' ', '\n', '\r\n', '='),
      maxLength: 12,
    });
    const row = fc.tuple(cell, cell, fc.constant('end'));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, delimiter) => {
          const quoted = (one: readonly string[]) =>
            one.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
          const text = `\ufeff${[['one', 'two', 'three'], ...rows].map(quoted).join('\r\n')}\r\n`;
          const expected = parse(text, { bom: true, trim: true, delimiter }) as string[][];
          // A text of bytes has lost its mark before.
          const table = readCsv(text.slice(1), 100);
          // What csv-parse trims is the quotes' outside; ours trims inside as well.
          const trimmed = expected.map((cells) => cells.map((one) => one.trim()));
          expect([table.columns, ...table.rows.map(({ cells }) => cells)]).toEqual(trimmed);
          expect(table.faults).toEqual([]);
        },
      ),
    );
  });

  it('CT-9 C12 reads our own tables back', () => {
    const text = csvText([
      ['id', 'name'],
      ['1', 'two\nlines, "quoted"'],
    ]);
    expect(cellsOf(text.slice(1))).toEqual([['1', 'two\nlines, "quoted"']]);
  });

  it('CT-9 names each row that is ragged or whose quotes make no sense, and reads the others', () => {
    const text = 'name,phone\nOne,1\nTwo\nThree,3,3\nFour,"4\nFive,5\n"Six"x,6\n"Seven",7\n';
    const { rows, faults } = readCsv(text, 100);
    expect(rows).toEqual([
      { at: 2, cells: ['One', '1'] },
      { at: 6, cells: ['Five', '5'] },
      { at: 8, cells: ['Seven', '7'] },
    ]);
    // The quote of row 5 is closed before "Six", where it makes no sense; so its line alone is left, and row 6 is whole.
    expect(faults).toEqual([
      { at: 3, kind: 'ragged' },
      { at: 4, kind: 'ragged' },
      { at: 5, kind: 'quotes' },
      { at: 7, kind: 'quotes' },
    ]);
  });

  it('CT-9 stops at the most rows, and at a quote that is not closed for long', () => {
    expect(readCsv(`a\n${'x\n'.repeat(30)}`, 20)).toMatchObject({ isTooLong: true, rows: { length: 20 } });
    const long = (letters: number) => readCsv(`a\n"${'x'.repeat(letters)}"\nlast\n`, 20);
    expect(long(9000).faults).toEqual([]);
    expect(long(11_000)).toMatchObject({ faults: [{ at: 2, kind: 'quotes' }], rows: [{ at: 3 }] });
  });

  it('CT-9 any text ends, and no row is lost without being named', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 80 }),
        (text) => {
          const { columns, rows } = readCsv(text, 100);
          for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
        },
      ),
    );
  });
});
