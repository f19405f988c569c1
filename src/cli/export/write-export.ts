import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportedFile } from '../../core/export/exported-file.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { InputProblem } from '../regions.ts';

/**
 * Writes into a new or empty folder only. Beside what an earlier export left, a service that was since taken off the
 * list, or a place that was since hidden, would still be given to others.
 */
export function writeExport(out: string, files: readonly ExportedFile[]): Result<number, InputProblem[]> {
  if (existsSync(out) && readdirSync(out).length > 0)
    return fail([{ file: out, field: '(folder)', reason: 'is not empty: name a new folder' }]);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return succeed(files.length);
}
