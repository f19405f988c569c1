import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { coverageOf } from '../../../../core/edits/coverage.ts';
import { areasIn, coverageCsv, matrixOf, shadeOf } from './coverage-table.ts';

const TODAY = '2026-11-29';
const speaks = (code: string) => [{ code, mode: 'staff' }];
const coverage = coverageOf(
  [
    listingOf({ needs: ['law.advice'], languages: speaks('ar'), service_areas: ['North', '=SUM(A1)'] }),
    listingOf({ needs: ['law.advice'], languages: speaks('ar'), service_areas: ['North'] }),
    listingOf({
      needs: ['law.advice'],
      languages: speaks('ar'),
      verification: { state: 'unverified', checked_on: null },
    }),
  ],
  TODAY,
);

describe('need by language (V14)', () => {
  it('counts a service that covers two areas once', () => {
    const { cellOf } = matrixOf(coverage, { kind: 'all' }, []);
    expect(cellOf('law.advice', 'ar')).toEqual({ all: 2, confirmed: 2 });
    expect(cellOf('law.advice', 'sw')).toEqual({ all: 0, confirmed: 0 });
  });

  it('shows of one area what is there and what is for people anywhere', () => {
    const south = matrixOf(coverage, { kind: 'one', area: 'South' }, []);
    expect(south.cellOf('law.advice', 'ar')).toEqual({ all: 1, confirmed: 0 });
    expect(areasIn(coverage)).toEqual(['=SUM(A1)', 'North']);
  });

  it('has a column for each language that the directory is in, served or not', () => {
    expect(matrixOf(coverage, { kind: 'all' }, ['en', 'sw']).languages).toEqual(['en', 'sw', 'ar']);
  });

  it('is darker the more is confirmed, and palest where nothing is', () => {
    const cells = [
      { all: 0, confirmed: 0 },
      { all: 4, confirmed: 0 },
      { all: 4, confirmed: 1 },
      { all: 4, confirmed: 3 },
    ];
    expect(cells.map(shadeOf)).toEqual([0, 1, 2, 3]);
  });

  it('goes into a spreadsheet without formulas (CT-8)', () => {
    const { path, text } = coverageCsv(coverage.cells, TODAY);
    expect(path).toBe('coverage-2026-11-29.csv');
    expect(text).toContain("law.advice,ar,'=SUM(A1),1,1,0");
    expect(text.split('\r\n')).toHaveLength(coverage.cells.length + 2);
  });
});
