import { isIsoDate } from './dates.ts';
import { canonicalJson } from './edits/canonical-json.ts';
import {
  CAUSES,
  EDIT_KINDS,
  type Edit,
  type FieldChange,
  type Override,
  VERIFY_METHODS,
} from './edits/edit.ts';
import { readFieldName } from './edits/fields.ts';
import { isRecord } from './is-record.ts';
import { fail, type Result, succeed } from './result.ts';
import { isUuid } from './schema.ts';

// What a volunteer proposes, as a file: the way to a maintainer where a directory has no server, and a copy of an outbox
// where the server cannot be reached (V8).

export type DraftsProblem =
  | { readonly kind: 'no-drafts' | 'too-new' | 'too-large' }
  /** Of the edit at this place, counted from 0. */
  | { readonly kind: 'bad-edit'; readonly place: number; readonly field: string };

const MOST_CHARACTERS = 5_000_000;
const MOST_EDITS = 5_000;
const MOST_CHANGES = 500;
const LONGEST_WORDS = 2_000;

/** The drafts of an outbox as one file, the same for the same drafts. */
export function draftsText(edits: readonly Edit[]): string {
  return `${canonicalJson({ type: 'waypost-drafts', version: 1, edits })}\n`;
}

/** Reads drafts from untrusted text. Whether each fits its listing is for whoever applies it. */
export function readDrafts(text: string): Result<Edit[], DraftsProblem> {
  if (text.length > MOST_CHARACTERS) return fail({ kind: 'too-large' });
  const input = parsed(text);
  if (!isRecord(input) || input.type !== 'waypost-drafts') return fail({ kind: 'no-drafts' });
  if (input.version !== 1) return fail({ kind: 'too-new' });
  const { edits } = input;
  if (!Array.isArray(edits) || !hasOnly(input, ['type', 'version', 'edits']))
    return fail({ kind: 'no-drafts' });
  if (edits.length > MOST_EDITS) return fail({ kind: 'too-large' });
  const ids = edits.map((edit) => (isRecord(edit) ? edit.id : undefined));
  for (const [place, edit] of edits.entries()) {
    const field = ids.indexOf(ids[place]) < place ? 'id' : badFieldOf(edit);
    if (field !== null) return fail({ kind: 'bad-edit', place, field });
  }
  return succeed(edits as Edit[]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Check = (value: unknown) => boolean;

const isWords: Check = (value) => typeof value === 'string' && value.length <= LONGEST_WORDS;
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= MOST_CHANGES && value.every(check);
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isField: Check = (value) => typeof value === 'string' && readFieldName(value) !== null;
/** An absent value is `null`, never left out: a change without what stood there could not be held against the file. */
const isJson: Check = (value) => value !== undefined;
const shapeOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && badFieldIn(value, checks) === null;

const CHANGE: Readonly<Record<keyof FieldChange, Check>> = {
  field: isField,
  before: isJson,
  after: isJson,
  cause: absentOr(oneOf(CAUSES)),
};
const OVERRIDE: Readonly<Record<keyof Override, Check>> = { rule: isWords, field: isWords, reason: isWords };
const EDIT: Readonly<Record<keyof Edit, Check>> = {
  id: (value) => typeof value === 'string' && /^[0-9A-Za-z-]{8,64}$/.test(value),
  listingId: isUuid,
  region: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value),
  kind: oneOf(EDIT_KINDS),
  baseVersion: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  changes: listOf(shapeOf(CHANGE)),
  confirmed: listOf(isField),
  overrides: listOf(shapeOf(OVERRIDE)),
  method: absentOr(oneOf(VERIFY_METHODS)),
  verifiedOn: absentOr((value) => typeof value === 'string' && isIsoDate(value)),
  comment: absentOr(isWords),
};

function badFieldOf(edit: unknown): string | null {
  return isRecord(edit) ? badFieldIn(edit, EDIT) : '(edit)';
}

function badFieldIn(
  value: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
): string | null {
  if (!hasOnly(value, Object.keys(checks))) return '(name)';
  return Object.keys(checks).find((name) => !checks[name]?.(value[name])) ?? null;
}

function hasOnly(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
