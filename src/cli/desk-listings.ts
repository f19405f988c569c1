import { join } from 'node:path';
import { type DeskExport, type ExportFault, readDeskExport } from '../core/desk-export.ts';
import { fail, type Result } from '../core/result.ts';
import { readFileUpTo } from './publish/read-file.ts';
import type { InputProblem, Region, RegionFrame } from './regions.ts';

// What volunteers approved, as one more source beside data/regions. The server has no key: whoever builds takes its file.

/** More than a quarter of a million listings take. */
const MOST_BYTES = 1_000_000_000;
const AT_DESK = '(at the desk)';

/** Reads the file that the desk's server wrote. Every problem names the listing, which is mended at the desk. */
export function readDeskFile(path: string): Result<DeskExport, InputProblem[]> {
  const bytes = readFileUpTo(path, MOST_BYTES);
  if (!bytes.ok)
    return fail([{ file: path, field: '(file)', reason: 'cannot be read: is it there, and a file?' }]);
  const read = readDeskExport(new TextDecoder().decode(bytes.value));
  return read.ok ? read : fail(read.problem.map((fault) => problemOf(path, fault)));
}

function problemOf(path: string, { region, id, field, reason }: ExportFault): InputProblem {
  return { file: id === '' ? path : `${path} (${region} ${id})`, field, reason };
}

/** Regions of the export that the deployment does not have: their listings would be left out unseen. */
export function strangeRegions(
  path: string,
  desk: DeskExport,
  frames: readonly RegionFrame[],
): InputProblem[] {
  const known = new Set(frames.map(({ file }) => file.id));
  return Object.entries(desk.regions).flatMap(([id, listings]) =>
    known.has(id) || listings.length === 0
      ? []
      : [
          {
            file: path,
            field: 'regions',
            reason: `has ${id}, which is no region of the deployment: add it there`,
          },
        ],
  );
}

/** A listing that the desk has stands for the file of the same id, closed ones too; what only a file has stays. */
export function withDeskListings(region: Region, desk: DeskExport | null): Region {
  const own = desk?.regions[region.file.id] ?? [];
  if (own.length === 0) return region;
  const ids = new Set(own.map(({ id }) => id));
  const files = own.map(({ id }) => [id, join(region.folder, `${AT_DESK} ${id}`)] as const);
  return {
    ...region,
    listings: [...region.listings.filter(({ id }) => !ids.has(id)), ...own],
    files: new Map([...region.files, ...files]),
  };
}
