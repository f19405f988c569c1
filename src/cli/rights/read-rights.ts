import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { RightsPage, Treaties } from '../../core/rights.ts';
import type { FieldProblem } from '../../core/schema.ts';
import type { InputProblem } from '../regions.ts';
import { checkRights, type RightsFile } from './check-rights.ts';
import { parseRightsPage, parseTreaties } from './rights-schema.ts';

export interface Rights {
  readonly pages: readonly RightsPage[];
  readonly treaties: Treaties | null;
}

/** Reads all rights pages and the treaties. Every problem is reported, with its file and field; none is thrown. */
export function readRights(folder = join('data', 'rights')): { rights: Rights; problems: InputProblem[] } {
  // A directory may have none.
  if (!existsSync(folder)) return { rights: { pages: [], treaties: null }, problems: [] };
  const problems: InputProblem[] = [];
  const read = <Value>(file: string, parse: (input: unknown) => Result<Value, FieldProblem[]>) => {
    const json = readJsonFile(join(folder, file));
    const outcome = json.ok ? parse(json.value) : json;
    if (outcome.ok) return outcome.value;
    problems.push(...outcome.problem.map(({ field, reason }) => ({ file, field, reason })));
    return null;
  };

  const treaties = read('treaties.json', parseTreaties);
  const files: RightsFile[] = [];
  for (const file of pageFiles(folder)) {
    const page = read(file, parseRightsPage);
    if (page) files.push({ file, page });
  }
  problems.push(...checkRights(files, treaties));
  return { rights: { pages: files.map(({ page }) => page), treaties }, problems };
}

/** As in `ke/under-18.en.json`, in one order on every machine. */
function pageFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((file) => file.endsWith('.json'))
    .sort();
}

/** A file that a person wrote may be missing, or broken in its middle: both are problems of the input. */
function readJsonFile(path: string): Result<unknown, FieldProblem[]> {
  try {
    return succeed(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return fail([{ kind: 'bad-field', field: '(file)', reason }]);
  }
}
