import { getTableName } from 'drizzle-orm';
import * as tables from '../database/tables.ts';

/**
 * What a backup holds, in the order in which rows can be put back. Sessions and challenges are left out: after a restore
 * everybody signs in anew.
 */
export const KEPT_TABLES: readonly string[] = [
  tables.accounts,
  tables.credentials,
  tables.links,
  tables.proposals,
  tables.listings,
  tables.listingPlaces,
  tables.listingVersions,
  tables.edits,
  tables.decisions,
  tables.checks,
  tables.reports,
  tables.tasks,
  tables.providerLinks,
  tables.log,
  tables.logEnd,
].map((table) => getTableName(table));
