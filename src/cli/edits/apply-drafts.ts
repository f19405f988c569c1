import { closingChanges } from '../../core/edits/changes.ts';
import type { Edit, FieldChange } from '../../core/edits/edit.ts';
import { fail, type Result } from '../../core/result.ts';
import { cleaned } from '../import/slug.ts';
import type { InputProblem, RegionFrame } from '../regions.ts';
import { changeFile, type FileChange, type ListingFile, newFile } from './listing-files.ts';

export interface AppliedDrafts {
  readonly files: readonly FileChange[];
  /** Ids of the edits that are in the files, whole. */
  readonly applied: readonly string[];
  /** Of the others, each with the field that keeps it out. */
  readonly problems: readonly InputProblem[];
}

/** Draft by draft, each whole or not at all: a part of one could say what nobody said. */
export function applyDrafts(
  edits: readonly Edit[],
  listings: ReadonlyMap<string, ListingFile>,
  frames: readonly RegionFrame[],
): AppliedDrafts {
  const files = new Map<string, FileChange>();
  const applied: string[] = [];
  const problems: InputProblem[] = [];
  const touched = new Set<string>();
  for (const edit of edits) {
    const made = touched.has(edit.listingId)
      ? fail([refusal(edit, ANOTHER)])
      : applyDraft(edit, listings, frames);
    if (!made.ok) {
      problems.push(...made.problem.map((one) => ({ ...one, file: `${one.file} (draft ${edit.id})` })));
      continue;
    }
    touched.add(edit.listingId);
    files.set(made.value.path, made.value);
    applied.push(edit.id);
  }
  return { files: [...files.values()], applied, problems };
}

const ANOTHER = 'has another draft in this file: apply that one, and give the file again';

function applyDraft(
  edit: Edit,
  listings: ReadonlyMap<string, ListingFile>,
  frames: readonly RegionFrame[],
): Result<FileChange, InputProblem[]> {
  const file = listings.get(edit.listingId);
  if (edit.kind === 'new') {
    const folder = frames.find((frame) => frame.file.id === edit.region)?.folder;
    if (file) return fail([refusal(edit, 'is there already: it is no new listing')]);
    if (!folder)
      return fail([{ ...refusal(edit, 'is no region of the deployment: add it there'), field: 'region' }]);
    const id: FieldChange = { field: 'id', before: null, after: edit.listingId };
    const changes = [id, ...edit.changes.filter(({ field }) => field !== 'id')];
    return newFile({ folder, name: fileName(edit) }, changes);
  }
  if (!file || file.region !== edit.region)
    return fail([refusal(edit, 'is in no file of the region: was it moved, or taken out?')]);
  const changes =
    edit.kind === 'close' && edit.changes.length === 0 ? closingChanges(file.listing) : edit.changes;
  // A draft that confirms what is there and changes nothing is no patch.
  return changes.length > 0
    ? changeFile(file, changes)
    : fail([refusal(edit, 'is only confirmed: nothing changes')]);
}

function fileName({ region, listingId, changes }: Edit): string {
  const name = changes.find(({ field }) => field === 'name')?.after;
  const words = cleaned(typeof name === 'string' ? name : '').slice(0, 50);
  return [region, words, listingId].filter(Boolean).join('-');
}

function refusal({ region, listingId }: Edit, reason: string): InputProblem {
  return { file: `${region}/${listingId}`, field: '(listing)', reason };
}
