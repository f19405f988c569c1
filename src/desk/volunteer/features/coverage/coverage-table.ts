import type { Coverage, CoverageCell } from '../../../../core/edits/coverage.ts';
import { csvText } from '../../../../core/export/csv-text.ts';
import type { ExportedFile } from '../../../../core/export/exported-file.ts';
import { NEEDS, type Need } from '../../../../core/taxonomy.ts';

export interface MatrixCell {
  readonly all: number;
  readonly confirmed: number;
}

export interface Matrix {
  readonly needs: readonly Need[];
  readonly languages: readonly string[];
  readonly cellOf: (need: Need, language: string) => MatrixCell;
}

const NOTHING: MatrixCell = { all: 0, confirmed: 0 };

/** Who is looked at: everywhere, one area, or people anywhere. */
export type AreaChoice = { readonly kind: 'all' } | { readonly kind: 'one'; readonly area: string | null };

/**
 * Need by language. Over several areas a service counts once a cell of them, so the largest is shown and never a sum: two
 * districts that one service covers are still one service.
 */
export function matrixOf({ cells }: Coverage, choice: AreaChoice, alwaysShown: readonly string[]): Matrix {
  const inArea = cells.filter(({ area }) => choice.kind === 'all' || area === null || area === choice.area);
  const byKey = new Map<string, MatrixCell>();
  for (const cell of inArea) {
    const key = keyOf(cell.need, cell.language);
    const known = byKey.get(key) ?? NOTHING;
    byKey.set(key, {
      all: Math.max(known.all, cell.all),
      confirmed: Math.max(known.confirmed, cell.confirmed),
    });
  }
  const languages = [...new Set([...alwaysShown, ...inArea.map(({ language }) => language)])];
  return {
    needs: NEEDS,
    languages,
    cellOf: (need, language) => byKey.get(keyOf(need, language)) ?? NOTHING,
  };
}

/** How full a cell is, of four; the words in it say the same. */
export function shadeOf({ all, confirmed }: MatrixCell): 0 | 1 | 2 | 3 {
  if (all === 0) return 0;
  if (confirmed === 0) return 1;
  return confirmed < 3 ? 2 : 3;
}

export function areasIn({ cells }: Coverage): string[] {
  return [...new Set(cells.flatMap(({ area }) => area ?? []))].toSorted();
}

/** Every cell as a row for a spreadsheet. */
export function coverageCsv(cells: readonly CoverageCell[], day: string): ExportedFile {
  const rows = cells.map(({ need, language, area, all, confirmed, withText }) => [
    need,
    language,
    area ?? '',
    String(all),
    String(confirmed),
    String(withText),
  ]);
  const text = csvText([['need', 'language', 'area', 'all', 'confirmed', 'with_text'], ...rows]);
  return { path: `coverage-${day}.csv`, text };
}

const keyOf = (need: Need, language: string) => `${need} ${language}`;
