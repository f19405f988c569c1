import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellingErrors } from '../../core/confidential/confidential-findings.ts';
import { applyChanges } from '../../core/edits/changes.ts';
import type { FieldChange } from '../../core/edits/edit.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Listing } from '../../core/schema.ts';
import { type InputProblem, isMadeUp, type RegionFrame, readListings } from '../regions.ts';
import { changedText, newText } from './changed-text.ts';

/** A listing as its file holds it: without what a build adds to it. */
export interface ListingFile {
  readonly region: string;
  readonly path: string;
  readonly listing: Listing;
}

/** What a maintainer is asked to look at. */
export interface FileChange {
  readonly path: string;
  /** Null where the file is new. */
  readonly before: string | null;
  readonly after: string;
}

/** Every listing that has a file, by its id. */
export function readListingFiles(
  frames: readonly RegionFrame[],
): Result<ReadonlyMap<string, ListingFile>, InputProblem[]> {
  const files = new Map<string, ListingFile>();
  const problems: InputProblem[] = [];
  for (const frame of frames) {
    const { region, problems: own } = readListings(frame);
    problems.push(...own);
    for (const listing of region.listings) {
      const path = region.files.get(listing.id) ?? '';
      if (!isMadeUp(path)) files.set(listing.id, { region: frame.file.id, path, listing });
    }
  }
  return problems.length > 0 ? fail(problems) : succeed(files);
}

/** The file with these changes, or why not: field by field, and never with a value. */
export function changeFile(
  file: ListingFile,
  changes: readonly FieldChange[],
): Result<FileChange, InputProblem[]> {
  const next = checked(file.listing, changes, file.path);
  if (!next.ok) return next;
  const before = readFileSync(file.path, 'utf8');
  return succeed({ path: file.path, before, after: changedText(before, changes, next.value) });
}

/** A file for a new listing. Its name ends with the id, as of any listing whose id is not made from it. */
export function newFile(
  { folder, name }: { readonly folder: string; readonly name: string },
  changes: readonly FieldChange[],
): Result<FileChange, InputProblem[]> {
  const path = join(folder, `${name}.json`);
  const made = checked(null, changes, path);
  return made.ok ? succeed({ path, before: null, after: newText(made.value) }) : made;
}

function checked(
  listing: Listing | null,
  changes: readonly FieldChange[],
  file: string,
): Result<Listing, InputProblem[]> {
  const applied = applyChanges(listing, changes);
  if (!applied.ok)
    return fail(
      applied.problem.map((problem) => ({
        file,
        field: problem.field,
        reason: problem.kind === 'changed-since' ? CHANGED_SINCE : problem.reason,
      })),
    );
  const telling = tellingErrors(applied.value);
  if (telling.length === 0) return applied;
  return fail(telling.map(({ field, reason, remedy }) => ({ file, field, reason: `${reason}: ${remedy}` })));
}

const CHANGED_SINCE =
  'has changed in the file since: nothing is written over; look at both, and make the change again';
