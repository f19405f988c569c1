import { bigint, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** What was done, each entry bound to the one before by its hash (SV-14). */
export const log = pgTable('log', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  /** ISO 8601 in UTC, as it is hashed. */
  at: text().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  object: text().notNull(),
  detail: jsonb().$type<Record<string, string | string[]>>().notNull(),
  previous: text().notNull(),
  hash: text().notNull(),
});

/** One row, the end of the log. Whoever changes anything locks it first, so that changes come one after the other. */
export const logEnd = pgTable('log_end', {
  id: integer().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});
