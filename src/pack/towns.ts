import { fail, type Result, succeed } from '../core/result.ts';
import { isPlainText } from '../core/text.ts';
import type { Town } from '../search/towns.ts';
import { damaged } from './damaged.ts';
import type { PackProblem } from './format.ts';
import { isWhole } from './is-whole.ts';
import { readJson } from './read-json.ts';
import { writeJson } from './write-json.ts';

/** The `town` section: rows without field names, which deflate to about half of objects. */
export function encodeTowns(towns: readonly Town[]): Uint8Array {
  return writeJson(
    towns.map((town) => [
      town.name,
      town.admin,
      town.latitude,
      town.longitude,
      town.population,
      town.aliases,
    ]),
  );
}

/** Reads the `town` section; one bad row refuses it all, because the rows are signed together. */
export function decodeTowns(bytes: Uint8Array): Result<Town[], PackProblem> {
  const json = readJson(bytes);
  if (!json.ok) return damaged(`towns are ${json.problem}`);
  if (!Array.isArray(json.value)) return damaged('towns are not a list');
  const towns: Town[] = [];
  for (const [number, row] of json.value.entries()) {
    const town = readTown(row);
    if (!town.ok) return damaged(`towns.${number}.${town.problem}`);
    towns.push(town.value);
  }
  return succeed(towns);
}

/** The problem names the field. */
function readTown(row: unknown): Result<Town, string> {
  if (!Array.isArray(row) || row.length !== 6) return fail('row');
  const [name, admin, latitude, longitude, population, aliases] = row as unknown[];
  if (!isLabel(name) || name === '') return fail('name');
  if (!isLabel(admin)) return fail('admin');
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return fail('point');
  if (!isWhole(population, 0)) return fail('population');
  if (!Array.isArray(aliases) || !aliases.every(isLabel)) return fail('aliases');
  return succeed({ name, admin, latitude, longitude, population, aliases });
}

function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && isPlainText(value);
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
