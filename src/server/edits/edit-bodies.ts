import * as v from 'valibot';
import { DECISIONS, REJECT_REASONS } from '../../core/desk-api.ts';
import { CAUSES, EDIT_KINDS, EDIT_STATES, VERIFY_METHODS } from '../../core/edits/edit.ts';
import { Day, isUuid, Text } from '../../core/schema.ts';
import { Json } from '../listings/listing-answers.ts';

// What is sent of edits, and what is answered. Objects are strict: a field that we do not know is refused (SV-16).

const MOST_FIELDS = 200;
/** A channel is named after its value, and a web address may be long. */
export const FieldName = Text(2100);
export const Id = v.pipe(
  v.string(),
  v.check((text) => isUuid(text), 'is not a UUID'),
);
export const RegionName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not the name of a region'),
);
export const Method = v.picklist(VERIFY_METHODS);

export const FieldChangeBody = v.strictObject({
  field: FieldName,
  before: Json,
  after: Json,
  cause: v.optional(v.picklist(CAUSES)),
});

const OverrideBody = v.strictObject({ rule: Text(60), field: FieldName, reason: Text(300) });

export const EditBody = v.strictObject({
  id: Id,
  listingId: Id,
  region: RegionName,
  kind: v.picklist(EDIT_KINDS),
  baseVersion: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  changes: v.pipe(v.array(FieldChangeBody), v.maxLength(MOST_FIELDS)),
  confirmed: v.pipe(v.array(FieldName), v.maxLength(MOST_FIELDS)),
  overrides: v.pipe(v.array(OverrideBody), v.maxLength(MOST_FIELDS)),
  method: v.optional(Method),
  verifiedOn: v.optional(Day),
  comment: v.optional(Text(1000)),
});

export const DecisionBody = v.strictObject({
  decision: v.picklist(DECISIONS),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not the hash of an edit')),
  reason: v.optional(v.picklist(REJECT_REASONS)),
  comment: v.optional(Text(1000)),
  method: v.optional(Method),
});

const Who = v.strictObject({ id: v.string(), name: v.string() });

export const KeptEditAnswer = v.strictObject({
  edit: v.strictObject({ ...EditBody.entries, changes: v.array(FieldChangeBody) }),
  hash: v.string(),
  state: v.picklist(EDIT_STATES),
  author: Who,
  isMine: v.boolean(),
  isRisky: v.boolean(),
  cannotDecide: v.nullable(v.picklist(['own-edit', 'same-credential', 'not-allowed'])),
  isProviderStated: v.boolean(),
  madeAt: v.string(),
  decisions: v.array(
    v.strictObject({
      decision: v.picklist(DECISIONS),
      by: Who,
      at: v.string(),
      reason: v.nullable(v.picklist(REJECT_REASONS)),
      comment: v.nullable(v.string()),
      method: v.nullable(Method),
      isVoid: v.boolean(),
    }),
  ),
  undoUntil: v.nullable(v.string()),
});
