import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../core/desk-api.ts';

// Volunteers, and how they prove who they are. Of nobody else is anything kept (SV-13): a name here is one that the person
// chose for this desk, and there is no e-mail address, number or picture.

const at = () => timestamp({ withTimezone: true, mode: 'date' });

export const accounts = pgTable('accounts', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  roles: text().array().$type<Role[]>().notNull(),
  regions: text().array().notNull(),
  languages: text().array().notNull(),
  state: text().$type<'invited' | 'waiting' | 'active' | 'disabled'>().notNull(),
  madeAt: at().notNull(),
  /** The first day as an active volunteer: the first thirty need a coordinator (SV-8). */
  activeSince: at(),
});

export const credentials = pgTable(
  'credentials',
  {
    /** As the authenticator names it, base64url. */
    id: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    /** `waiting`: enrolled by a link, and good for nothing until a coordinator approves it (SV-2). */
    state: text().$type<'waiting' | 'active' | 'locked' | 'removed'>().notNull(),
    madeAt: at().notNull(),
  },
  (table) => [index().on(table.accountId)],
);

/** One-time links: only a hash is kept, so that whoever reads the database cannot use one. */
export const links = pgTable('links', {
  tokenHash: text().primaryKey(),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id),
  kind: text().$type<'first' | 'invitation' | 'recovery' | 'demo'>().notNull(),
  endsAt: at().notNull(),
  usedAt: at(),
  /** A recovery is bound to the browser that asked for it. */
  browserHash: text(),
});

export const challenges = pgTable('challenges', {
  hash: text().primaryKey(),
  kind: text().$type<'enrol' | 'sign-in' | 'step-up'>().notNull(),
  accountId: uuid(),
  endsAt: at().notNull(),
});

export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    credentialId: text()
      .notNull()
      .references(() => credentials.id),
    madeAt: at().notNull(),
    seenAt: at().notNull(),
    steppedUpAt: at(),
  },
  (table) => [index().on(table.accountId)],
);

/** What needs a second coordinator: roles, keys, showing a hidden listing again. */
export const proposals = pgTable('proposals', {
  id: uuid().primaryKey(),
  kind: text().$type<'grant-roles' | 'approve-credential' | 'unhide'>().notNull(),
  subject: text().notNull(),
  roles: jsonb().$type<Role[]>(),
  byAccount: uuid()
    .notNull()
    .references(() => accounts.id),
  byCredential: text().notNull(),
  at: at().notNull(),
  closedAt: at(),
});
