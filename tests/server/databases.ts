import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatabasePlace, openDatabase } from '../../src/server/database/database.ts';
import { hasPostgres, newPostgresDatabase } from './postgres.ts';
import { newName, temporaryFolder } from './temporary.ts';

export interface TestPlace {
  readonly place: DatabasePlace;
  readonly remove: () => Promise<void>;
}

export interface TestDatabase {
  readonly kind: 'embedded' | 'postgresql';
  /** A new database with nothing in it; of the embedded one, with its tables already made. */
  readonly newPlace: () => Promise<TestPlace>;
}

const EMBEDDED: TestDatabase = {
  kind: 'embedded',
  newPlace: async () => {
    const { folder, remove } = await temporaryFolder();
    await cp(await template(), folder, { recursive: true });
    return { place: { folder }, remove };
  },
};

const POSTGRES: TestDatabase = {
  kind: 'postgresql',
  newPlace: async () => {
    const { url, drop } = await newPostgresDatabase();
    return { place: { url }, remove: drop };
  },
};

/** For `describe.each`: what touches a database is tested on each kind of it. */
export const DATABASES: readonly TestDatabase[] = hasPostgres() ? [EMBEDDED, POSTGRES] : [EMBEDDED];

const MIGRATIONS = 'src/server/database/migrations';

/** The embedded database takes five seconds to make and one to open: it is made once for each state of the migrations. */
async function template(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).filter((one) => one.endsWith('.sql')))
    hash.update(readFileSync(join(MIGRATIONS, name)));
  const folder = `.cache/desk-database/${hash.digest('hex').slice(0, 16)}`;
  if (existsSync(folder)) return folder;
  const beside = `${folder}-${newName('')}`;
  await mkdir(beside, { recursive: true });
  await (await openDatabase({ folder: beside })).close();
  // Whoever was first has made the same.
  await rename(beside, folder).catch(() => rm(beside, { recursive: true }));
  return folder;
}
