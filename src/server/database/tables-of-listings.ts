import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Decision, RejectReason } from '../../core/desk-api.ts';
import type { CheckAnswer, Edit, EditState, FieldChange, VerifyMethod } from '../../core/edits/edit.ts';
import type { Listing, Location } from '../../core/schema.ts';
import { accounts } from './tables-of-people.ts';

// Listings, what is proposed of them, and what was decided.

const at = () => timestamp({ withTimezone: true, mode: 'date' });

export const listings = pgTable(
  'listings',
  {
    id: uuid().primaryKey(),
    region: text().notNull(),
    version: integer().notNull(),
    /** Without its places: those are rows of their own, which the database can check. */
    body: jsonb().$type<Omit<Listing, 'locations'>>().notNull(),
    /** Field to the day on which somebody last found it right. */
    checkedFields: jsonb().$type<Record<string, string>>().notNull(),
    hiddenAt: at(),
    hiddenReason: text(),
    closedOn: date({ mode: 'string' }),
    changedAt: at().notNull(),
    /** The entry of the log that its last change belongs to: the order in which desks catch up. */
    changedSeq: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [index().on(table.changedSeq), check('places_are_rows', sql`NOT (${table.body} ? 'locations')`)],
);

export const listingPlaces = pgTable(
  'listing_places',
  {
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    position: integer().notNull(),
    visibility: text().$type<Location['visibility']>().notNull(),
    place: jsonb().$type<Location>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listingId, table.position] }),
    check('visibility_is_its_own', sql`${table.place} ->> 'visibility' = ${table.visibility}`),
    // Invariant 3, also against whoever writes past the server (SV-10).
    check(
      'hidden_places_are_not_told',
      sql`${table.visibility} = 'public' OR NOT (${table.place} ? 'address' OR ${table.place} ? 'latitude' OR ${table.place} ? 'longitude' OR ${table.place} ? 'name')`,
    ),
  ],
);

export const listingVersions = pgTable(
  'listing_versions',
  {
    listingId: uuid().notNull(),
    version: integer().notNull(),
    at: at().notNull(),
    editId: uuid(),
    authorId: uuid(),
    approverId: uuid(),
    changes: jsonb().$type<FieldChange[]>().notNull(),
    /** Its values were taken out when the place became confidential (SV-12). */
    isPurged: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.version] })],
);

export const edits = pgTable(
  'edits',
  {
    id: uuid().primaryKey(),
    listingId: uuid().notNull(),
    region: text().notNull(),
    content: jsonb().$type<Edit>().notNull(),
    hash: text().notNull(),
    state: text().$type<EditState>().notNull(),
    /** Null: stated by the provider through a one-time link (V15). */
    authorId: uuid().references(() => accounts.id),
    authorCredential: text(),
    isRisky: boolean().notNull(),
    madeAt: at().notNull(),
    decidedAt: at(),
  },
  (table) => [
    index().on(table.state, table.madeAt),
    index().on(table.listingId),
    index().on(table.authorId, table.madeAt),
  ],
);

export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey(),
    editId: uuid()
      .notNull()
      .references(() => edits.id),
    /** Of the content that was decided on. */
    hash: text().notNull(),
    decision: text().$type<Decision>().notNull(),
    byAccount: uuid()
      .notNull()
      .references(() => accounts.id),
    byCredential: text().notNull(),
    at: at().notNull(),
    reason: text().$type<RejectReason>(),
    comment: text(),
    method: text().$type<VerifyMethod>(),
    isVoid: boolean().notNull(),
  },
  (table) => [index().on(table.editId)],
);

export const checks = pgTable(
  'checks',
  {
    id: uuid().primaryKey(),
    listingId: uuid().notNull(),
    field: text().notNull(),
    answer: text().$type<CheckAnswer>().notNull(),
    at: at().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    method: text().$type<VerifyMethod>(),
  },
  (table) => [index().on(table.listingId), index().on(table.at)],
);

/** What caseworkers' files said, by week and from nobody. */
export const reports = pgTable(
  'reports',
  {
    listingId: uuid().notNull(),
    signal: text().notNull(),
    weekOf: date({ mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.signal, table.weekOf] })],
);

/** A gap that somebody adopted (V14). */
export const tasks = pgTable('tasks', {
  id: uuid().primaryKey(),
  region: text().notNull(),
  need: text().notNull(),
  language: text(),
  area: text(),
  adoptedBy: uuid().references(() => accounts.id),
  madeAt: at().notNull(),
  doneAt: at(),
});

/** What a provider is asked by a link that works once (V15); only a hash of it is kept. */
export const providerLinks = pgTable('provider_links', {
  tokenHash: text().primaryKey(),
  listingId: uuid().notNull(),
  madeBy: uuid()
    .notNull()
    .references(() => accounts.id),
  endsAt: at().notNull(),
  usedAt: at(),
});
