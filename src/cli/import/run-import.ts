import { fail, type Result, succeed } from '../../core/result.ts';
import type { RecognisedSource } from './format.ts';
import { listingOf } from './listing-of.ts';
import { type Difference, type Fate, ReviewFolder, type ReviewTarget } from './review-folder.ts';
import type { ImportSettings } from './settings.ts';
import { Tally, type TallyLine } from './tally.ts';

export interface ImportReport {
  readonly format: string;
  readonly encoding: string;
  readonly rows: number;
  readonly listings: number;
  /** Of these, without anything that a person must add first. */
  readonly leftForAPerson: number;
  readonly hiddenPlaces: number;
  readonly fates: Readonly<Record<Fate, number>>;
  /** Folders that the listings are in: one, or as many as regions are needed to hold them. */
  readonly parts: number;
  /** Whether somebody stopped it before the end: what was taken until then is whole. */
  readonly isStopped: boolean;
  /** Slugs of listings that the source no longer has. */
  readonly gone: readonly string[];
  readonly differences: readonly Difference[];
  readonly unknownColumns: readonly string[];
  readonly tally: readonly TallyLine[];
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly afterRow: number;
}

export interface ImportOptions {
  readonly target: ReviewTarget;
  /** After every row. */
  readonly onRow?: () => void;
  /** Ends the import after the row at hand. */
  readonly signal?: AbortSignal;
}

const MOST_DIFFERENCES = 500;

/** Drafts to listings in the review folder, one by one, so that a source of any size fits. */
export async function runImport(
  source: RecognisedSource,
  settings: ImportSettings,
  { target, onRow, signal }: ImportOptions,
): Promise<Result<ImportReport, Unreadable>> {
  const tally = new Tally();
  const unknownColumns = new Set<string>();
  const review = new ReviewFolder(target, settings.source);
  const fates: Record<Fate, number> = { new: 0, same: 0, changed: 0, 'edited-here': 0 };
  const differences: Difference[] = [];
  let [rows, listings, left, lastRow] = [0, 0, 0, 0];
  try {
    for await (const draft of source.drafts({ tally, unknownColumns })) {
      if (signal?.aborted) break;
      rows += 1;
      lastRow = draft.row;
      onRow?.();
      const imported = listingOf(draft, settings, tally.at(draft.row));
      if (!imported) continue;
      if (review.has(imported.slug)) {
        tally.add('refused', 'an id that an earlier row has: the first one counts', draft.row);
        continue;
      }
      listings += 1;
      if (imported.listing.needs.length === 0 || imported.listing.channels.length === 0) left += 1;
      const taken = review.take(imported);
      fates[taken.fate] += 1;
      if (differences.length < MOST_DIFFERENCES) differences.push(...taken.differences);
    }
  } catch (error) {
    if (!isReadingError(error)) throw error;
    // Its message quotes the text, which may hold a secret.
    return fail({ kind: 'unreadable', afterRow: lastRow });
  }
  review.close();
  const isStopped = signal?.aborted === true;
  const lines = tally.lines();
  return succeed({
    format: source.format,
    encoding: source.encoding,
    rows,
    listings,
    leftForAPerson: left,
    hiddenPlaces: sumOf(lines.filter(({ reason }) => reason.startsWith('place hidden'))),
    fates,
    parts: review.parts,
    isStopped,
    // Of a source that was not read to its end nobody can say what it lacks.
    gone: isStopped ? [] : review.gone(),
    differences,
    unknownColumns: [...unknownColumns],
    tally: lines,
  });
}

function sumOf(lines: readonly TallyLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

/** Errors of the CSV and JSON parsers and of a zip; anything else is ours and must be seen. */
function isReadingError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.constructor.name === 'CsvError' ||
    error instanceof SyntaxError ||
    /^(Parser|Stream|invalid|unexpected|unsupported|Top-level)/i.test(error.message)
  );
}
