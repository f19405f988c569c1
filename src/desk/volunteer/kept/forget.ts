import type { Check, Edit } from '../../../core/edits/edit.ts';
import { fieldKind, fieldKinds } from '../../../core/edits/field-kind.ts';
import { fieldsOf } from '../../../core/edits/fields.ts';
import { type DeskDatabase, type Draft, keepThing, type OutboxEntry, readThing } from './desk-database.ts';
import type { Directory } from './staff-directory.ts';

// A place has become confidential (SV-12): what this device still has of the time when it was public goes. All of an
// edit, as on the server, because an address also stands in a description, in a comment, in the name of a way in.

/** What was not sent or not finished and is gone, for its author: names of fields, and no value. */
export interface Forgotten {
  readonly listingId: string;
  readonly fields: readonly string[];
}

/** A record that the server sent and that is not kept here, because it tells where a hidden place is (SV-10). */
export interface Withheld {
  /** Empty where it has none that is one. */
  readonly id: string;
  readonly forgetBefore: number | null;
}

export interface KnownPlaces {
  readonly directory: Directory;
  readonly withheld: readonly Withheld[];
}

/** Whether an edit was made of a version from before its listing's place became confidential. */
export function isOfBefore({ listingId, baseVersion }: Edit, known: KnownPlaces): boolean {
  return baseVersion < (forgetBefore(listingId, known) ?? 0);
}

/** Whether a check names a way in that went when the place became confidential: its name is the old value. */
export function isFieldGone({ listingId, field }: Check, known: KnownPlaces): boolean {
  if (fieldKind(field) === field || forgetBefore(listingId, known) === null) return false;
  const now = known.directory.get(listingId);
  return !now || !fieldsOf(now.listing).has(field);
}

function forgetBefore(id: string, { directory, withheld }: KnownPlaces): number | null {
  return directory.get(id)?.forgetBefore ?? withheld.find((one) => one.id === id)?.forgetBefore ?? null;
}

/** Of an edit or a check that goes, what its author is told. */
export function forgottenOf(one: OutboxEntry | Draft): Forgotten {
  const { listingId } = one;
  if ('check' in one) return { listingId, fields: [fieldKind(one.check.field)] };
  const typed = 'typed' in one && one.typed ? [one.typed.field] : [];
  return { listingId, fields: fieldKinds([...one.edit.changes.map(({ field }) => field), ...typed]) };
}

export interface Swept {
  /** Of entries, drafts and checks that are gone. */
  readonly ids: ReadonlySet<string>;
  readonly forgotten: readonly Forgotten[];
}

/** Takes it off the disk, in one stroke with the note of it; asked again it finds nothing more. */
export function sweep(database: DeskDatabase, known: KnownPlaces): Promise<Swept> {
  const { outbox, drafts, done, things } = database;
  return database.transaction('rw', outbox, drafts, done, things, async () => {
    const isGone = (one: OutboxEntry | Draft) =>
      'check' in one ? isFieldGone(one.check, known) : isOfBefore(one.edit, known);
    const entries = (await outbox.toArray()).filter(isGone);
    const begun = (await drafts.toArray()).filter(isGone);
    const checks = (await done.toArray()).filter((one) => isFieldGone(one, known));
    await outbox.bulkDelete(entries.map(({ id }) => id));
    await drafts.bulkDelete(begun.map(({ id }) => id));
    await done.bulkDelete(checks.map(({ id }) => id));
    const ofWork = await sweepWork(database, known);
    const forgotten = [...entries, ...begun].map(forgottenOf);
    if (forgotten.length > 0) await noteForgotten(database, forgotten);
    return { ids: new Set([...entries, ...begun, ...checks, ...ofWork].map(({ id }) => id)), forgotten };
  });
}

async function sweepWork(database: DeskDatabase, known: KnownPlaces): Promise<readonly Check[]> {
  const work = await readThing(database, 'work');
  const gone = work?.checks.filter((one) => isFieldGone(one, known)) ?? [];
  if (work && gone.length > 0)
    await keepThing(database, 'work', {
      ...work,
      checks: work.checks.filter((one) => !isFieldGone(one, known)),
    });
  return gone;
}

/** Until its author has seen it. */
export async function noteForgotten(database: DeskDatabase, some: readonly Forgotten[]): Promise<void> {
  const before = (await readThing(database, 'forgotten')) ?? [];
  await keepThing(database, 'forgotten', [...before, ...some]);
}
