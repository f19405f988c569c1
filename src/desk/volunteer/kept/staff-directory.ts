import { keepsPlaceRule } from '../../../core/confidential/place-rule.ts';
import type { StaffListing } from '../../../core/desk-api.ts';
import { isRecord } from '../../../core/is-record.ts';
import { isUuid } from '../../../core/schema.ts';
import type { Api, ApiProblem } from '../api-client.ts';
import { type DeskDatabase, type KeptListing, keepThing, readThing } from './desk-database.ts';
import type { Withheld } from './forget.ts';

/** The listings that are on the device, by id. */
export type Directory = ReadonlyMap<string, KeptListing>;

export async function readDirectory(database: DeskDatabase): Promise<Directory> {
  return new Map((await database.listings.toArray()).map((one) => [one.id, one]));
}

interface Synced {
  readonly isChanged: boolean;
  /** Null: all of it is here. */
  readonly problem: ApiProblem | null;
}

/**
 * Fetches what changed since the last time. A page and the cursor that follows it are kept together: whenever it is
 * interrupted, the next time goes on from there.
 */
export async function syncDirectory(database: DeskDatabase, api: Api): Promise<Synced> {
  let isChanged = false;
  for (;;) {
    const answer = await api.listings((await readThing(database, 'cursor')) ?? '');
    if (!answer.ok) return { isChanged, problem: answer.problem };
    const { listings, cursor, more } = answer.value;
    await database.transaction('rw', database.listings, database.things, async () => {
      await keepPage(database, listings);
      await keepThing(database, 'cursor', cursor);
    });
    isChanged ||= listings.length > 0;
    if (!more) return { isChanged, problem: null };
  }
}

/** The server's word alone is not enough: what tells where a hidden place is comes onto no device (SV-10). */
async function keepPage(database: DeskDatabase, page: readonly StaffListing[]): Promise<void> {
  const isKept = ({ listing }: StaffListing) => keepsPlaceRule(listing);
  const withheld = page.filter((one) => !isKept(one)).map(withheldOf);
  await database.listings.bulkPut(page.filter(isKept).map((one) => ({ ...one, id: one.listing.id })));
  // Nor does the version before it stay: nobody may go on working with what is not so any more.
  await database.listings.bulkDelete(withheld.map(({ id }) => id));
  const ids = new Set(page.map((one) => withheldOf(one).id));
  const before = (await readThing(database, 'withheld')) ?? [];
  const still = before.filter(({ id }) => !ids.has(id));
  await keepThing(database, 'withheld', [...still, ...withheld]);
}

function withheldOf({ listing, forgetBefore }: StaffListing): Withheld {
  const { id } = isRecord(listing) ? listing : { id: '' };
  return { id: isUuid(id) ? id : '', forgetBefore };
}
