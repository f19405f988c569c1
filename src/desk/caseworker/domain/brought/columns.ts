import type { CsvTable } from '../../../../core/sheet/read-csv.ts';
import { fold } from '../../../../search/fold.ts';
import { type BroughtRow, LONGEST_CELL } from './brought-row.ts';

// Which column of a stranger's table is which. Only these are read; whatever else stands in it is left alone, because a
// team's table may have clients in it.

export const ROLES = ['id', 'name', 'phone'] as const;
export type Role = (typeof ROLES)[number];
/** By the column's place; null where no column is. */
export type Mapping = Readonly<Record<Role, number | null>>;

const NAMES: Readonly<Record<Role, readonly string[]>> = {
  id: ['id', 'listing id', 'service id'],
  name: [
    'name',
    'service',
    'service name',
    'title',
    'nombre',
    'servicio',
    'الاسم',
    'الخدمة',
    'jina',
    'huduma',
  ],
  phone: [
    'phone',
    'phones',
    'phone number',
    'telephone',
    'tel',
    'telefono',
    'number',
    'numero',
    'الهاتف',
    'رقم الهاتف',
    'simu',
    'nambari',
  ],
};
// What our own tables put before a cell that a spreadsheet would run.
const DEFUSED = /^'(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/** By the names that such columns usually have; whoever reads it can choose otherwise. */
export function likelyMapping(columns: readonly string[]): Mapping {
  const folded = columns.map((name) =>
    fold(name)
      .replaceAll(/[_\s-]+/g, ' ')
      .trim(),
  );
  const placeOf = (role: Role) => {
    const places = NAMES[role].map((name) => folded.indexOf(fold(name))).filter((place) => place !== -1);
    return places[0] ?? null;
  };
  return { id: placeOf('id'), name: placeOf('name'), phone: placeOf('phone') };
}

export function rowsOf({ rows }: CsvTable, mapping: Mapping): BroughtRow[] {
  return rows.map(({ at, cells }) => {
    const cell = (role: Role) => {
      const place = mapping[role];
      return place === null ? '' : (cells[place] ?? '').replace(DEFUSED, '').slice(0, LONGEST_CELL);
    };
    return { at, id: cell('id'), name: cell('name'), phones: cell('phone') };
  });
}
