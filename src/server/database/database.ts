import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { lockFolder } from '../operations/folder-lock.ts';
import { migrateOnce } from './migrate-once.ts';
import * as tables from './tables.ts';

/** The handle that everything else has: the same schema over the embedded database and over PostgreSQL. */
export type Db = PgDatabase<PgQueryResultHKT, typeof tables>;

export interface OpenDatabase {
  readonly db: Db;
  readonly kind: 'embedded' | 'postgresql';
  readonly close: () => Promise<void>;
}

/** Where the data is: a folder of the embedded database, or the address of a PostgreSQL. */
export type DatabasePlace = { readonly folder: string } | { readonly url: string };

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const options = { schema: tables, casing: 'snake_case' } as const;
const CONNECTIONS = 8;

/** Opens the database and brings its tables up to date, which changes nothing where they are. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  return 'url' in place ? await openPostgres(place.url) : await openEmbedded(place.folder);
}

async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const unlock = lockFolder(folder);
  try {
    const engine = await PGlite.create(folder);
    const handle = overPglite(engine, options);
    await migratePglite(handle, { migrationsFolder: MIGRATIONS });
    handle.transaction = afterTheOthers(handle.transaction.bind(handle));
    const close = () => engine.close().finally(unlock);
    return { db: handle as unknown as Db, kind: 'embedded', close };
  } catch (error) {
    unlock();
    throw error;
  }
}

type OverPglite = ReturnType<typeof overPglite<typeof tables>>;

/**
 * Each transaction begins in a turn of its own. The embedded database answers without ever waiting: of several changes
 * that stand in line, the first would be answered only after the last, and no file would be sent meanwhile.
 */
function afterTheOthers(transaction: OverPglite['transaction']): OverPglite['transaction'] {
  return (work, config) =>
    transaction(async (tx) => {
      await new Promise((resolve) => setImmediate(resolve));
      return await work(tx);
    }, config);
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // A connection that is lost while nobody uses it is opened anew by the next who does.
  pool.on('error', () => undefined);
  // Of one that is lost in use, whoever uses it is told by its query; without this the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const handle = overPostgres(pool, options);
  handle.transaction = transactionsOn(pool);
  const db = handle as unknown as Db;
  try {
    await migrateOnce(db, () => migratePostgres(handle, { migrationsFolder: MIGRATIONS }));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db, kind: 'postgresql', close: () => pool.end() };
}

type OverPostgres = ReturnType<typeof overPostgres<typeof tables>>;
type Transaction = Parameters<Parameters<OverPostgres['transaction']>[0]>[0];

/**
 * Each transaction on a connection that goes back to the pool whatever happens. Drizzle's own keeps one that is lost before
 * the first word of a transaction: after as many as the pool holds, everything would wait for ever.
 */
function transactionsOn(pool: pg.Pool): OverPostgres['transaction'] {
  const handles = new WeakMap<pg.PoolClient, OverPostgres>();
  return async <Value>(work: (tx: Transaction) => Promise<Value>, config?: PgTransactionConfig) => {
    const client = await pool.connect();
    try {
      const handle = handles.get(client) ?? (overPostgres(client, options) as unknown as OverPostgres);
      handles.set(client, handle);
      return await handle.transaction(work, config);
    } finally {
      client.release();
    }
  };
}
