import * as v from 'valibot';
import type { JsonValue } from '../../core/edits/edit.ts';
import { ListingSchema } from '../../core/schema.ts';

// What is said of listings, for the description of the routes.

/** Whatever JSON can hold: what comes in was read as nothing else. */
export const Json = v.unknown() as unknown as v.GenericSchema<JsonValue, JsonValue>;

export const StaffListingAnswer = v.strictObject({
  region: v.string(),
  version: v.number(),
  listing: ListingSchema,
  hidden: v.nullable(v.strictObject({ at: v.string(), reason: v.string() })),
  closedOn: v.nullable(v.string()),
  changedAt: v.string(),
  checkedFields: v.record(v.string(), v.string()),
  forgetBefore: v.nullable(v.number()),
});

export const ListingsPage = v.strictObject({
  listings: v.array(StaffListingAnswer),
  cursor: v.string(),
  more: v.boolean(),
});

export const HistoryAnswer = v.array(
  v.strictObject({
    version: v.number(),
    at: v.string(),
    editId: v.nullable(v.string()),
    author: v.string(),
    approver: v.nullable(v.string()),
    changes: v.array(
      v.strictObject({
        field: v.string(),
        before: Json,
        after: Json,
        cause: v.optional(v.picklist(['changed', 'always-wrong', 'added'])),
      }),
    ),
    isPurged: v.boolean(),
  }),
);
